// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace amplify {

/// A string that can be a template argument, as in `Schema::type<"Post">`; compilers print it
/// verbatim in errors.
///
/// `N` counts the terminating null.
template <std::size_t N>
struct fixed_string {
  char data[N]{};

  constexpr fixed_string(const char (&text)[N]) {
    for (std::size_t i = 0; i < N; ++i)
      data[i] = text[i];
  }
  /// Copies `text`, which has exactly `N - 1` characters.
  explicit constexpr fixed_string(std::string_view text) {
    for (std::size_t i = 0; i + 1 < N; ++i)
      data[i] = text[i];
    // Zero already; but clang prints an array as text only if the last element was written.
    data[N - 1] = '\0';
  }

  constexpr std::string_view view() const { return {data, N - 1}; }
};

}  // namespace amplify
