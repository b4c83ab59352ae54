// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/custom_type.hpp>
#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/enumeration.hpp>
#include <amplify/schema/checks/field.hpp>
#include <amplify/schema/checks/model.hpp>
#include <amplify/schema/checks/names.hpp>
#include <amplify/schema/checks/operation.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::string_view type_calls[] = {
    "authorization",
    "identifier",
    "secondaryIndexes",
    "disableOperations",
    "arguments",
    "returns",
    "for_",
    "handler",
    "table",
    "timeToLive",
    "version",
    "audit",
    "softDelete",
    "renamedFrom"
};

/// The name of an entry, or of the type that a field declares.
class type_name_check {
 public:
  constexpr explicit type_name_check(const entry_check& entry)
      : entry_(entry), schema_(entry.schema), type_(entry.type) {
    append(type_, name_);
    name_.append(name_ending(schema_.types, type_));
  }

  constexpr void all() const {
    const std::string_view text = name_.view();
    if (!type_.inlined()) {
      if (text.empty())
        return entry_.fault({}, {"an entry has no name"}, {"name it, as in `Post`_s = ..."});
      if (!type_.name.valid)
        return entry_.fault(
            {}, {"no name in GraphQL"}, {"use letters, digits and _, and start with a letter"}
        );
      if (type_.name.repeated)
        return entry_.fault({}, {"the name is there twice"}, {"rename or remove one of the two"});
    }
    if (is_operation(type_.kind)) return;
    if (is_reserved_type_name(text) || type_.name.repeated)
      return fault({"the type `", text, "` exists already"});
    if (text == "EventInvocationResponse" && any_asynchronous())
      return fault({"operations with .async() return a type of this name"});
    if (type_.kind == type_kind::model && same_operations() != nullptr)
      return entry_.fault(
          {}, {"has the same operations as `", same_operations()->name.text, "`"},
          {"rename one of the two"}
      );
    if (const auto* const other = deriving_type(text))
      fault({"the API of `", other->name.text, "` has a type `", text, "`"});
  }

 private:
  constexpr void fault(pieces what) const {
    entry_.fault({}, what, {type_.inlined() ? "rename the field or the other type" : "rename it"});
  }

  constexpr void append(const type_meta& type, message& text) const {
    const std::string_view own = type.name.text;
    if (!type.inlined()) return text.append(own);
    const std::size_t start = text.size;
    append(schema_.types[type.owner], text);
    const std::size_t end = text.size;
    text.append(own.empty() ? "ReturnType" : own);
    for (const std::size_t first : {start, end})
      if (first < text.size) text.chars[first] = capital(text.chars[first]);
  }

  constexpr bool any_asynchronous() const {
    for (std::uint32_t i = 0; i < schema_.size.handlers; ++i)
      if (schema_.handlers[i].async) return true;
    return false;
  }

  constexpr const type_meta* model(std::uint64_t hash) const {
    const std::uint32_t at = schema_.find(hash);
    return at != no_index && schema_.types[at].kind == type_kind::model ? schema_.types + at
                                                                        : nullptr;
  }
  /// Another model that gives its operations the same names (`getTodo` for `todo` and `Todo`), or
  /// null.
  constexpr const type_meta* same_operations() const {
    const std::string_view text = name_.view();
    return capital(text[0]) == text[0] ? nullptr : model(capitalized_hash(text));
  }

  /// Another entry from which the API derives a type of this name, or null.
  constexpr const type_meta* deriving_type(std::string_view text) const {
    if (!ends_with(text, "Input") && !ends_with(text, "Connection")) return nullptr;
    for (const auto& form : derived_type_names) {
      const auto stem = derived_from(text, form);
      if (stem.empty()) continue;
      if (const auto* const other = model(hash_text(stem))) return other;
    }
    const std::uint32_t at = schema_.find(hash_text(text.substr(0, text.size() - 5)));
    return at != no_index && schema_.types[at].kind == type_kind::customType && is_input(at)
               ? schema_.types + at
               : nullptr;
  }
  static constexpr bool ends_with(std::string_view text, std::string_view end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
  }
  /// Whether something that clients send is of this custom type.
  constexpr bool is_input(std::uint32_t type) const {
    for (std::uint32_t i = 0; i < schema_.size.types; ++i)
      for (const field_meta& field : fields_of(schema_, schema_.types[i]))
        if (field.type == type && field.role != field_role::result) return true;
    return false;
  }

  const entry_check& entry_;
  const schema_view& schema_;
  const type_meta& type_;
  message name_{};
};

/// The rules that models and operations take from the schema.
constexpr void check_schema_rules(const entry_check& entry) {
  const span<rule> rules = rules_of(entry.schema, entry.type);
  if (rules.count == 0)
    entry.fault(
        ".authorization", {"names no rule"}, {"add one, as in allow.owner(), or remove it"}
    );
  rules_check(entry, rule_place::schema).all(rules);
}

/// Everything that can be wrong with one entry of a schema or with a type that a field declares.
constexpr void check_type(const schema_view& schema, std::uint32_t index, findings& found) {
  const type_meta& type = schema.types[index];
  const entry_check entry{schema, type, found};
  check_calls(type.called, type_calls, [&](pieces what, pieces help) {
    entry.fault({}, what, help);
  });
  if (type.kind == type_kind::schema) return check_schema_rules(entry);
  type_name_check(entry).all();
  if (type.refused) return;
  switch (type.kind) {
    case type_kind::model:
      model_check(entry).all();
      break;
    case type_kind::customType:
      check_custom_type(entry);
      break;
    case type_kind::enumeration:
      return check_enumeration(entry);
    default:
      operation_check(entry).all();
  }
  // Those of types that an operation declares stand among its own, and are checked with the type.
  const bool operation = is_operation(type.kind);
  for (const field_meta& field : fields_of(schema, type))
    if (operation == (field.role != field_role::member)) field_check(entry, field).all();
}

}  // namespace amplify::detail
