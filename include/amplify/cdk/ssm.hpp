// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <string>
#include <string_view>

namespace amplify::cdk::ssm {

struct ParameterProps {
  /// Required.
  Str value{};
  /// The physical name, as `name` or `/path/name`. Default: CloudFormation makes one.
  std::string parameterName{};
  std::string description{};
  /// `String` or `StringList`, whose values commas part.
  std::string type = "String";
  /// A regular expression for values.
  std::string allowedPattern{};
};

/// A parameter of Systems Manager. Not for secrets: CloudFormation can't encrypt it.
class Parameter : public Construct {
 public:
  /// Errors (at synthesis): `InvalidParameterError` without a value.
  Parameter(
      const Construct& scope, std::string_view id, ParameterProps props,
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any parameterName() const { return resource_.ref(); }
  Any parameterArn() const;

  void grantRead(const iam::Grantee& grantee) const;
  void grantWrite(const iam::Grantee& grantee) const;

 private:
  Resource resource_;
  bool has_path_ = false;
};

}  // namespace amplify::cdk::ssm
