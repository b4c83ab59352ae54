// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/client_config.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What commands ask of AWS, through the `aws` CLI: it knows every kind of credentials.

namespace amplify::detail {

/// Why a call failed, in AWS's words.
struct AwsFailure {
  /// `ValidationError`, `AccessDenied`, …; empty when the call never got there.
  std::string code{};
  std::string message{};
};

class Aws {
 public:
  /// `profile` as in `~/.aws/config`; empty for the environment's.
  explicit Aws(std::string profile = {}) : profile_(std::move(profile)) {}

  /// The outputs of a stack; none if there is no such stack.
  ///
  /// Errors: UserError `DeploymentInProgressError`, and those of every call.
  std::optional<StackOutputs> stack_outputs(const std::string& stack) const;

  struct Stack {
    /// Its ARN, which tells the account and region.
    std::string id{};
    std::string status{};
  };
  /// None if there is no such stack, or one that a failed creation left empty.
  std::optional<Stack> stack(const std::string& name) const;
  /// The template that a stack was deployed from, as JSON.
  std::string stack_template(const std::string& name) const;

  /// The objects of a bucket with these keys, those that are there, in one call.
  std::map<std::string, std::string> objects(
      const std::string& bucket, const std::vector<std::string>& keys
  ) const;

  /// The text of an object, by its `s3://` URI.
  std::string object(const std::string& uri) const;

  struct Identity {
    std::string account{};
    std::string arn{};
  };
  Identity caller() const;

  /// A parameter's value, decrypted; none if there is no such parameter.
  std::optional<std::string> parameter(const std::string& name) const;
  /// Creates or replaces an encrypted parameter. The value goes by standard input, so that no list
  /// of processes shows it.
  void put_secret(const std::string& name, const std::string& value) const;
  /// Names of the parameters directly below a path, which ends in `/`.
  std::vector<std::string> parameters_below(const std::string& path) const;
  /// Whether there was such a parameter.
  bool delete_parameter(const std::string& name) const;

 private:
  struct Answer {
    std::string out{};
    std::optional<AwsFailure> failure{};
  };
  /// Errors (every call): UserError `CredentialsError`, `ExpiredTokenError`, `AccessDeniedError`,
  /// `RegionError`, `NetworkError`, `ToolNotFoundError`, `InterruptedError`, `AwsError`.
  Answer call(std::vector<std::string> arguments, const std::string& input = {}) const;
  /// What the CLI tells of a stack; none if there is no such stack.
  std::optional<std::string> described_stack(const std::string& stack) const;
  [[noreturn]] static void refuse(const std::string& what, const AwsFailure& failure);

  std::string profile_;
};

/// The failure that the `aws` CLI tells of on standard error.
AwsFailure parse_aws_failure(std::string_view text);

}  // namespace amplify::detail
