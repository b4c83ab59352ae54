// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <string_view>

namespace amplify::cdk::kinesis {

struct StreamProps {
  /// The physical name. Default: CloudFormation makes one.
  Str streamName{};
  /// Default: on demand, without shards to count.
  Int shardCount{};
  /// Hours that records are kept. Default: 24.
  Int retentionPeriodHours{};
  /// A KMS key by its ARN. Default: encrypted by AWS's key for Kinesis.
  Str encryptionKeyArn{};
};

/// A Kinesis data stream, encrypted. Stays when it leaves the template.
class Stream : public Construct {
 public:
  Stream(
      const Construct& scope, std::string_view id, StreamProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any streamArn() const { return resource_.getAtt("Arn"); }
  Any streamName() const { return resource_.ref(); }

  void grantRead(const iam::Grantee& grantee) const;
  void grantWrite(const iam::Grantee& grantee) const;
  void grantReadWrite(const iam::Grantee& grantee) const;

 private:
  Resource resource_;
  Str key_;
};

}  // namespace amplify::cdk::kinesis
