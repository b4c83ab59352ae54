// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/context.hpp"

#include <amplify/define_backend.hpp>

#include <string>

namespace amplify::detail {

/// The command line, parsed.
struct Options {
  enum class Command { synth, print, nothing };

  Command command = Command::synth;
  /// What `--help` or `--version` prints, for `nothing`.
  std::string text{};

  /// `--identifier`, `--branch`, `--app-id`; empty when not given.
  std::string identifier{};
  std::string branch{};
  std::string appId{};

  /// synth: the directory. Default: `CDK_OUTDIR`, or `cdk.out`.
  std::string output{};
  bool indent = false;

  /// print: the stack; empty for the root.
  std::string stack{};
  bool graphql = false;
  bool introspection = false;
  /// `Query.getPost`
  std::string resolver{};
};

/// Errors: UserError `CommandLineError`.
Options parse_options(int argc, const char* const* argv);

/// Who this deployment is: the options, else the context, else the sandbox of a project `app`.
/// Errors: UserError `InvalidIdentifierError`.
BackendIdentifier backend_identifier(const Options& options, const Context& context);

}  // namespace amplify::detail
