// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/parameters.hpp"

#include <amplify/cdk/app.hpp>
#include <amplify/function.hpp>

#include <functional>
#include <memory>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::functions {

/// The variables of a function. What is a parameter of Systems Manager is fetched when the function
/// starts: the template holds the path alone, in the variable `AMPLIFY_SSM_ENV_CONFIG`.
class Environment : public std::enable_shared_from_this<Environment> {
 public:
  /// `action` is how the function reads parameters: `ssm:GetParameters`, say.
  Environment(
      cdk::lambda::Function function, std::string name, std::string action, ParameterPaths paths,
      std::function<void(Diagnostic)> report
  );

  /// Errors: `InvalidEnvironmentKeyError`, `FunctionReservedEnvironmentVariableError`. Warns of a
  /// text that looks like a secret.
  void add(EnvironmentName name, const EnvironmentValue& value, std::source_location where);
  /// A variable with what the parameter at `paths.reference(name)` holds.
  void addReference(std::string_view name);

  bool hasParameters() const { return !parameters_.empty(); }

 private:
  struct Parameter {
    std::string variable;
    std::string name;
    bool is_secret;
  };

  void add_parameter(Parameter parameter);
  std::string config() const;

  cdk::lambda::Function function_;
  std::string name_;
  std::string action_;
  ParameterPaths paths_;
  std::function<void(Diagnostic)> report_;
  std::vector<Parameter> parameters_{};
};

/// Whether a variable's text is most likely a password, a key or a token.
bool looks_secret(std::string_view name, std::string_view text);

}  // namespace amplify::functions
