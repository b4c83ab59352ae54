// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/suggestion.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/lines.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/fixed_string.hpp>
#include <amplify/schema/literals.hpp>

#include <cstddef>
#include <string_view>

namespace amplify {

/// Never defined: their names are how a compiler prints that a model or field doesn't exist, and
/// what does.
template <fixed_string... Sentence>
struct unknown_model;
template <fixed_string... Sentence>
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

/// Position of the field of this name among the model's, or of an added one.
constexpr std::size_t find_position(
    const schema_view& schema, std::size_t index, const name& wanted
) {
  const type_meta& model = schema.types[index];
  if (const field_meta* const field = find_field(schema, model, wanted.hash))
    return static_cast<std::size_t>(field - (schema.fields + model.fields.first));
  switch (wanted.meaning) {
    case word::id:
      return is_key(schema, model, id_field) ? added_id : no_field;
    case word::created_at:
      return added_created_at;
    case word::updated_at:
      return added_updated_at;
    case word::owner:
      return keeps_owner(schema, model) ? added_owner : no_field;
    default:
      return no_field;
  }
}

/// The nearest name, and all names as far as a message holds them. Empty ones don't count.
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
  std::string_view separator;
  for (std::size_t i = 0; i < count; ++i) {
    if (name_at(i).empty()) continue;
    result.all.append(separator);
    result.all.append(name_at(i));
    separator = ", ";
  }
  return result;
}

template <const auto& Schema, fixed_string Name>
struct reported_model {
  static consteval message where() {
    message text;
    text.append(Name.view());
    return text;
  }
  static constexpr std::string_view name_of(std::size_t i) {
    return Schema.types[i].kind == type_kind::model ? Schema.types[i].name.text
                                                    : std::string_view();
  }
  static constexpr message written = where();
  static constexpr alternatives others =
      alternatives_to(Name.view(), Schema.size.types, [](std::size_t i) { return name_of(i); });
  static_assert(sizeof(printed<unknown_model, written, others.nearest, others.all>) > 0);
};

template <const auto& Schema, std::size_t Model, fixed_string Name>
struct reported_field {
  static consteval message where() {
    message text;
    for (const auto part : {Schema.types[Model].name.text, std::string_view("."), Name.view()})
      text.append(part);
    return text;
  }
  static constexpr message written = where();
  static constexpr alternatives others =
      alternatives_to(Name.view(), Schema.types[Model].fields.count, [](std::size_t i) {
        return Schema.fields[Schema.types[Model].fields.first + i].name.text;
      });
  static_assert(sizeof(printed<unknown_field, written, others.nearest, others.all>) > 0);
  static constexpr anything stand_in{};
};

/// Which field of a record has the name.
template <const auto& Schema, std::size_t Model, fixed_string Name>
inline constexpr std::size_t position = find_position(Schema.view(), Model, Key<Name>::name);

}  // namespace detail
}  // namespace amplify
