// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"

#include <string_view>

namespace amplify::cdk {

/// The entry of a parameter. Errors (recorded in the plan): see `Parameter`.
const detail::Data* parameter_entry(Plan& plan, const detail::ConstructNode& node);

/// Whether a reference or intrinsic function is in the value.
bool has_token(const detail::Data& value);
/// Errors (recorded in the plan): `TokenNotAllowedError` for the value at `place`.
void report_token(Plan& plan, const detail::ConstructNode& node, std::string_view place);

}  // namespace amplify::cdk
