// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

namespace amplify::cdk::logs {

struct LogGroupProps {
  /// The physical name. Default: CloudFormation makes one.
  Str logGroupName{};
  /// Days. Default: two years.
  Int retentionInDays = 731;
  /// A KMS key by its ARN. Default: encrypted by a key of CloudWatch Logs.
  Str kmsKeyArn{};
};

/// A CloudWatch log group. Stays when it leaves the template.
class LogGroup : public Construct {
 public:
  LogGroup(
      const Construct& scope, std::string_view id, LogGroupProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any logGroupName() const { return resource_.ref(); }
  Any logGroupArn() const { return resource_.getAtt("Arn"); }

  /// To create streams and put events.
  void grantWrite(const iam::Grantee& grantee) const;
  /// To read, filter and list.
  void grantRead(const iam::Grantee& grantee) const;

 private:
  Resource resource_;
};

}  // namespace amplify::cdk::logs
