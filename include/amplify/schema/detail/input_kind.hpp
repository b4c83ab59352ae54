// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace amplify::detail {

/// What an input is for.
enum class input_kind : std::uint8_t { create, update, identifier, deletion, arguments };

}  // namespace amplify::detail
