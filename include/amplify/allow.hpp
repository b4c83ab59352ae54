// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace amplify {

struct defineFunction;

namespace detail {

/// Whom a rule lets in, by the word of `allow` that says so.
enum class strategy : std::uint8_t {
  owner,
  ownerDefinedIn,
  ownersDefinedIn,
  authenticated,
  guest,
  publicApiKey,
  /// `allow.group` and `allow.groups`.
  groups,
  groupDefinedIn,
  groupsDefinedIn,
  custom,
  resource,
  entity,
  /// `allow.all`: what its parts let in, each of them.
  all
};

/// All of a rule but its lists, as written. Whoever takes rules says which of them it understands.
struct rule_meta {
  strategy who = strategy::owner;
  /// How often `.to(...)`, `.identityClaim(...)` and `.withClaimIn(...)` were called.
  std::uint8_t limits = 0, identity_claims = 0, group_claims = 0;
  /// Empty means the default of the strategy.
  std::string_view provider{};
  /// The field that `…DefinedIn` names, or what `allow.entity` was given.
  std::string_view subject{};
  std::string_view claim{};
  const defineFunction* function = nullptr;
};

template <class T>
concept text_like = std::is_convertible_v<const T&, std::string_view> && !std::is_null_pointer_v<T>;

/// Without counting the characters, which takes constant evaluation a step for each.
template <std::size_t N>
constexpr std::string_view text_from(const char (&text)[N]) {
  return {text, N - 1};
}
constexpr std::string_view text_from(std::string_view text) { return text; }

}  // namespace detail

/// One rule: whom it lets in and what they may do, as `allow` makes it.
///
/// Where it stands decides what it may say: a model knows owners, a path of a bucket doesn't, and
/// each has its own words for `.to(...)`.
template <std::size_t Words, std::size_t Groups>
struct AuthorizationRule {
  detail::rule_meta meta{};
  /// As given to `.to(...)`.
  std::array<std::string_view, Words> words{};
  std::array<std::string_view, Groups> groups{};

  /// Limits the rule to what is named. What a rule without it permits depends on where it stands.
  template <class... W>
  [[nodiscard]] constexpr AuthorizationRule<sizeof...(W), Groups> to(const W&... names) const {
    constexpr bool ok = (detail::text_like<W> && ...);
    static_assert(ok, ".to(...): takes strings, as in .to(\"create\", \"read\")");
    AuthorizationRule<sizeof...(W), Groups> rule{meta, {}, groups};
    if constexpr (ok) {
      rule.words = {detail::text_from(names)...};
      ++rule.meta.limits;
    }
    return rule;
  }

  /// For rules about owners: the claim of the caller's token that identifies them. Default: `sub`
  /// and the user name, joined by `::`.
  [[nodiscard]] constexpr AuthorizationRule identityClaim(std::string_view claim) const {
    auto rule = *this;
    rule.meta.claim = claim;
    ++rule.meta.identity_claims;
    return rule;
  }

  /// For rules about groups: the claim of the caller's token that lists their groups. Default:
  /// `cognito:groups`.
  [[nodiscard]] constexpr AuthorizationRule withClaimIn(std::string_view claim) const {
    auto rule = *this;
    rule.meta.claim = claim;
    ++rule.meta.group_claims;
    return rule;
  }
};

/// A rule that lets in the callers whom each of its parts lets in, as `allow.all` makes it.
template <std::size_t Words, std::size_t Parts, std::size_t Groups>
struct CombinedRule {
  detail::rule_meta meta{.who = detail::strategy::all};
  std::array<std::string_view, Words> words{};
  std::array<detail::rule_meta, Parts> parts{};
  /// Those of all parts, and how many each has.
  std::array<std::string_view, Groups> groups{};
  std::array<std::size_t, Parts> group_counts{};

  /// Limits the rule to what is named, as for a rule without parts.
  template <class... W>
  [[nodiscard]] constexpr CombinedRule<sizeof...(W), Parts, Groups> to(const W&... names) const {
    constexpr bool ok = (detail::text_like<W> && ...);
    static_assert(ok, ".to(...): takes strings, as in .to(\"create\", \"read\")");
    CombinedRule<sizeof...(W), Parts, Groups> rule{meta, {}, parts, groups, group_counts};
    if constexpr (ok) {
      rule.words = {detail::text_from(names)...};
      ++rule.meta.limits;
    }
    return rule;
  }
};

namespace detail {

template <class T>
inline constexpr bool is_plain_rule = false;
template <std::size_t Words, std::size_t Groups>
inline constexpr bool is_plain_rule<AuthorizationRule<Words, Groups>> = true;

template <class T>
inline constexpr std::size_t group_count = 0;
template <std::size_t Words, std::size_t Groups>
inline constexpr std::size_t group_count<AuthorizationRule<Words, Groups>> = Groups;

}  // namespace detail

/// The type of `allow`.
///
/// Where a strategy takes a provider, it is how callers prove who they are: `userPools` unless
/// named, or `oidc`, an OpenID Connect provider.
struct Allowing {
  using Rule = AuthorizationRule<0, 0>;

  /// Lets in whoever created the item. Their identity is kept in the field `owner`, which is added
  /// as an optional string unless the model declares it.
  [[nodiscard]] constexpr Rule owner(std::string_view provider = {}) const {
    return {{.who = detail::strategy::owner, .provider = provider}};
  }

