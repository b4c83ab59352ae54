// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/checked.hpp>
#include <amplify/function/events.hpp>
#include <amplify/function/rules.hpp>
#include <amplify/function/schedule.hpp>
#include <amplify/secret.hpp>
#include <amplify/toggle.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace amplify {

using FunctionName = CheckedText<detail::resource_name_rule>;
using EnvironmentName = CheckedText<detail::environment_name_rule>;
using Code = cdk::lambda::Code;
using FunctionUrl = cdk::lambda::FunctionUrlProps;

/// What an environment variable holds: a text, a reference to a resource, or a secret.
class EnvironmentValue {
 public:
  EnvironmentValue(const char* text) : text_(text), value_(text) {}
  EnvironmentValue(const std::string& text) : text_(text), value_(text) {}
  EnvironmentValue(cdk::Any token) : value_(token) {}
  EnvironmentValue(BackendSecret secret) : secret_(secret) {}

  const std::optional<BackendSecret>& secret() const { return secret_; }
  /// Unset for a secret.
  cdk::Str value() const { return value_; }
  /// Empty unless it is a plain text.
  const std::string& text() const { return text_; }

 private:
  std::string text_{};
  cdk::Str value_{};
  std::optional<BackendSecret> secret_{};
};

struct EnvironmentVariable {
  EnvironmentName name{};
  EnvironmentValue value{""};
};

/// The version of Node.js for an entry in TypeScript or JavaScript: 18, 20, 22 or 24. The
/// runtime's name for other code: `python3.13`.
class FunctionRuntime {
 public:
  constexpr FunctionRuntime() = default;
  consteval FunctionRuntime(detail::checked_number auto version) : node_(version) {
    detail::runtime_rule::require(detail::runtime_rule::is_node(node_));
  }
  constexpr FunctionRuntime(const char* name) : name_(name) {}
  constexpr FunctionRuntime(AtRuntime<std::int64_t> version) : node_(version.value) {}
  constexpr FunctionRuntime(AtRuntime<std::string_view> name) : name_(name.value) {}

  constexpr bool isGiven() const { return node_ != 0 || !name_.empty(); }
  /// 0 unless it is a version of Node.js.
  constexpr std::int64_t node() const { return node_; }
  constexpr std::string_view name() const { return name_; }

 private:
  std::int64_t node_ = 0;
  std::string_view name_{};
};

enum class Architecture { x86_64, arm64 };

/// A layer, and the module that it brings.
struct FunctionLayer {
  /// As the handler imports it; it is left out of the bundle.
  std::string module{};
  /// `name:version` in this account and region, or the ARN of a layer's version.
  CheckedText<detail::layer_rule> layer{};
};

struct FunctionBundling {
  /// Makes the bundle small. Default: yes.
  bool minify = true;
};

enum class LogFormat { text, json };
enum class LogLevel { unset, trace, debug, info, warn, error, fatal };

struct FunctionLogging {
  /// Default: text.
  LogFormat format = LogFormat::text;
  /// What is less than that isn't kept. With `LogFormat::json` alone.
  LogLevel level = LogLevel::unset;
  /// `1 day`, `2 weeks`, `6 months`, `1 year`, …, `infinite`. Default: a log group that Lambda
  /// makes, and keeps forever.
  CheckedText<detail::log_retention_rule> retention{};
};

/// A function whose executions outlive a call: Lambda keeps their state.
struct FunctionDurableConfig {
  /// How long an execution may take, from 1 to 31,622,400 (366 days). Required.
  WholeNumber<detail::execution_timeout_rule> executionTimeoutSeconds;
  /// How long the history of one that is done is kept, from 1 to 90. Default: 14.
  WholeNumber<detail::history_rule> retentionPeriodDays = 14;

  bool isGiven() const { return executionTimeoutSeconds.value() != absent; }
  static constexpr std::int64_t absent = INT64_MIN;
};

