// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// The programs that commands run: the CDK's CLI, Node.js, the AWS CLI.

namespace amplify::detail {

/// The CDK CLI that this version is tested with. npm's `latest` is an older build.
inline constexpr std::string_view cdk_version = "2.1148.1";

struct Tool {
  /// What to run; empty when there is no such program.
  std::vector<std::string> command{};
  /// `20.1.0`; empty when it doesn't tell.
  std::string version{};
};

/// What a program calls its version: the first thing like `1.2.3` that `--version` prints.
Tool find_tool(std::string_view name);

/// `cdk` of the project (node_modules), of PATH, or by `npx`.
/// Errors: UserError `ToolNotFoundError`.
std::vector<std::string> cdk_command();

/// Compares versions number by number.
bool is_older(std::string_view version, std::string_view than);

}  // namespace amplify::detail
