// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/allow/words.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/types.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What the rules of an API say.
namespace amplify::detail {

// No std::array, here and below: its operator[] costs clang's constant evaluation four steps of
// about a million.
/// In the order of `ir::Operation`.
inline constexpr std::string_view operation_names[] = {"create", "update", "delete", "read",  "get",
                                                       "list",   "sync",   "listen", "search"};
inline constexpr std::string_view field_operation_names[] = {"create", "update", "delete", "read"};
inline constexpr std::string_view schema_operation_names[] = {"query", "mutate", "listen"};

inline constexpr vocabulary model_operations{
    "no operation", operation_names, 9,
    "there are create, update, delete and read, or get, list, sync, listen, search"
};
inline constexpr vocabulary field_operations{
    "no operation on a field", field_operation_names, 4, "there are create, update, delete and read"
};
inline constexpr vocabulary schema_operations{
    "nothing that a function may do", schema_operation_names, 3,
    "there are query, mutate and listen"
};

/// The providers that a strategy knows; the first is the default.
struct provider_names {
  const std::string_view* names = nullptr;
  std::size_t count = 0;
  /// As help lists them.
  std::string_view all{};
};

inline constexpr std::string_view token_providers[] = {"userPools", "oidc", "identityPool"};
inline constexpr std::string_view custom_providers[] = {"function"};

constexpr provider_names providers_of(strategy who) {
  switch (who) {
    case strategy::authenticated:
      return {token_providers, 3, "write `userPools`, `oidc` or `identityPool`"};
    case strategy::custom:
      return {custom_providers, 1, "write `function` or nothing"};
    case strategy::guest:
    case strategy::publicApiKey:
    case strategy::resource:
    case strategy::entity:
      return {};
    default:
      return {token_providers, 2, "write `userPools` or `oidc`"};
  }
}

constexpr ir::Provider provider_of(const rule_meta& rule) {
  switch (rule.who) {
    case strategy::publicApiKey:
      return ir::Provider::apiKey;
    case strategy::guest:
      return ir::Provider::identityPool;
    case strategy::custom:
      return ir::Provider::function;
    default:
      return rule.provider == "oidc"           ? ir::Provider::oidc
             : rule.provider == "identityPool" ? ir::Provider::identityPool
                                               : ir::Provider::userPools;
  }
}

/// The parts of `allow.all(...)`, which follow it.
constexpr span<rule> parts_of(const rule& rule) { return {&rule + 1, rule.parts}; }

/// Of `allow.all(...)`, that of its first part: they have all the same.
constexpr ir::Provider provider_of(const rule& rule) {
  return provider_of(rule.parts > 0 ? parts_of(rule).first->meta : rule.meta);
}

constexpr rule_text text_of(const parts_view& schema, const rule& rule) {
  const rule_meta& meta = rule.meta;
  if (meta.who == strategy::groups)
    return text_of(
        meta.who, rule.groups.count > 0 ? schema.names[rule.groups.first] : std::string_view(),
        rule.groups.count
    );
  return text_of(meta.who, meta.subject.empty() ? meta.provider : meta.subject, 0);
}

/// Whether `.to(...)` names the operation.
constexpr bool permits(const parts_view& schema, const rule& rule, ir::Operation operation) {
  for (const std::string_view word : part_of(schema.names, rule.words))
    if (word == operation_names[static_cast<std::size_t>(operation)]) return true;
  return false;
}

/// Whether the rule grants the operation, one of those that `read` stands for.
constexpr bool grants_reading(const parts_view& schema, const rule& rule, ir::Operation operation) {
  return rule.meta.limits == 0 || permits(schema, rule, ir::Operation::read) ||
         permits(schema, rule, operation);
}

/// The field in which a rule finds the group or groups, or nothing.
constexpr std::string_view groups_field_of(const rule_meta& rule) {
  return rule.who == strategy::groupDefinedIn || rule.who == strategy::groupsDefinedIn
             ? rule.subject
             : std::string_view();
}
constexpr bool is_about_owners(const rule_meta& rule) {
  return rule.who == strategy::owner || rule.who == strategy::ownerDefinedIn ||
         rule.who == strategy::ownersDefinedIn;
}
constexpr bool is_about_groups(const rule_meta& rule) {
  return rule.who == strategy::groups || rule.who == strategy::groupDefinedIn ||
         rule.who == strategy::groupsDefinedIn;
}
/// The field of an item that decides whom a rule lets in, or nothing.
constexpr std::string_view subject_of(const rule_meta& rule) {
  const std::string_view owner = owner_field_of(rule);
  return owner.empty() ? groups_field_of(rule) : owner;
}
/// The claim that a rule reads; of owners, empty means the default of two claims.
constexpr std::string_view claim_of(const rule_meta& rule) {
  return rule.claim.empty() && is_about_groups(rule) ? "cognito:groups" : rule.claim;
}

constexpr bool has_group(const parts_view& schema, const rule& rule, std::string_view group) {
  for (const std::string_view name : part_of(schema.names, rule.groups))
    if (name == group) return true;
  return false;
}

constexpr bool same_callers(const parts_view& schema, const rule& one, const rule& other);

/// Of two `allow.all(...)`: whether each part has its like in the other.
constexpr bool same_parts(const parts_view& schema, const rule& one, const rule& other) {
  if (one.parts != other.parts) return false;
  for (const rule& part : parts_of(one)) {
    bool found = false;
    for (const rule& counterpart : parts_of(other))
      found = found || same_callers(schema, part, counterpart);
    if (!found) return false;
  }
  return true;
}

/// Whether two rules let in the same callers, by the same token and claim. `group` narrows the
/// first, if it is about groups, to one of them.
constexpr bool same_callers(
    const parts_view& schema, const rule& one, const rule& other, std::string_view group
) {
  const rule_meta& a = one.meta;
  if (a.who == strategy::all || other.meta.who == strategy::all)
    return a.who == other.meta.who && same_parts(schema, one, other);
  const rule_meta& b = other.meta;
  if (provider_of(a) != provider_of(b) || claim_of(a) != claim_of(b)) return false;
  if (is_about_owners(a)) return is_about_owners(b) && owner_field_of(a) == owner_field_of(b);
  if (a.who == strategy::groupDefinedIn || a.who == strategy::groupsDefinedIn)
    return is_about_groups(b) && b.who != strategy::groups && a.subject == b.subject;
  if (a.who != b.who || a.who == strategy::resource) return false;
  return a.who != strategy::groups || has_group(schema, other, group);
}
constexpr bool same_callers(const parts_view& schema, const rule& one, const rule& other) {
  if (one.meta.who != strategy::groups) return same_callers(schema, one, other, {});
  for (const std::string_view group : part_of(schema.names, one.groups))
    if (same_callers(schema, one, other, group)) return true;
  return false;
}

}  // namespace amplify::detail