struct FunctionProps {
  /// Letters, digits, `-`, `_` and spaces. Default: the entry's, or else the name of the directory
  /// in which the function is defined.
  FunctionName name{};
  /// The file of the handler: TypeScript, JavaScript, or C++ that `amplify_add_function` builds.
  /// A relative path starts at the file in which the function is defined. Default: `./handler.ts`,
  /// or else `./handler.js`, `./handler.mjs` or `./handler.cpp`.
  std::string entry{};
  /// How long a call may take, from 1 to 900. Default: 3.
  WholeNumber<detail::timeout_rule> timeoutSeconds = 3;
  /// From 128 to 10,240; decides the share of a processor too. Default: 512.
  WholeNumber<detail::memory_rule> memoryMB = 512;
  /// In /tmp, from 512 to 10,240. Default: 512.
  WholeNumber<detail::ephemeral_storage_rule> ephemeralStorageSizeMB = 512;
  /// `.environment = {{"STAGE", "dev"}, {"API_KEY", secret("API_KEY")}}`
  std::vector<EnvironmentVariable> environment{};
  /// Default: Node.js 22; `provided.al2023` for C++. Required with `code`, except for an image.
  FunctionRuntime runtime{};
  Architecture architecture = Architecture::x86_64;
  FunctionSchedules schedule{};
  /// What calls it: `.events = {QueueEvents{.queue = orders}}`.
  std::vector<FunctionEventSource> events{};
  /// At most five.
  std::vector<FunctionLayer> layers{};
  /// For an entry in TypeScript or JavaScript.
  FunctionBundling bundling{};
  /// The nested stack: `auth`, `data`, `storage`, or one of another name. Default: that of the
  /// definition that calls the function (as a trigger or a handler), or else `function`.
  FunctionName resourceGroupName{};
  FunctionLogging logging{};
  /// Default: every execution is one call.
  FunctionDurableConfig durableConfig = {
      .executionTimeoutSeconds = atRuntime(FunctionDurableConfig::absent)
  };
  /// In place of an entry: a directory or zip file (`Code::fromAsset("./src")`; a relative path
  /// starts at the file in which the function is defined), or an image (`Code::fromEcrImage(uri)`).
  Code code{};
  /// For `code`: `file.function`, as the runtime reads it.
  std::string handler{};
  /// Gives the function an address of its own: `true` for callers with IAM credentials.
  Toggle<FunctionUrl> url{};
};

/// Defines a Lambda function.
///
/// Called like a function: `const auto sayHello = defineFunction({.entry = "./handler.ts"});`, or
/// `defineFunction({})`.
/// Hand it to `defineBackend`, or refer to it in another definition.
/// Errors (compile time, or at synthesis for `atRuntime`): `InvalidTimeoutError`,
/// `InvalidMemoryMBError`, `InvalidEphemeralStorageSizeMBError`, `InvalidResourceNameError`,
/// `InvalidEnvironmentKeyError`, `FunctionReservedEnvironmentVariableError`, `InvalidRuntimeError`,
/// `FunctionScheduleInitializationError`, `InvalidLayerFormatError`, `InvalidLogRetentionError`,
/// `InvalidDurableFunctionExecutionTimeoutError`, `InvalidDurableFunctionRetentionPeriodError`.
/// Errors (at synthesis): `MaximumLayersReachedError`, `UnsupportedDurableFunctionRuntimeError`,
/// `InvalidFunctionConfigurationError`, `InvalidFunctionEventError`, `DuplicateFunctionNameError`,
/// `EntryNotFoundError`,
/// `EntryNotBuiltError`, `BundlingError`, `MissingSecretsLayerError`.
struct defineFunction {
  FunctionProps props{};
  std::source_location where = std::source_location::current();
};

/// Every resource of a `defineFunction` as CloudFormation knows it, to override what no option
/// sets.
struct FunctionCfnResources {
  /// `AWS::Lambda::Function`
  cdk::Resource function;
  /// `AWS::IAM::Role`
  cdk::Resource role;
  /// `AWS::Logs::LogGroup`, with `.logging.retention`.
  std::optional<cdk::Resource> logGroup;
  /// `AWS::Scheduler::Schedule`, in the order of `.schedule`.
  std::vector<cdk::Resource> schedules;
};

namespace functions {
class Environment;
}

/// What `backend[function]` reaches: the resources of a `defineFunction`.
struct FunctionResources {
  cdk::Stack stack;
  cdk::lambda::Function lambda;
  FunctionCfnResources cfnResources;
  /// With `.url`.
  std::optional<cdk::Any> url;

  /// Adds a variable, as `.environment` does.
  void addEnvironment(
      EnvironmentName name, EnvironmentValue value,
      std::source_location where = std::source_location::current()
  ) const;

  /// The library's own.
  std::shared_ptr<functions::Environment> environment;
};

}  // namespace amplify
