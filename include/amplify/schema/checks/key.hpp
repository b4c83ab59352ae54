// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/formats.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// What a field is whose values can't be told apart in a key, or nothing.
constexpr std::string_view unfit_for_keys(const schema_view& schema, const field_meta& field) {
  if (field.array) return "a list";
  switch (field.kind) {
    case field_kind::scalar:
      // DynamoDB has keys of texts, numbers and bytes; JSON arrives as a map.
      return field.scalar == ir::Scalar::boolean || field.scalar == ir::Scalar::json
                 ? builder_of(field.scalar)
                 : std::string_view();
    case field_kind::reference:
    case field_kind::inlined:
      if (field.type == no_index) return {};
      return schema.types[field.type].kind == type_kind::enumeration ? "an enum" : "a custom type";
    default:
      return "a relation";
  }
}

constexpr bool is_enumeration(const schema_view& schema, const field_meta& field) {
  return field.type != no_index && schema.types[field.type].kind == type_kind::enumeration;
}

/// A name in a key: the field, or null after saying that there is none.
constexpr const field_meta* key_field(const entry_check& entry, spot where, std::string_view name) {
  const field_meta* const field = find_field(entry.schema, entry.type, name);
  if (field != nullptr) return field;
  const auto nearest = nearest_field(entry.schema, entry.type, name);
  const word meaning = word_of(name);
  const std::string_view builder = meaning == word::id ? "id()"
                                   : meaning == word::created_at || meaning == word::updated_at
                                       ? "datetime()"
                                       : "string()";
  if (!nearest.empty())
    entry.fault(
        where, {"the model declares no field `", name, "`"}, {"did you mean `", nearest, "`?"}
    );
  else
    entry.fault(
        where, {"the model declares no field `", name, "`"},
        {"declare it, as in `", name, "`_s = a.", builder}
    );
  return nullptr;
}

constexpr bool listed_before(span<std::string_view> names, std::uint32_t position) {
  for (std::uint32_t i = 0; i < position; ++i)
    if (names.first[i] == names.first[position]) return true;
  return false;
}

/// The identifier of a model, given or not.
constexpr void check_identifier(const entry_check& entry) {
  constexpr const char* suffix = ".identifier";
  const bool given = entry.type.called.has(type_call::identifier);
  if (given && entry.type.names.count == 0)
    return entry.fault(suffix, {"names no field"}, {"name one, or remove .identifier()"});
  const span<std::string_view> names = key_of(entry.schema, entry.type);
  const bool only_id = names.count == 1 && names.first[0] == id_field;
  for (std::uint32_t i = 0; i < names.count; ++i) {
    if (listed_before(names, i)) {
      entry.fault(suffix, {"`", names.first[i], "` is listed twice"}, {"remove one of the two"});
      continue;
    }
    // `id` is there without being declared.
    if (only_id && find_field(entry.schema, entry.type, id_field) == nullptr) return;
    const field_meta* const field = key_field(entry, suffix, names.first[i]);
    if (field == nullptr) continue;
    const auto fault = [&](pieces what, pieces help) { entry.field_fault(*field, what, help); };
    const std::string_view unfit = unfit_for_keys(entry.schema, *field);
    if (field->option != ir::OptionField::none)
      fault({"the API sets this field, so it is no key"}, {"identify the model by other fields"});
    else if (!unfit.empty())
      fault(
          {unfit, " is no key"},
          {only_id ? "write a.id() or leave `id` out" : "identify the model by other fields"}
      );
    else if (!field->required && field->kind == field_kind::scalar &&
             (field->scalar != ir::Scalar::id || i > 0))
      fault({"a key is never null"}, {"write ", builder_of(field->scalar), ".required()"});
    else if (i == 0 && field->called.has(field_call::defaultTo))
      fault({"a key has no default"}, {"remove .defaultTo(...)"});
    else if (i == 0 && field->called.has(field_call::validate))
      fault({"a partition key is not validated"}, {"remove .validate(...)"});
  }
}

}  // namespace amplify::detail