  /// Lets in the user whom the field names.
  [[nodiscard]] constexpr Rule ownerDefinedIn(
      std::string_view field, std::string_view provider = {}
  ) const {
    return {
        {.who = detail::strategy::ownerDefinedIn, .provider = provider, .subject = field},
    };
  }

  /// Lets in the users whom the field, a list, names.
  [[nodiscard]] constexpr Rule ownersDefinedIn(
      std::string_view field, std::string_view provider = {}
  ) const {
    return {
        {.who = detail::strategy::ownersDefinedIn, .provider = provider, .subject = field},
    };
  }

  /// Lets in everyone who is signed in: with the user pool unless `provider` names another way,
  /// `identityPool` for AWS identities.
  [[nodiscard]] constexpr Rule authenticated(std::string_view provider = {}) const {
    return {{.who = detail::strategy::authenticated, .provider = provider}};
  }

  /// Lets in visitors who are not signed in, as the unauthenticated AWS identity.
  [[nodiscard]] constexpr Rule guest() const { return {{.who = detail::strategy::guest}}; }

  /// Lets in everyone who has the API key.
  [[nodiscard]] constexpr Rule publicApiKey() const {
    return {{.who = detail::strategy::publicApiKey}};
  }

  /// Lets in the members of a group.
  [[nodiscard]] constexpr AuthorizationRule<0, 1> group(
      std::string_view name, std::string_view provider = {}
  ) const {
    return {{.who = detail::strategy::groups, .provider = provider}, {}, {name}};
  }

  /// Lets in the members of any of the groups.
  template <class... Names>
  [[nodiscard]] constexpr AuthorizationRule<0, sizeof...(Names)> groups(const Names&... names
  ) const {
    constexpr bool ok = (detail::text_like<Names> && ...);
    static_assert(
        ok, "allow.groups(...): takes strings, as in allow.groups(\"ADMINS\", \"EDITORS\")"
    );
    if constexpr (ok)
      return {{.who = detail::strategy::groups}, {}, {detail::text_from(names)...}};
    else
      return {{.who = detail::strategy::groups}};
  }
  /// The same with a provider: `allow.groups({"ADMINS", "EDITORS"}, "oidc")`.
  template <std::size_t N>
  [[nodiscard]] constexpr AuthorizationRule<0, N> groups(
      const char* const (&names)[N], std::string_view provider
  ) const {
    AuthorizationRule<0, N> rule{{.who = detail::strategy::groups, .provider = provider}};
    for (std::size_t i = 0; i < N; ++i)
      rule.groups[i] = names[i];
    return rule;
  }

  /// Lets in the members of the group that the field names.
  [[nodiscard]] constexpr Rule groupDefinedIn(
      std::string_view field, std::string_view provider = {}
  ) const {
    return {
        {.who = detail::strategy::groupDefinedIn, .provider = provider, .subject = field},
    };
  }

  /// Lets in the members of any group that the field, a list, names.
  [[nodiscard]] constexpr Rule groupsDefinedIn(
      std::string_view field, std::string_view provider = {}
  ) const {
    return {
        {.who = detail::strategy::groupsDefinedIn, .provider = provider, .subject = field},
    };
  }

  /// Lets in whom the Lambda authorizer of the API lets in; its only provider is `function`.
  [[nodiscard]] constexpr Rule custom(std::string_view provider = {}) const {
    return {{.who = detail::strategy::custom, .provider = provider}};
  }

  /// Lets in a function, which must outlive the rule: `inline const auto worker =
  /// defineFunction(...)`.
  [[nodiscard]] constexpr Rule resource(const defineFunction& function) const {
    return {{.who = detail::strategy::resource, .function = &function}};
  }
  Rule resource(const defineFunction&& function) const = delete;  // give the function a name first

  /// Lets in the callers whom each of the rules lets in: `allow.all(allow.owner(),
  /// allow.group("EDITORS"))`. They are about owners or groups and have one provider; `.to(...)`
  /// comes behind `all`. For models and their fields.
  template <class... R>
  [[nodiscard]] constexpr auto all(const R&... rules) const {
    constexpr bool ok = (detail::is_plain_rule<R> && ...);
    static_assert(
        ok, "allow.all(...): takes rules, as in allow.all(allow.owner(), allow.group(\"EDITORS\"))"
    );
    if constexpr (!ok) {
      return owner();
    } else {
      CombinedRule<0, sizeof...(R), (std::size_t{0} + ... + detail::group_count<R>)> all{};
      all.parts = {rules.meta...};
      all.group_counts = {detail::group_count<R>...};
      [[maybe_unused]] std::string_view* group = all.groups.data();
      const auto add = [&](const auto& groups) {
        for (const std::string_view name : groups)
          *group++ = name;
        return true;
      };
      [[maybe_unused]] const bool added[] = {true, add(rules.groups)...};
      return all;
    }
  }

  /// Lets in each identity of the identity pool to what is its own; the only entity is `identity`.
  [[nodiscard]] constexpr Rule entity(std::string_view name) const {
    return {{.who = detail::strategy::entity, .subject = name}};
  }
};

/// Where rules start, as in `allow.owner().to("read")`.
inline constexpr Allowing allow{};

}  // namespace amplify
