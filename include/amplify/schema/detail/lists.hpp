// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Questions about the lists of a schema.
namespace amplify::detail {

/// A part of a list, to loop over.
template <class T>
struct span {
  const T* first;
  std::uint32_t count;

  constexpr const T* begin() const { return first; }
  constexpr const T* end() const { return first + count; }
};

template <class T>
constexpr span<T> part_of(const T* list, range part) {
  return {list + part.first, part.count};
}

constexpr span<field_meta> fields_of(const parts_view& schema, const type_meta& type) {
  return part_of(schema.fields, type.fields);
}
constexpr span<rule> rules_of(const parts_view& schema, const type_meta& type) {
  return part_of(schema.rules, type.rules);
}

/// Whether the type is declared in an argument of an operation, maybe through other types.
constexpr bool is_input_only(const type_meta* types, const type_meta& type) {
  if (!type.inlined()) return false;
  const type_meta& owner = types[type.owner];
  return is_operation(owner.kind) ? !type.name.text.empty() : is_input_only(types, owner);
}

/// What follows the names of a type and of the field that declares it.
constexpr std::string_view name_ending(const type_meta* types, const type_meta& type) {
  return type.kind == type_kind::customType && is_input_only(types, type) ? "Input" : "";
}

constexpr bool is_whole_number(ir::Scalar scalar) {
  return scalar == ir::Scalar::integer || scalar == ir::Scalar::timestamp;
}
/// Whether values are texts to everyone: JSON is something else to resolvers.
constexpr bool is_text(ir::Scalar scalar) {
  return !is_whole_number(scalar) && scalar != ir::Scalar::float_ &&
         scalar != ir::Scalar::boolean && scalar != ir::Scalar::json;
}

/// The field of this name, or null.
constexpr const field_meta* find_field(
    const parts_view& schema, const type_meta& type, std::uint64_t hash
) {
  for (const field_meta& field : fields_of(schema, type))
    if (field.name.hash == hash) return &field;
  return nullptr;
}
constexpr const field_meta* find_field(
    const parts_view& schema, const type_meta& type, std::string_view text
) {
  return find_field(schema, type, hash_text(text));
}

inline constexpr std::string_view id_field = "id";
inline constexpr std::string_view owner_field = "owner";

/// The names of the fields that a model's table has as key.
constexpr span<std::string_view> key_of(const parts_view& schema, const type_meta& model) {
  return model.names.count > 0 ? part_of(schema.names, model.names)
                               : span<std::string_view>{&id_field, 1};
}

/// Position of the field in the key, or the number of its fields.
constexpr std::uint32_t key_position(
    const parts_view& schema, const type_meta& model, std::string_view field
) {
  std::uint32_t position = 0;
  for (const std::string_view name : key_of(schema, model)) {
    if (name == field) break;
    ++position;
  }
  return position;
}

constexpr bool is_key(const parts_view& schema, const type_meta& model, std::string_view field) {
  return key_position(schema, model, field) < key_of(schema, model).count;
}

/// The field in which a rule keeps or finds the owner or owners, or nothing.
constexpr std::string_view owner_field_of(const rule_meta& rule) {
  if (rule.who == strategy::owner) return owner_field;
  return rule.who == strategy::ownerDefinedIn || rule.who == strategy::ownersDefinedIn
             ? rule.subject
             : std::string_view();
}

/// Calls `visit` with the rules of a model and of its fields, until it returns true.
template <class Visit>
constexpr bool any_rule(const parts_view& schema, const type_meta& model, Visit visit) {
  for (const rule& rule : rules_of(schema, model))
    if (visit(rule)) return true;
  for (const field_meta& field : fields_of(schema, model))
    for (const rule& rule : part_of(schema.rules, field.rules))
      if (visit(rule)) return true;
  return false;
}

/// Whether a rule is about owners in the field `owner`.
constexpr bool keeps_owner(const parts_view& schema, const type_meta& model) {
  return any_rule(schema, model, [](const rule& rule) {
    return owner_field_of(rule.meta) == owner_field;
  });
}

/// The field number `wanted` of those that rules about owners add to the model, each once; nothing
/// after the last.
constexpr std::string_view added_owner_field(
    const parts_view& schema, const type_meta& model, std::size_t wanted
) {
  std::string_view result;
  std::size_t count = 0;
  any_rule(schema, model, [&](const rule& candidate) {
    const std::string_view name = owner_field_of(candidate.meta);
    if (name.empty() || find_field(schema, model, name)) return false;
    bool first = false;
    any_rule(schema, model, [&](const rule& earlier) {
      if (owner_field_of(earlier.meta) != name) return false;
      first = &earlier == &candidate;
      return true;
    });
    if (!first || count++ != wanted) return false;
    result = name;
    return true;
  });
  return result;
}

}  // namespace amplify::detail
