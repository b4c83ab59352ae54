// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/characters.hpp>

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
/// own. Names are told apart by their hashes, which have 64 bits.
struct name {
  std::string_view text{};
  std::uint64_t hash = 0;
  word meaning = word::none;
  bool valid = false;
  /// An earlier entry of the same list has this name.
  bool repeated = false;
};

constexpr name make_name(std::string_view text) {
  return {text, hash_text(text), word_of(text), is_graphql_name(text)};
}

constexpr std::uint32_t table_size(std::size_t names) {
  std::uint32_t size = 2;
  while (size < 2 * names)
    size *= 2;
  return size;
}

/// Finds names in a list kept elsewhere, in time that doesn't depend on how many there are. A slot
/// holds an index plus one, or zero; the number of slots is a power of two.
struct name_index {
  std::uint32_t* slots;
  std::uint32_t size;

  /// Adds `named[index]`, unless an equal name is there already: then that one's index is returned.
  template <class T>
  constexpr std::uint32_t add(const T* named, std::uint32_t index) {
    const std::uint64_t hash = named[index].name.hash;
    std::uint32_t at = static_cast<std::uint32_t>(hash) & (size - 1);
    while (slots[at] != 0) {
      if (named[slots[at] - 1].name.hash == hash) return slots[at] - 1;
      at = (at + 1) & (size - 1);
    }
    slots[at] = index + 1;
    return index;
  }
};

/// Sets `repeated` on every name that an earlier one equals.
template <class T>
constexpr void mark_repeated(T* named, std::uint32_t count) {
  const std::uint32_t size = table_size(count);
  name_index index{new std::uint32_t[size]{}, size};
  for (std::uint32_t i = 0; i < count; ++i)
    named[i].name.repeated = index.add(named, i) != i;
  delete[] index.slots;
}

}  // namespace amplify::detail
