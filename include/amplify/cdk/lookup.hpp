// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

/// Facts about the account, known while the program runs: names and ids, not tokens.
///
/// The program doesn't ask AWS; the `cdk` CLI does. Until it has, a look-up gives placeholders, and
/// says in the assembly what is missing. The CLI asks, keeps the answer in `cdk.context.json` and
/// runs the program again. Commit that file: the answers stay the same until `cdk context --reset`.
///
/// Errors (at synthesis): `UnknownEnvironmentError` when the stack has no account or region;
/// `InvalidLookupError` for a question that can't be; `ContextLookupError` when the CLI found
/// nothing; `InvalidContextError` for an answer of another shape.
namespace amplify::cdk::lookup {

/// The names of the availability zones of the stack's region. Placeholder: `dummy1a`, `dummy1b`,
/// `dummy1c`.
std::vector<std::string> availabilityZones(
    const Construct& scope, std::source_location where = std::source_location::current()
);

/// The text in a parameter of Systems Manager, as it is now. Placeholder:
/// `dummy-value-for-<name>`, or `default_value`, which also stands for a parameter that isn't
/// there.
std::string ssmParameter(
    const Construct& scope, std::string_view name, std::optional<std::string> default_value = {},
    std::source_location where = std::source_location::current()
);

struct AmiFilter {
  /// As of EC2's DescribeImages: `architecture`.
  std::string name{};
  std::vector<std::string> values{};
};

struct AmiQuery {
  /// May have `*` and `?`. Required.
  std::string name{};
  /// `amazon`, `self` or account ids. Default: everyone.
  std::vector<std::string> owners{};
  std::vector<AmiFilter> filters{};
  bool windows = false;
};

/// The id of the newest machine image that matches. Placeholder: `ami-1234`.
std::string ami(
    const Construct& scope, const AmiQuery& query,
    std::source_location where = std::source_location::current()
);

struct HostedZoneQuery {
  /// Required.
  std::string domainName{};
  /// Default: public.
  bool privateZone = false;
  /// Of a private zone.
  std::string vpcId{};
};

struct HostedZone {
  std::string hostedZoneId{};
  std::string zoneName{};
};

/// A zone of Route 53. Placeholder: `DUMMY`.
HostedZone hostedZone(
    const Construct& scope, const HostedZoneQuery& query,
    std::source_location where = std::source_location::current()
);

struct VpcTag {
  std::string key{};
  std::string value{};
};

/// What tells the VPC from all others; every member that is set must match.
struct VpcQuery {
  std::string vpcId{};
  /// Its tag `Name`.
  std::string vpcName{};
  std::optional<bool> isDefault{};
  std::string ownerAccountId{};
  std::vector<VpcTag> tags{};
  /// Default: that of the stack.
  std::string region{};
  /// The tag whose value names the group of a subnet. Default: `aws-cdk:subnet-name`.
  std::string subnetGroupNameTag{};
};

/// By its route to the internet: a gateway, by address translation, none.
enum class SubnetType { public_, private_, isolated };

struct Subnet {
  std::string subnetId{};
  std::string availabilityZone{};
  std::string routeTableId{};
  std::string cidr{};
};

struct SubnetGroup {
  std::string name{};
  SubnetType type = SubnetType::private_;
  std::vector<Subnet> subnets{};
};

struct Vpc {
  std::string vpcId{};
  std::string vpcCidrBlock{};
  std::vector<std::string> availabilityZones{};
  std::vector<SubnetGroup> subnetGroups{};

  /// The ids of all subnets of a type, for a property such as `subnetIds`.
  List<Str> subnetIds(SubnetType type) const;
};

/// A VPC with its subnets. Placeholder: `vpc-12345` with two subnets of each type.
Vpc vpc(
    const Construct& scope, const VpcQuery& query,
    std::source_location where = std::source_location::current()
);

}  // namespace amplify::cdk::lookup
