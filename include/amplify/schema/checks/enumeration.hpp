// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/names.hpp>
#include <amplify/schema/detail/lists.hpp>
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

/// The values of an enum.
constexpr void check_enumeration(const entry_check& entry) {
  const span<std::string_view> values = part_of(entry.schema.names, entry.type.names);
  if (values.count == 0)
    entry.fault(
        {}, {"the enum has no values"}, {"write them, as in a.enumeration(`DRAFT`, `LIVE`)"}
    );
  name_set seen(values.count);
  for (const std::string_view text : values) {
    if (is_reserved_enum_value(text))
      entry.fault({}, {"`", text, "` means something else in GraphQL"}, {"write it in capitals"});
    else if (!is_graphql_name(text))
      entry.fault(
          {}, {"`", text, "` is no name in GraphQL"},
          {"use letters, digits and _, and start with a letter or _"}
      );
    else if (!seen.add(text))
      entry.fault({}, {"`", text, "` is listed twice"}, {"remove one of the two"});
  }
}

}  // namespace amplify::detail
