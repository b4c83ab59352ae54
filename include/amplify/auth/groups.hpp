// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth/text.hpp>

#include <string_view>

namespace amplify {
namespace detail {

struct group_name_text {
  static constexpr void check(std::string_view text) {
    constexpr std::size_t longest = 128;
    if (text.empty() || text.size() > longest)
      throw refused("a group's name has 1 to 128 characters");
    if (text.find_first_of(" \t\n") != std::string_view::npos)
      throw refused("Cognito takes no group with spaces in its name");
  }
};

}  // namespace detail

/// The name of a group of users, as rules and tokens name it.
using GroupName = Text<detail::group_name_text>;

}  // namespace amplify
