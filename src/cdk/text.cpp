// SPDX-License-Identifier: Apache-2.0
#include "cdk/text.hpp"

#include <algorithm>

namespace amplify::cdk {

std::size_t utf8_prefix(std::string_view text) {
  std::size_t end = 0;  // of the letters that are whole
  std::size_t following = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool continues = (byte & 0xC0U) == 0x80U;
    if (continues != (following > 0)) return end;
    if (continues) {
      --following;
    } else if (byte == 0xC0 || byte == 0xC1 || byte > 0xF4) {
      return end;
    } else {
      following = byte < 0x80 ? 0U : byte < 0xE0 ? 1U : byte < 0xF0 ? 2U : 3U;
    }
    if (following == 0) end = i + 1;
  }
  return end;
}

bool is_printable(std::string_view text) {
  const bool has_control = std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  return !has_control && utf8_prefix(text) == text.size();
}

}  // namespace amplify::cdk
