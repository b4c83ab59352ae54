// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>
#include <amplify/schema/detail/meta.hpp>

namespace amplify::detail {

/// A schema without faults as plain data.
ir::Definition lower(const schema_view& schema);

}  // namespace amplify::detail
