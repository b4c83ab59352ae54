// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/types.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace amplify {
namespace detail {

inline constexpr std::size_t operation_count = 9;
// No std::array, here and below: its operator[] costs clang's constant evaluation four steps of
// about a million.
inline constexpr std::string_view operation_names[operation_count] = {
    "create", "update", "delete", "read", "get", "list", "sync", "listen", "search"
};
inline constexpr std::string_view owner_field = "owner";

template <class T>
concept text_like = std::is_convertible_v<const T&, std::string_view>;

/// Without counting the characters, which takes constant evaluation a step for each.
template <std::size_t N>
constexpr std::string_view text_from(const char (&text)[N]) {
  return {text, N - 1};
}
constexpr std::string_view text_from(std::string_view text) { return text; }

}  // namespace detail

/// One authorization rule: whom it lets in and what they may do. Made by `allow`.
///
/// Errors (compile time, reported with the schema): an unknown operation or provider; `.to()`
/// without operations or called twice; an operation listed twice; `read` together with an operation
/// it includes.
struct AuthorizationRule {
  ir::Allow strategy = ir::Allow::owner;
  ir::Provider provider = ir::Provider::userPools;
  /// The field that holds the owner; empty unless `strategy` is `owner`.
  std::string_view owner_field{};
  ir::Operation operations[detail::operation_count]{};
  std::uint8_t operation_count = 0;
  /// How often `.to(...)` was called.
  std::uint8_t limits = 0;
  /// The first word of each kind that the checks refuse; empty if there is none.
  std::string_view unknown_operation{};
  std::string_view repeated_operation{};
  std::string_view unknown_provider{};

  /// Limits the rule to the named operations: any of "create", "update", "delete", "read", or in
  /// place of "read" some of "get", "list", "sync", "listen", "search".
  ///
  /// Without it, the rule permits create, update, delete and read.
  template <class... Operations>
  [[nodiscard]] constexpr AuthorizationRule to(const Operations&... names) const {
    static_assert(
        (detail::text_like<Operations> && ...),
        ".to(...): an operation is a string, as in .to(\"create\", \"read\")"
    );
    auto rule = *this;
    ++rule.limits;
    if constexpr ((detail::text_like<Operations> && ...)) (rule.add(detail::text_from(names)), ...);
    return rule;
  }

  constexpr bool permits(ir::Operation operation) const {
    for (std::size_t i = 0; i < operation_count; ++i)
      if (operations[i] == operation) return true;
    return false;
  }

 private:
  static constexpr auto unknown = static_cast<ir::Operation>(detail::operation_count);

  static constexpr std::size_t find(std::string_view text) {
    std::size_t i = 0;
    while (i < detail::operation_count && detail::operation_names[i] != text)
      ++i;
    return i;
  }
  constexpr void add(std::string_view text) {
    const auto operation = static_cast<ir::Operation>(find(text));
    if (operation == unknown) {
      if (unknown_operation.data() == nullptr) unknown_operation = text;
    } else if (permits(operation)) {
      repeated_operation = text;
    } else {
      operations[operation_count++] = operation;
    }
  }
};

/// The type of `allow`.
struct Allowing {
  /// Lets in whoever created the item. Their identity is kept in the field `owner`, which is added
  /// as an optional string unless the model declares it.
  [[nodiscard]] constexpr AuthorizationRule owner() const {
    return {ir::Allow::owner, ir::Provider::userPools, detail::owner_field};
  }

  /// Lets in everyone who is signed in with the user pool.
  [[nodiscard]] constexpr AuthorizationRule authenticated() const {
    return {ir::Allow::private_, ir::Provider::userPools};
  }

  /// Lets in everyone who is signed in: with the user pool ("userPools"), or as an AWS identity
  /// ("identityPool").
  [[nodiscard]] constexpr AuthorizationRule authenticated(std::string_view provider) const {
    AuthorizationRule rule = authenticated();
    if (provider == "identityPool")
      rule.provider = ir::Provider::identityPool;
    else if (provider != "userPools")
      rule.unknown_provider = provider.empty() ? " " : provider;
    return rule;
  }

  /// Lets in everyone who has the API key.
  [[nodiscard]] constexpr AuthorizationRule publicApiKey() const {
    return {ir::Allow::public_, ir::Provider::apiKey};
  }

  /// Lets in visitors who are not signed in, as the unauthenticated AWS identity.
  [[nodiscard]] constexpr AuthorizationRule guest() const {
    return {ir::Allow::public_, ir::Provider::identityPool};
  }
};

/// Where authorization rules start, as in `allow.owner().to("read")`.
inline constexpr Allowing allow{};

}  // namespace amplify
