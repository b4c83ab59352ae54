// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace amplify::cdk {

/// How many bytes at the start are UTF-8.
std::size_t utf8_prefix(std::string_view text);

/// Whether the text is UTF-8 without control characters, which neither ids nor tags can hold.
bool is_printable(std::string_view text);

}  // namespace amplify::cdk
