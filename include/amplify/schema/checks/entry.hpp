// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/suggestion.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// A part of an entry that is no field: `.authorization`, or `.index` and what it is about.
struct spot {
  std::string_view suffix{};
  std::string_view subject{};

  constexpr spot() = default;
  constexpr spot(const char* of_entry) : suffix(of_entry) {}
  constexpr spot(std::string_view of_entry, std::string_view about)
      : suffix(of_entry), subject(about) {}
};

/// What the checks of one entry of a schema need.
struct entry_check {
  const schema_view& schema;
  const type_meta& type;
  findings& found;

  /// Something is wrong with the entry, or with what `where` says of it.
  constexpr void fault(spot where, pieces what, pieces help) const {
    found.add({schema, type, nullptr, where.suffix, where.subject}, what, help);
  }
  /// Something is wrong with a field of the entry.
  constexpr void field_fault(
      const field_meta& field, pieces what, pieces help, std::string_view suffix = {}
  ) const {
    found.add({schema, type, &field, suffix, {}}, what, help);
  }

  constexpr std::string_view name() const { return type.name.text; }
};

/// The declared field of `type` that the user most likely meant, or nothing.
constexpr std::string_view nearest_field(
    const parts_view& schema, const type_meta& type, std::string_view written
) {
  suggestion search(written);
  search.among(type.fields.count, [&](std::size_t i) {
    return schema.fields[type.fields.first + i].name.text;
  });
  return search.best();
}

/// The entry that the user most likely meant, of those that `wanted(kind)` accepts, or nothing.
template <class Wanted>
constexpr std::string_view nearest_entry(
    const parts_view& schema, std::string_view written, Wanted wanted
) {
  suggestion search(written);
  search.among(schema.size.types, [&](std::size_t i) {
    const type_meta& type = schema.types[i];
    return !type.inlined() && wanted(type.kind) ? type.name.text : std::string_view();
  });
  return search.best();
}

/// A word that is none of a list. `no_such` says of what.
template <std::size_t N>
constexpr void unknown_word(
    const entry_check& entry, spot where, std::string_view written, std::string_view no_such,
    const std::string_view (&words)[N], std::string_view all
) {
  suggestion nearest(written);
  nearest.among(N, [&](std::size_t i) { return words[i]; });
  if (nearest.best().empty())
    entry.fault(where, {"`", written, "` is ", no_such}, {all});
  else
    entry.fault(where, {"`", written, "` is ", no_such}, {"did you mean `", nearest.best(), "`?"});
}

/// Calls `fault(what, help)` for each modifier that was called twice. `names` are theirs, by bit.
template <std::size_t N, class Fault>
constexpr void check_calls(const calls& called, const std::string_view (&names)[N], Fault fault) {
  if (called.again == 0) return;
  for (std::size_t i = 0; i < N; ++i)
    if (called.again & (1u << i))
      fault(
          {".", names[i], "(...) is called twice"},
          {names[i] == "required" ? "call it once before .array(), once after it" : "call it once"}
      );
}

}  // namespace amplify::detail
