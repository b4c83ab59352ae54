// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/names.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/detail/name.hpp>

#include <cstddef>
#include <string_view>

namespace amplify::detail {

/// Finds what is there twice, in time linear in the number of names.
class name_set {
 public:
  /// Has room for `count` names.
  constexpr explicit name_set(std::size_t count)
      : size_(table_size(count)), names_(new std::string_view[size_]) {}
  name_set(const name_set&) = delete;
  name_set& operator=(const name_set&) = delete;
  constexpr ~name_set() { delete[] names_; }

  /// False if it is there already.
  constexpr bool add(std::string_view name) {
    std::size_t at = hash_text(name) & (size_ - 1);
    for (; names_[at].data() != nullptr; at = (at + 1) & (size_ - 1))
      if (names_[at] == name) return false;
    names_[at] = name;
    return true;
  }

 private:
  std::size_t size_;
  std::string_view* names_;
};

/// The values of an inline enum and the name of the type it becomes.
class enumeration_check {
 public:
  constexpr enumeration_check(const model_meta& model, const field_meta& field, findings& found)
      : model_(model), field_(field), found_(found) {}

  constexpr void values(const std::string_view* values) {
    if (field_.value_count == 0)
      fault({"the enum has no values"}, {"write them, as in a.enumeration(`DRAFT`, `LIVE`)"});
    name_set seen(field_.value_count);
    for (std::size_t i = 0; i < field_.value_count; ++i)
      if (value(values[i]) && !seen.add(values[i]))
        fault({"`", values[i], "` is listed twice"}, {"remove one of the two"});
  }

  constexpr void type_name() {
    message type;
    for (const auto text : {model_.name.text, field_.name.text})
      type.append(text);
    type.chars[model_.name.text.size() % type.chars.size()] = capital(field_.name.text[0]);
    if (field_.type_name_taken || is_reserved_type_name(type.view()))
      fault(
          {"the type `", type.view(), "` exists already"}, {"rename the field or the other type"}
      );
  }

 private:
  constexpr void fault(pieces what, pieces help) {
    found_.add({model_.name.text, ".", field_.name.text}, what, help);
  }

  constexpr bool value(std::string_view text) {
    const bool reserved = is_reserved_enum_value(text);
    if (reserved)
      fault({"`", text, "` means something else in GraphQL"}, {"write it in capitals"});
    else if (!is_graphql_name(text))
      fault(
          {"`", text, "` is no name in GraphQL"},
          {"use letters, digits and _, and start with a letter or _"}
      );
    return !reserved;
  }

  const model_meta& model_;
  const field_meta& field_;
  findings& found_;
};

constexpr void check_enumeration(
    const schema_view& schema, const model_meta& model, const field_meta& field, findings& found
) {
  enumeration_check check(model, field, found);
  check.values(schema.values + field.first_value);
  check.type_name();
}

}  // namespace amplify::detail
