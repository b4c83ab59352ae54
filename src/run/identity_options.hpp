// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/context.hpp"

#include <amplify/define_backend.hpp>

#include <string>

namespace CLI {
class App;
}

namespace amplify::detail {

/// Which deployment a command is about: `--identifier`, `--branch`, `--app-id`; empty when not
/// given.
struct IdentityOptions {
  std::string identifier{};
  std::string branch{};
  std::string appId{};

  void describe(CLI::App& command);
};

/// Who this deployment is: the options, else the context, else the sandbox of a project `app`.
/// Errors: UserError `InvalidIdentifierError`.
BackendIdentifier backend_identifier(const IdentityOptions& options, const Context& context);

}  // namespace amplify::detail
