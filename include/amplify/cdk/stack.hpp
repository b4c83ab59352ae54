// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/condition.hpp>
#include <amplify/cdk/construct.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

struct OutputProps {
  Str value{};
  std::string description{};
  /// The name under which other stacks import the value. Default: not exported.
  Str exportName{};
  /// It is left out when this is false. Default: always there.
  std::optional<Condition> condition{};
};

/// An entry of the template's `Outputs`. Its name is the id, as it stands.
///
/// Errors (at synthesis): `MissingOutputValueError`; `InvalidExportError` for a name with other
/// characters than letters, digits, `:` and `-`, or that another output of the app has.
class Output : public Construct {
 public:
  Output(
      const Construct& scope, std::string_view id, OutputProps props,
      std::source_location where = std::source_location::current()
  );
};

struct ParameterProps {
  /// `String`, `Number`, `List<Number>`, `CommaDelimitedList`, an AWS-specific type such as
  /// `AWS::EC2::VPC::Id` or `List<AWS::EC2::Subnet::Id>`, `AWS::SSM::Parameter::Name`, or
  /// `AWS::SSM::Parameter::Value<String>` for any of these in the parameter store.
  std::string type = "String";
  Json defaultValue{};
  std::string description{};
  List<Str> allowedValues{};
  /// Regular expression, in Java's syntax, for texts.
  std::string allowedPattern{};
  /// What CloudFormation says when a value breaks a constraint.
  std::string constraintDescription{};
  /// Letters of a text.
  std::optional<std::int64_t> minLength{};
  std::optional<std::int64_t> maxLength{};
  /// Of a number.
  std::optional<double> minValue{};
  std::optional<double> maxValue{};
  /// Hides the value in CloudFormation's answers.
  bool noEcho = false;
};

/// An entry of the template's `Parameters`. Its name is the id, as it stands.
///
/// Errors (at synthesis): `InvalidParameterTypeError`; `ParameterConstraintError` for a constraint
/// that the type doesn't have or a default that breaks one; `TokenNotAllowedError` for a token as
/// default or allowed value.
class Parameter : public Construct {
 public:
  Parameter(
      const Construct& scope, std::string_view id, ParameterProps props = {},
      std::source_location where = std::source_location::current()
  );
  Any ref() const;
};

/// Where a stack is deployed.
struct Environment {
  /// Twelve digits. Default: the account of whoever deploys.
  std::string account{};
  /// `eu-west-1`. Default: the region of whoever deploys.
  std::string region{};

  /// The account and region of the credentials that the `cdk` CLI has; empty where it has none.
  static Environment ofCli();
};

struct StackProps {
  /// The physical name. Default: made from the path.
  std::string stackName{};
  std::string description{};
  /// Look-ups need it. Of a nested stack it is that of its parent, whatever is set here.
  Environment env{};
};

/// One CloudFormation template.
class Stack : public Construct {
 public:
  /// A root stack: deployed on its own, an artifact of the cloud assembly.
  Stack(
      const Construct& scope, std::string_view id, StackProps props = {},
      std::source_location where = std::source_location::current()
  );

  std::string stackName() const;
  void setStackName(std::string_view name);
  void setDescription(std::string_view text);
  /// That of the root stack, in a nested one.
  Environment environment() const;
  /// Errors (at synthesis): `InvalidEnvironmentError` for an account or region that can't be.
  void setEnvironment(Environment environment);
  /// Adds an entry to the template's `Metadata`.
  void addMetadata(std::string_view key, Json value);
  /// Asks for a macro, such as `AWS::Serverless-2016-10-31`. They are applied in this order.
  void addTransform(std::string_view name);

 protected:
  friend class Construct;
  explicit Stack(detail::ConstructNode* node) : Construct(node) {}
};

/// A stack that another deploys as one of its resources. References across the border become
/// outputs and parameters.
class NestedStack : public Stack {
 public:
  NestedStack(
      const Construct& scope, std::string_view id, StackProps props = {},
      std::source_location where = std::source_location::current()
  );
  /// The `AWS::CloudFormation::Stack` in the parent.
  Resource nestedStackResource() const;
};

}  // namespace amplify::cdk
