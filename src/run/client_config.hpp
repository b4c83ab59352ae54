// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

// `amplify_outputs.json`, from the outputs of a deployed root stack.

namespace amplify::detail {

/// Outputs of the root stack by name, as CloudFormation gives them.
using StackOutputs = std::map<std::string, std::string, std::less<>>;

struct ClientConfigOptions {
  /// `1`, `1.1` to `1.5`.
  std::string version = "1.5";
  /// Of the API, as JSON; none for a backend without data.
  std::optional<std::string> modelIntrospection{};
};

/// The file's text: JSON, indented by two spaces.
///
/// Errors: UserError `UnsupportedOutputsVersionError`; `AmplifyOutputsNotFoundError` for a stack
/// that isn't one of Amplify's; `InvalidOutputsError` for an output of another form than Amplify
/// writes; `OutputEntryAlreadyExistsError` for a custom output that a definition makes too.
std::string client_config(const StackOutputs& outputs, const ClientConfigOptions& options = {});

/// The same for Flutter: `amplify_outputs.dart`.
std::string dart_config(std::string_view json);

/// The outputs from a file: what `aws cloudformation describe-stacks` prints, or
/// `cdk deploy --outputs-file` writes. `stack` chooses one of several; empty takes the only one.
///
/// Errors: UserError `InvalidOutputsError`.
StackOutputs read_stack_outputs(
    std::string_view text, std::string_view stack, std::string_view file
);

}  // namespace amplify::detail
