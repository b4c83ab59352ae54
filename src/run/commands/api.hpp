// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/define_backend.hpp>
#include <amplify/schema/definition.hpp>

#include <string>

namespace amplify::detail {

/// The backend's schema, for commands about the API. Errors: UserError `NoDataError` without one,
/// and whatever is wrong with the backend.
const ir::Definition& valid_schema(const Backend& backend, const std::string& command);

}  // namespace amplify::detail
