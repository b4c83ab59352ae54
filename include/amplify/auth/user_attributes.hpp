// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace amplify {
namespace detail {

struct custom_attribute_text {
  static constexpr void check(std::string_view text) {
    constexpr std::string_view prefix = "custom:";
    constexpr std::size_t longest = 20;
    if (!text.starts_with(prefix))
      throw "a custom attribute is called as clients call it: `custom:tenant`";
    text.remove_prefix(prefix.size());
    if (text.empty() || text.size() > longest)
      throw "a custom attribute has 1 to 20 characters after `custom:`";
    if (text.find(' ') != std::string_view::npos)
      throw "a custom attribute has no spaces in its name";
  }
};

}  // namespace detail

/// The name of an attribute of your own, as clients write it: `custom:tenant`.
///
/// Errors (compile time): it doesn't start with `custom:`, or goes on with no character, more than
/// 20, or a space.
using CustomAttributeName = CheckedText<detail::custom_attribute_text>;

/// An attribute that OpenID Connect knows. The user pool has all of them; naming one here sets its
/// rules, which can't be changed once the user pool is there.
struct StandardAttribute {
  /// Whether users must give it when they sign up.
  bool required = false;
  /// Whether it can change. What an external provider fills must be mutable.
  bool mutable_ = true;
  bool given = true;
};

struct StringAttribute {
  /// Characters, 0 to 2,048.
  std::optional<int> minLen{};
  std::optional<int> maxLen{};
  bool mutable_ = true;
};

struct NumberAttribute {
  std::optional<std::int64_t> min{};
  std::optional<std::int64_t> max{};
  bool mutable_ = true;
};

struct BooleanAttribute {
  bool mutable_ = true;
};

struct DateTimeAttribute {
  bool mutable_ = true;
};

/// An attribute of your own: `{"custom:tenant", StringAttribute{.maxLen = 100}}`.
struct CustomAttribute {
  CustomAttributeName name{};
  std::variant<StringAttribute, NumberAttribute, BooleanAttribute, DateTimeAttribute> type{};
};

/// What the user pool keeps of its users. The address or number that they sign in with is required
/// and mutable unless it is set here. Attributes can be added later, but never removed.
struct UserAttributes {
  StandardAttribute address{.given = false};
  StandardAttribute birthdate{.given = false};
  StandardAttribute email{.given = false};
  StandardAttribute familyName{.given = false};
  StandardAttribute gender{.given = false};
  StandardAttribute givenName{.given = false};
  StandardAttribute locale{.given = false};
  StandardAttribute middleName{.given = false};
  StandardAttribute fullname{.given = false};
  StandardAttribute nickname{.given = false};
  StandardAttribute phoneNumber{.given = false};
  StandardAttribute profilePicture{.given = false};
  StandardAttribute preferredUsername{.given = false};
  StandardAttribute profilePage{.given = false};
  StandardAttribute timezone{.given = false};
  StandardAttribute lastUpdateTime{.given = false};
  StandardAttribute website{.given = false};
  /// At most 50.
  std::vector<CustomAttribute> custom{};
};

}  // namespace amplify
