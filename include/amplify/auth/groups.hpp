// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>

#include <string_view>

namespace amplify {
namespace detail {

struct group_name_text {
  static constexpr void check(std::string_view text) {
    constexpr std::size_t longest = 128;
    if (text.empty() || text.size() > longest) throw "a group's name has 1 to 128 characters";
    if (text.find_first_of(" \t\n") != std::string_view::npos)
      throw "Cognito takes no group with spaces in its name";
  }
};

}  // namespace detail

/// The name of a group of users, as rules and tokens name it.
using GroupName = CheckedText<detail::group_name_text>;

}  // namespace amplify
