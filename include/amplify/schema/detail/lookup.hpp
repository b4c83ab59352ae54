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

/// Never defined: their names are how a compiler prints that an entry or field doesn't exist, and
/// what does.
template <fixed_string... Sentence>
struct unknown_entry;
template <fixed_string... Sentence>
struct unknown_field;

namespace detail {

/// What a field that doesn't exist is taken for, so that its error stays the only one.
struct anything {
  template <class T>
  constexpr const anything& operator=(const T&) const {
    return *this;
  }
};
inline constexpr anything anything_goes{};

/// Positions of the fields that the API adds; the declared ones count from 0. Several fields may
/// hold owners.
inline constexpr std::size_t no_field = 1u << 30, added_id = no_field + 1,
                             added_created_at = added_id + 1, added_updated_at = added_id + 2,
                             added_owner = added_id + 3;

/// How many of them hold owners.
constexpr std::size_t count_added_owners(const parts_view& schema, const type_meta& model) {
  std::size_t count = 0;
  while (!added_owner_field(schema, model, count).empty())
    ++count;
  return count;
}

/// Position of the field of this name among the model's, or of an added one.
constexpr std::size_t find_position(
    const schema_view& schema, std::size_t index, const name& wanted
) {
  const type_meta& model = schema.types[index];
  if (const field_meta* const field = find_field(schema, model, wanted.hash))
    return static_cast<std::size_t>(field - (schema.fields + model.fields.first));
  if (model.kind != type_kind::model) return no_field;
  switch (wanted.meaning) {
    case word::id:
      return is_key(schema, model, id_field) ? added_id : no_field;
    case word::created_at:
      return added_created_at;
    case word::updated_at:
      return added_updated_at;
    default:
      for (std::size_t i = 0;; ++i) {
        const std::string_view owner = added_owner_field(schema, model, i);
        if (owner.empty()) return no_field;
        if (owner == wanted.text) return added_owner + i;
      }
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

constexpr bool holds_fields(const schema_view& schema, std::uint32_t type) {
  return type != no_index && (schema.types[type].kind == type_kind::model ||
                              schema.types[type].kind == type_kind::customType);
}

constexpr type_kind kind_at(const schema_view& schema, std::uint32_t index) {
  return index == no_index ? type_kind::schema : schema.types[index].kind;
}

/// An entry of one of some kinds is asked for, and there is none of this name.
template <const auto& Schema, fixed_string Name, type_kind... Kinds>
struct reported_entry {
  static consteval message where() {
    message text;
    text.append(Name.view());
    return text;
  }
  static constexpr std::string_view name_of(std::size_t i) {
    const type_meta& type = Schema.types[i];
    return ((type.kind == Kinds) || ...) && !type.inlined() ? type.name.text : std::string_view();
  }
  static constexpr message written = where();
  static constexpr alternatives others =
      alternatives_to(Name.view(), Schema.size.types, [](std::size_t i) { return name_of(i); });
  static_assert(sizeof(printed<unknown_entry, written, others.nearest, others.all>) > 0);
  /// The first of the kind, or else of all, so that its error stays the only one.
  static consteval std::uint32_t first() {
    for (std::uint32_t i = 0; i < Schema.size.types; ++i)
      if (!name_of(i).empty()) return i;
    return 0;
  }
  static constexpr std::uint32_t stand_in = first();
};

/// `Post.title`.
template <const auto& Schema, std::size_t Model, fixed_string Name>
consteval message reported_field_place() {
  message text;
  place{Schema.view(), Schema.types[Model]}.write_to(text);
  for (const auto part : {std::string_view("."), Name.view()})
    text.append(part);
  return text;
}

template <const auto& Schema, std::size_t Model, fixed_string Name>
struct reported_field {
  static constexpr message written = reported_field_place<Schema, Model, Name>();
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
