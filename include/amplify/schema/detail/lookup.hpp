// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/suggestion.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/fixed_string.hpp>
#include <amplify/schema/literals.hpp>

#include <cstddef>
#include <string_view>

namespace amplify {

/// Never defined: their names are how a compiler prints that a model or field doesn't exist, and
/// what does.
template <fixed_string Written, fixed_string Suggestion, fixed_string Existing>
struct unknown_model;
template <fixed_string Written, fixed_string Suggestion, fixed_string Existing>
struct unknown_field;

namespace detail {

/// Reaches the private parts of records, for those who fill them.
struct record_access;

/// What a field that doesn't exist is taken for, so that its error stays the only one.
struct anything {
  template <class T>
  constexpr const anything& operator=(const T&) const {
    return *this;
  }
};
inline constexpr anything anything_goes{};

/// Positions of the fields that the API adds; the declared ones count from 0.
inline constexpr std::size_t added_id = 1u << 30, added_created_at = added_id + 1,
                             added_updated_at = added_id + 2, added_owner = added_id + 3;
inline constexpr std::size_t no_field = added_id + 4;

constexpr bool has_owner_rule(const schema_view& schema, const model_meta& model) {
  for (std::size_t i = 0; i < model.rule_count; ++i)
    if (schema.rules[model.first_rule + i].meta.who == strategy::owner) return true;
  return false;
}

constexpr std::size_t find_field(const schema_view& schema, std::size_t index, const name& wanted) {
  const model_meta& model = schema.models[index];
  const field_meta* const fields = schema.fields + model.first_field;
  for (std::size_t i = 0; i < model.field_count; ++i)
    if (fields[i].name.hash == wanted.hash && fields[i].name.text == wanted.text) return i;
  switch (wanted.meaning) {
    case word::id:
      return added_id;
    case word::created_at:
      return added_created_at;
    case word::updated_at:
      return added_updated_at;
    case word::owner:
      return has_owner_rule(schema, model) ? added_owner : no_field;
    default:
      return no_field;
  }
}

/// The nearest name, and all names as far as a message holds them.
struct alternatives {
  message nearest{}, all{};
};

template <class NameAt>
constexpr alternatives alternatives_to(
    std::string_view written, std::size_t count, NameAt name_at
) {
  alternatives result;
  suggestion search(written);
  search.among(count, name_at);
  if (!search.best().empty())
    for (const std::string_view text :
         {std::string_view("did you mean `"), search.best(), std::string_view("`?")})
      result.nearest.append(text);
  result.all.append("there are: ");
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) result.all.append(", ");
    result.all.append(name_at(i));
  }
  return result;
}

template <message Text>
inline constexpr fixed_string<Text.size + 1> fixed{Text.view()};

template <const auto& Schema, fixed_string Name>
struct reported_model {
  static constexpr alternatives others = alternatives_to(
      Name.view(), Schema.model_count, [](std::size_t i) { return Schema.models[i].name.text; }
  );
  static_assert(sizeof(unknown_model<Name, fixed<others.nearest>, fixed<others.all>>) > 0);
};

template <const auto& Schema, std::size_t Model, fixed_string Name>
struct reported_field {
  static consteval message where() {
    message text;
    for (const auto part : {Schema.models[Model].name.text, std::string_view("."), Name.view()})
      text.append(part);
    return text;
  }
  static constexpr alternatives others =
      alternatives_to(Name.view(), Schema.models[Model].field_count, [](std::size_t i) {
        return Schema.fields[Schema.models[Model].first_field + i].name.text;
      });
  static_assert(
      sizeof(unknown_field<fixed<where()>, fixed<others.nearest>, fixed<others.all>>) > 0
  );
  static constexpr anything stand_in{};
};

/// Which field of a record has the name.
template <const auto& Schema, std::size_t Model, fixed_string Name>
inline constexpr std::size_t position = find_field(Schema.view(), Model, Key<Name>::name);

}  // namespace detail
}  // namespace amplify
