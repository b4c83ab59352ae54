// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/field.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/names.hpp>
#include <amplify/schema/checks/rule.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// The hash of a model's name with its first letter in upper case, as names of operations have it.
constexpr std::uint64_t capitalized_hash(std::string_view text) {
  const char first = capital(text[0]);
  return hash_text(text.substr(1), hash_text({&first, 1}));
}

/// Another model that gives its operations the same names (`getTodo` for `todo` and `Todo`), or
/// null.
constexpr const model_meta* same_operations(const schema_view& schema, std::string_view text) {
  if (capital(text[0]) == text[0]) return nullptr;
  // The table finds a slot by hash and text, so the text must be at hand.
  message capitalized;
  capitalized.append(text);
  capitalized.chars[0] = capital(text[0]);
  const auto at = schema.find(capitalized.view(), capitalized_hash(text));
  return at == schema.model_count ? nullptr : schema.models + at;
}

/// Another model from which the API derives a type of this name, or null.
constexpr const model_meta* deriving_model(const schema_view& schema, std::string_view text) {
  if (text.substr(text.size() < 5 ? 0 : text.size() - 5) != "Input" &&
      text.substr(text.size() < 10 ? 0 : text.size() - 10) != "Connection")
    return nullptr;
  for (const auto& form : derived_type_names) {
    const auto stem = derived_from(text, form);
    if (stem.empty()) continue;
    const auto at = schema.find(stem, hash_text(stem));
    if (at != schema.model_count) return schema.models + at;
  }
  return nullptr;
}

constexpr void check_model_name(
    const schema_view& schema, const model_meta& model, findings& found
) {
  const std::string_view text = model.name.text;
  if (text.empty()) return found.add({"a.schema(...)"}, {"a model has no name"}, {"name it"});
  if (!model.name.valid)
    return found.add(
        {text}, {"no name in GraphQL"}, {"use letters, digits and _, and start with a letter"}
    );
  if (model.name.repeated)
    return found.add({text}, {"two models have this name"}, {"rename or remove one of the two"});
  if (is_reserved_type_name(text))
    return found.add({text}, {"GraphQL or AppSync has a type of this name"}, {"rename the model"});
  if (const auto* other = same_operations(schema, text))
    return found.add(
        {text}, {"has the same operations as `", other->name.text, "`"}, {"rename one of the two"}
    );
  if (const auto* other = deriving_model(schema, text))
    return found.add(
        {text}, {"the API of `", other->name.text, "` has a type of this name"},
        {"rename the model"}
    );
}

constexpr bool check_rules(const schema_view& schema, const model_meta& model, findings& found) {
  const model_rule* const rules = schema.rules + model.first_rule;
  if (model.rule_count == 0)
    found.add(
        {model.name.text}, {"has no rules, so nobody may use it"},
        {"add .authorization(allow.owner()) or another rule"}
    );
  bool has_owner = false;
  rules_check check(model, found);
  for (std::size_t i = 0; i < model.rule_count; ++i) {
    check.rule(rules[i]);
    for (std::size_t j = 0; j < i; ++j)
      check.unequal(rules[i], rules[j]);
    has_owner = has_owner || rules[i].meta.who == strategy::owner;
  }
  return has_owner;
}

/// Everything that can be wrong with one model.
constexpr void check_model(const schema_view& schema, std::size_t index, findings& found) {
  const model_meta& model = schema.models[index];
  check_model_name(schema, model, found);
  if (model.refused) return;
  if (model.field_count == 0)
    found.add({model.name.text}, {"has no fields"}, {"declare one, as in a.string()"});
  const bool has_owner = check_rules(schema, model, found);
  for (std::size_t i = 0; i < model.field_count; ++i)
    check_field(schema, model, schema.fields[model.first_field + i], has_owner, found);
}

}  // namespace amplify::detail
