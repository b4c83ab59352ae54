// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/snapshot.hpp"

#include <amplify/define_backend.hpp>

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace amplify::detail {

/// What a backend is compared with: `--against`, `--stack`, else this deployment's own stack.
struct BaseOptions {
  std::string assembly{};
  std::string stack{};
  std::string profile{};

  void describe(CLI::App& command);
  /// None if nothing is deployed. Errors: UserError `StackDoesNotExistError` for a stack that was
  /// named, those of `read_assembly` and of calls to AWS.
  std::optional<diff::Snapshot> read(const BackendIdentifier& identifier) const;
};

}  // namespace amplify::detail
