// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the cdk CLI and CloudFormation say when a deployment goes wrong, in terms of the backend.

namespace amplify::detail {

/// One line of `cdk deploy --progress events`.
struct DeployEvent {
  std::string stack{};
  /// Resources done, and in all; 0 when the line doesn't tell.
  int done = 0;
  int total = 0;
  /// `CREATE_COMPLETE`, `UPDATE_FAILED`, …
  std::string status{};
  /// `AWS::DynamoDB::Table`
  std::string type{};
  std::string logicalId{};
  /// Why it failed; empty otherwise.
  std::string reason{};
};

/// None for a line that is no event.
std::optional<DeployEvent> parse_deploy_event(std::string_view line);

/// The first thing that went wrong, which the others follow from; what CloudFormation cancelled
/// because of it doesn't count.
const DeployEvent* first_failure(const std::vector<DeployEvent>& events);

/// What the text of a failed deployment means: name and remedy.
struct KnownFailure {
  std::string_view code;
  std::string_view help;
};

/// By what the text contains; none for one that isn't known.
std::optional<KnownFailure> known_failure(std::string_view text);

/// The lines of the cdk CLI's output that tell of the error; the last one where none does.
std::string error_lines(std::string_view output);

}  // namespace amplify::detail
