// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/fn.hpp>
#include <amplify/cfn/ec2.hpp>

// [network]
namespace cdk = amplify::cdk;
namespace ec2 = amplify::cfn::ec2;

/// A VPC without a way to the internet: what is in it reaches S3, and nothing else.
class Network : public cdk::Construct {
 public:
  Network(const cdk::Construct& scope, std::string_view id)
      : Construct(scope, id),
        vpc_{*this, "Vpc", {.cidrBlock = "10.0.0.0/16", .enableDnsSupport = true}},
        routes_{*this, "Routes", {.vpcId = vpc_.ref()}},
        subnets_{add_subnet("A", "a", "10.0.0.0/24"), add_subnet("B", "b", "10.0.1.0/24")} {
    const ec2::VPCEndpoint s3{
        *this,
        "S3",
        {.routeTableIds = {routes_.ref()},
         .serviceName = cdk::fn::concat({"com.amazonaws.", cdk::aws::region(), ".s3"}),
         .vpcId = vpc_.ref()}
    };
  }

  /// What a function needs to run in here.
  cdk::Json functionConfig(const cdk::Str& security_group_id) const {
    return cdk::Json::object({
        {"SecurityGroupIds", cdk::List<cdk::Str>{security_group_id}},
        {"SubnetIds", subnets_},
    });
  }

  cdk::Str vpcId() const { return vpc_.ref(); }

 private:
  cdk::Str add_subnet(std::string_view name, std::string_view zone, std::string_view block) const {
    const cdk::Construct place(*this, name);
    const ec2::Subnet subnet{
        place,
        "Subnet",
        {.availabilityZone = cdk::fn::concat({cdk::aws::region(), zone}),
         .cidrBlock = block,
         .vpcId = vpc_.ref()}
    };
    const ec2::SubnetRouteTableAssociation association{
        place, "Routes", {.routeTableId = routes_.ref(), .subnetId = subnet.ref()}
    };
    return subnet.ref();
  }

  ec2::VPC vpc_;
  ec2::RouteTable routes_;
  cdk::List<cdk::Str> subnets_;
};
// [/network]
