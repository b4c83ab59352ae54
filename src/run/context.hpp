// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace amplify::detail {

/// The CDK context's entries that identify a backend: `amplify-backend-namespace`, `-name` and
/// `-type`.
struct Context {
  std::optional<std::string> space{};
  std::optional<std::string> name{};
  std::optional<std::string> type{};
};

/// Reads them as the cdk CLI hands them over. Errors: UserError `InvalidContextError`.
Context read_context();

}  // namespace amplify::detail
