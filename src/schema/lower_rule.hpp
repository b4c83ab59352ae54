// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <vector>

namespace amplify::detail {

/// Rules of the schema about functions are left out.
std::vector<ir::Rule> lower_rules(const parts_view& schema, range rules);

/// The rules of an operation. Of those that it takes from the schema, the ones about items are left
/// out: it has none.
std::vector<ir::Rule> lower_operation_rules(const parts_view& schema, const type_meta& operation);

/// What the rules of the schema let functions do; of several rules about a function, all.
std::vector<ir::FunctionAccess> lower_function_access(const parts_view& schema, range rules);

}  // namespace amplify::detail
