// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/characters.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace amplify::detail {

inline constexpr std::uint64_t hash_seed = 14695981039346656037u;

/// FNV-1a; the seed lets a hash go on from another, so that `AB` hashes as `A` then `B`.
constexpr std::uint64_t hash_text(std::string_view text, std::uint64_t seed = hash_seed) {
  for (const char c : text)
    seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return seed;
}

/// GraphQL specification, sections 2.1.9 (Names) and 3 (names starting with `__` are reserved).
constexpr bool is_graphql_name(std::string_view text) {
  if (text.empty() || is_digit(text[0]) || text.substr(0, 2) == "__") return false;
  for (const char c : text)
    if (!is_letter(c) && !is_digit(c) && c != '_') return false;
  return true;
}

/// For packs of any length: clang nests folds and stops at 256.
constexpr bool all_of(std::initializer_list<bool> conditions) {
  for (const bool condition : conditions)
    if (!condition) return false;
  return true;
}

/// Field names that mean something to the API.
enum class word : std::uint8_t { none, id, created_at, updated_at, owner, filter };

constexpr word word_of(std::string_view text) {
  if (text == "id") return word::id;
  if (text == "createdAt") return word::created_at;
  if (text == "updatedAt") return word::updated_at;
  if (text == "owner") return word::owner;
  return text == "and" || text == "or" || text == "not" ? word::filter : word::none;
}

/// A name the user wrote, with what the checks ask of it computed once, in an evaluation of its
/// own.
struct name {
  std::string_view text{};
  std::uint64_t hash = 0;
  word meaning = word::none;
  bool valid = false;
  /// An earlier entry of the same list has this name.
  bool repeated = false;

  constexpr bool is(const name& other) const { return hash == other.hash && text == other.text; }
};

constexpr name make_name(std::string_view text) {
  return {text, hash_text(text), word_of(text), is_graphql_name(text)};
}

constexpr std::size_t table_size(std::size_t names) {
  std::size_t size = 2;
  while (size < 2 * names)
    size *= 2;
  return size;
}

/// Open addressing over names kept elsewhere: a slot holds an index plus one, or zero. `Size` is a
/// power of two.
template <std::size_t Size>
struct name_table {
  // Not a std::array: its operator[] costs clang's constant evaluation four steps of about a
  // million.
  std::uint32_t slots[Size]{};
  static constexpr std::size_t size = Size;
};

/// Sets `repeated` on every name that an earlier one equals, in time linear in their number.
template <class T, std::size_t N>
constexpr auto mark_repeated(std::array<T, N>& named) {
  T* const first = named.data();
  name_table<table_size(N)> table{};
  for (std::size_t i = 0; i < N; ++i) {
    name& current = first[i].name;
    std::size_t at = current.hash & (table.size - 1);
    while (table.slots[at] != 0 && !first[table.slots[at] - 1].name.is(current))
      at = (at + 1) & (table.size - 1);
    if (table.slots[at] != 0)
      current.repeated = true;
    else
      table.slots[at] = static_cast<std::uint32_t>(i + 1);
  }
  return table;
}

}  // namespace amplify::detail
