// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/formats.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

constexpr bool same_names(const parts_view& schema, range one, range other) {
  if (one.count != other.count) return false;
  for (std::uint32_t i = 0; i < one.count; ++i)
    if (schema.names[one.first + i] != schema.names[other.first + i]) return false;
  return true;
}

/// A relation field of a model. What is wrong with the reference fields is said at the side that
/// has them: `belongsTo`.
class relation_check {
 public:
  constexpr relation_check(const entry_check& entry, const field_meta& field)
      : entry_(entry), schema_(entry.schema), field_(field) {}

  constexpr void all() const {
    if (field_.type == no_index) return unknown();
    const type_meta& other = schema_.types[field_.type];
    if (other.kind != type_kind::model)
      return fault(
          {"`", field_.target, "` is no model"},
          {other.kind == type_kind::enumeration || other.kind == type_kind::customType
               ? "write a.ref(...)"
               : "name a model"}
      );
    if (field_.references.count == 0)
      return fault(
          {"names no reference field"},
          {belongs() ? "name the field of this model that holds the id of the other"
                     : "name the field of the other model that holds the id of this one"}
      );
    counterpart(other);
    if (belongs()) references(other);
  }

 private:
  constexpr void fault(pieces what, pieces help) const { entry_.field_fault(field_, what, help); }
  constexpr bool belongs() const { return field_.kind == field_kind::belongsTo; }

  constexpr void unknown() const {
    const auto nearest = nearest_entry(schema_, field_.target, [](type_kind kind) {
      return kind == type_kind::model;
    });
    if (nearest.empty())
      fault({"there is no model `", field_.target, "`"}, {"declare it in a.schema(...)"});
    else
      fault({"there is no model `", field_.target, "`"}, {"did you mean `", nearest, "`?"});
  }

  /// Whether a field of the other model is a relation to this one, of the opposite kind.
  constexpr bool points_back(const field_meta& other) const {
    return is_relation(other.kind) && (other.kind == field_kind::belongsTo) != belongs() &&
           other.target_hash == entry_.type.name.hash;
  }

  /// Each relation has two sides that name the same reference fields.
  constexpr void counterpart(const type_meta& other) const {
    const field_meta* found = nullptr;
    const field_meta* differing = nullptr;
    for (const field_meta& back : fields_of(schema_, other)) {
      if (!points_back(back)) continue;
      if (!same_names(schema_, back.references, field_.references)) {
        differing = &back;
      } else if (found == nullptr) {
        found = &back;
      } else {
        return fault(
            {"`", other.name.text, ".", found->name.text, "` and `", other.name.text, ".",
             back.name.text, "` both belong to it"},
            {"give each relation reference fields of its own"}
        );
      }
    }
    if (found != nullptr) return;
    if (differing != nullptr)
      fault(
          {"`", other.name.text, ".", differing->name.text, "` names other reference fields"},
          {"name the same on both sides"}
      );
    else
      one_sided(other);
  }
  constexpr void one_sided(const type_meta& other) const {
    const std::string_view reference = schema_.names[field_.references.first];
    fault(
        {"`", other.name.text, "` has no relation back to `", entry_.name(), "`"},
        {"add a field to it: ", belongs() ? "a.hasMany(`" : "a.belongsTo(`", entry_.name(), "`, `",
         reference, field_.references.count > 1 ? "`, ...)" : "`)"}
    );
  }

  /// The fields of this model that hold the key of the other.
  constexpr void references(const type_meta& parent) const {
    const span<std::string_view> key = key_of(schema_, parent);
    const span<std::string_view> names = part_of(schema_.names, field_.references);
    if (names.count != key.count)
      return fault(
          {"`", parent.name.text, "` is identified by ", digits(key.count).view(),
           " fields, and this names ", digits(names.count).view()},
          {"name one for each, starting with that for `", key.first[0], "`"}
      );
    const field_meta* first = nullptr;
    for (std::uint32_t i = 0; i < names.count; ++i) {
      const field_meta* const reference = find_field(schema_, entry_.type, names.first[i]);
      if (reference == nullptr) {
        undeclared(parent, names.first[i], key.first[i]);
        continue;
      }
      for (std::uint32_t j = 0; j < i; ++j)
        if (names.first[i] == names.first[j])
          fault({"names `", names.first[i], "` twice"}, {"name a field for each part of the key"});
      fits(parent, *reference, key.first[i]);
      if (first != nullptr && first->required != reference->required)
        fault(
            {"`", first->name.text, "` and `", reference->name.text, "` differ in .required()"},
            {"make all reference fields required, or none"}
        );
      if (first == nullptr) first = reference;
    }
  }

  constexpr void undeclared(
      const type_meta& parent, std::string_view reference, std::string_view key
  ) const {
    const auto nearest = nearest_field(schema_, entry_.type, reference);
    if (!nearest.empty())
      return fault({"the model has no field `", reference, "`"}, {"did you mean `", nearest, "`?"});
    const field_meta* const part = find_field(schema_, parent, key);
    fault(
        {"the model has no field `", reference, "`"},
        {"declare it, as in `", reference,
         "`_s = ", builder_of(part != nullptr ? part->scalar : ir::Scalar::id)}
    );
  }

  /// A reference field has the type of the key that it holds; ID and String are the same here.
  constexpr void fits(const type_meta& parent, const field_meta& reference, std::string_view key)
      const {
    const field_meta* const part = find_field(schema_, parent, key);
    const ir::Scalar wanted = part != nullptr ? part->scalar : ir::Scalar::id;
    const auto interchangeable = [](ir::Scalar scalar) {
      return scalar == ir::Scalar::id || scalar == ir::Scalar::string;
    };
    const bool fits = reference.kind == field_kind::scalar && !reference.array &&
                      (reference.scalar == wanted ||
                       (interchangeable(reference.scalar) && interchangeable(wanted)));
    if (!fits)
      entry_.field_fault(
          reference,
          {"holds `", parent.name.text, ".", key, "`, which is ", builder_of(wanted), ", for `",
           field_.name.text, "`"},
          {"write ", builder_of(wanted)}
      );
  }

  const entry_check& entry_;
  const schema_view& schema_;
  const field_meta& field_;
};

}  // namespace amplify::detail
