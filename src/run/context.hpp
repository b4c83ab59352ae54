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

/// Reads the context as the cdk CLI hands it over: JSON in the environment variable
/// `CDK_CONTEXT_JSON` and, above 128 KiB, more of it in a file that `CONTEXT_OVERFLOW_LOCATION_ENV`
/// names. Errors: UserError `InvalidContextError`.
Context read_context();

}  // namespace amplify::detail
