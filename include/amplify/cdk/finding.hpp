// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <source_location>
#include <string>

namespace amplify::cdk {

enum class Severity : std::uint8_t {
  /// Stops synthesis.
  error,
  /// What CloudFormation may reject.
  warning,
  /// Good to know.
  info,
};

/// What synthesis found out about one place of a template.
struct Finding {
  Severity severity = Severity::error;
  /// The kind, by which it is acknowledged: `PropertyPatternError`.
  std::string id{};
  /// The path of the construct.
  std::string where{};
  /// The template's file in the assembly. Empty when it is about no template.
  std::string templateFile{};
  /// Empty when it is about no resource.
  std::string logicalId{};
  /// In the resource's properties: `Tags.0.Key`. Empty when it is about no property.
  std::string property{};
  std::string message{};
  /// What to do about it. Empty when the message says it all.
  std::string help{};
  /// The line that made the construct; `line() == 0` when unknown.
  std::source_location source{};
  /// The reason of who acknowledged it; empty when nobody did.
  std::string acknowledged{};
  /// The path of the construct that it was acknowledged for.
  std::string acknowledgedAt{};
};

}  // namespace amplify::cdk
