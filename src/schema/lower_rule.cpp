// SPDX-License-Identifier: Apache-2.0
#include "schema/lower_rule.hpp"

#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/rules.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace amplify::detail {
namespace {

ir::Allow allow_of(strategy who) {
  switch (who) {
    case strategy::authenticated:
      return ir::Allow::private_;
    case strategy::guest:
    case strategy::publicApiKey:
      return ir::Allow::public_;
    case strategy::groups:
    case strategy::groupDefinedIn:
    case strategy::groupsDefinedIn:
      return ir::Allow::groups;
    case strategy::custom:
      return ir::Allow::custom;
    default:
      return ir::Allow::owner;
  }
}

std::vector<ir::Operation> operations_of(const parts_view& schema, const rule& rule) {
  std::vector<ir::Operation> result;
  for (const std::string_view word : part_of(schema.names, rule.words))
    result.push_back(static_cast<ir::Operation>(model_operations.find(word)));
  return result;
}

ir::Rule lower_parts(const parts_view& schema, const rule& combined);

ir::Rule lower(const parts_view& schema, const rule& rule) {
  if (rule.meta.who == strategy::all) return lower_parts(schema, rule);
  const rule_meta& meta = rule.meta;
  const std::string claim(meta.claim);
  const bool groups = is_about_groups(meta);
  ir::Rule result{
      .allow = allow_of(meta.who),
      .provider = provider_of(meta),
      .ownerField = std::string(owner_field_of(meta)),
      .identityClaim = groups ? std::string() : claim,
      .groupsField = std::string(groups_field_of(meta)),
      .groupClaim = groups ? claim : std::string(),
  };
  for (const std::string_view group : part_of(schema.names, rule.groups))
    result.groups.emplace_back(group);
  result.operations = operations_of(schema, rule);
  return result;
}

ir::Rule lower_parts(const parts_view& schema, const rule& combined) {
  const span<rule> parts = parts_of(combined);
  ir::Rule result = lower(schema, *parts.first);
  result.operations = operations_of(schema, combined);
  for (const rule& part : span<rule>{parts.first + 1, parts.count - 1})
    result.also.push_back(lower(schema, part));
  return result;
}

bool is_about_items(const rule_meta& rule) {
  return rule.who == strategy::all || !subject_of(rule).empty();
}

}  // namespace

std::vector<ir::Rule> lower_rules(const parts_view& schema, range rules) {
  std::vector<ir::Rule> result;
  for (const rule& rule : part_of(schema.rules, rules))
    if (!rule.is_part && rule.meta.who != strategy::resource) result.push_back(lower(schema, rule));
  return result;
}

std::vector<ir::Rule> lower_operation_rules(const parts_view& schema, const type_meta& operation) {
  std::vector<ir::Rule> result;
  for (const rule& rule : part_of(schema.rules, operation.rules))
    if (!rule.is_part && rule.meta.who != strategy::resource && !is_about_items(rule.meta))
      result.push_back(lower(schema, rule));
  return result;
}

std::vector<ir::FunctionAccess> lower_function_access(const parts_view& schema, range rules) {
  std::vector<ir::FunctionAccess> result;
  for (const rule& rule : part_of(schema.rules, rules)) {
    if (rule.meta.who != strategy::resource) continue;
    const auto grants = [&](std::string_view word) {
      const auto words = part_of(schema.names, rule.words);
      return rule.meta.limits == 0 || std::find(words.begin(), words.end(), word) != words.end();
    };
    auto known = std::ranges::find(result, rule.meta.function, &ir::FunctionAccess::function);
    if (known == result.end())
      known = result.insert(known, {rule.meta.function, false, false, false});
    known->query = known->query || grants("query");
    known->mutate = known->mutate || grants("mutate");
    known->listen = known->listen || grants("listen");
  }
  return result;
}

}  // namespace amplify::detail
