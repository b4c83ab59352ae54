// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstdint>

namespace amplify::detail {

/// Follows fields that are never null from custom type to custom type.
class endless_search {
 public:
  constexpr explicit endless_search(const schema_view& schema)
      : schema_(schema), seen_(new bool[schema.size.types]{}) {}
  endless_search(const endless_search&) = delete;
  endless_search& operator=(const endless_search&) = delete;
  constexpr ~endless_search() { delete[] seen_; }

  /// Whether a value of type `wanted` is part of each value of type `from`.
  constexpr bool reaches(std::uint32_t from, std::uint32_t wanted) {
    for (const field_meta& field : fields_of(schema_, schema_.types[from]))
      if (field.required && !field.array && field.type != no_index &&
          schema_.types[field.type].kind == type_kind::customType) {
        if (field.type == wanted) return true;
        if (seen_[field.type]) continue;
        seen_[field.type] = true;
        if (reaches(field.type, wanted)) return true;
      }
    return false;
  }

 private:
  const schema_view& schema_;
  bool* seen_;
};

constexpr void check_custom_type(const entry_check& entry) {
  if (entry.type.fields.count == 0)
    entry.fault({}, {"has no fields"}, {"declare one, as in a.string()"});
  for (const field_meta& field : fields_of(entry.schema, entry.type)) {
    const auto own = static_cast<std::uint32_t>(&entry.type - entry.schema.types);
    if (!field.required || field.array || field.type == no_index ||
        entry.schema.types[field.type].kind != type_kind::customType)
      continue;
    if (field.type == own || endless_search(entry.schema).reaches(field.type, own))
      entry.field_fault(
          field, {"a value would have to hold another one of its type, without end"},
          {"remove .required()"}
      );
  }
}

}  // namespace amplify::detail
