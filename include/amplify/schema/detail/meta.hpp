// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/name.hpp>
#include <amplify/schema/rules.hpp>
#include <amplify/schema/types.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

enum class default_kind : std::uint8_t { none, boolean, integer, real, text };

/// What `.defaultTo(...)` was given; `kind` says which member counts.
struct default_value {
  default_kind kind = default_kind::none;
  bool boolean = false;
  std::int64_t integer = 0;
  double real = 0;
  std::string_view text{};
};

/// All of a field but its C++ type, which `shape()` determines.
struct field_meta {
  detail::name name{};
  ir::Scalar scalar = ir::Scalar::string;
  bool enumeration = false;
  bool required = false;
  bool array = false;
  bool element_required = false;
  /// Enums only: the type name it generates belongs to a model or to another enum.
  bool type_name_taken = false;
  /// Enums only: its values, in the list of the model or, once in a schema, of the schema.
  std::uint32_t first_value = 0;
  std::uint32_t value_count = 0;
  default_value initial{};
};

struct model_meta {
  detail::name name{};
  /// An assertion has already refused a part of it: checks would only repeat that.
  bool refused = false;
  std::uint32_t first_field = 0;
  std::uint32_t field_count = 0;
  std::uint32_t first_rule = 0;
  std::uint32_t rule_count = 0;
  std::uint32_t enum_count = 0;
};

/// A schema without its sizes in the type: what checks and lowering read.
struct schema_view {
  const model_meta* models = nullptr;
  std::size_t model_count = 0;
  const field_meta* fields = nullptr;
  const std::string_view* values = nullptr;
  const model_rule* rules = nullptr;
  /// Of a `name_table` over the models.
  const std::uint32_t* slots = nullptr;
  std::size_t slot_count = 0;

  /// Whether a model's name has the hash.
  constexpr bool has_hash(std::uint64_t hash) const {
    std::size_t at = hash & (slot_count - 1);
    while (slots[at] != 0 && models[slots[at] - 1].name.hash != hash)
      at = (at + 1) & (slot_count - 1);
    return slots[at] != 0;
  }

  /// The index of the model of this name, or the number of models.
  constexpr std::size_t find(std::string_view text, std::uint64_t hash) const {
    std::size_t at = hash & (slot_count - 1);
    while (slots[at] != 0 &&
           !(models[slots[at] - 1].name.hash == hash && models[slots[at] - 1].name.text == text))
      at = (at + 1) & (slot_count - 1);
    return slots[at] == 0 ? model_count : slots[at] - 1;
  }
};

/// First letter upper case, as in the name of an inline enum: `Post` and `status` give
/// `PostStatus`.
constexpr char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr std::uint64_t enum_type_hash(const name& model, std::string_view field) {
  if (field.empty()) return model.hash;
  const char first = capital(field[0]);
  return hash_text(field.substr(1), hash_text({&first, 1}, model.hash));
}

}  // namespace amplify::detail
