// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

struct OutputProps {
  Str value{};
  std::string description{};
  /// The name under which other stacks import the value. Default: not exported.
  std::string exportName{};
};

/// An entry of the template's `Outputs`. Its name is the id, as it stands.
class Output : public Construct {
 public:
  Output(
      const Construct& scope, std::string_view id, OutputProps props,
      std::source_location where = std::source_location::current()
  );
};

struct ParameterProps {
  /// `String`, `Number`, `List<Number>`, `CommaDelimitedList` or an AWS-specific type.
  std::string type = "String";
  Json defaultValue{};
  std::string description{};
  List<Str> allowedValues{};
};

/// An entry of the template's `Parameters`. Its name is the id, as it stands.
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
