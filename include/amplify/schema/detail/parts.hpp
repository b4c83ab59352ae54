// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

/// Parts of a schema as values: what fields, models, operations and schemas consist of. Larger ones
/// take in smaller ones, list by list.
namespace amplify::detail {

/// Lists of the given sizes.
template <sizes Size>
struct parts {
  std::array<type_meta, Size.types> types{};
  std::array<field_meta, Size.fields> fields{};
  std::array<std::string_view, Size.names> names{};
  std::array<rule, Size.rules> rules{};
  std::array<index_meta, Size.indexes> indexes{};
  std::array<validation, Size.validations> validations{};
  std::array<handler_meta, Size.handlers> handlers{};

  constexpr parts_view view() const {
    return {types.data(),   fields.data(),      names.data(),    rules.data(),
            indexes.data(), validations.data(), handlers.data(), Size};
  }
};

/// A field without any list: most are that, so it takes no detour.
inline constexpr sizes only_field{.fields = 1};
template <>
struct parts<only_field> {
  std::array<field_meta, 1> fields{};

  constexpr parts_view view() const {
    parts_view result;
    result.fields = fields.data();
    result.size = only_field;
    return result;
  }
};

// Loops over pointers, here and below: operator[] of std::array costs clang's constant evaluation
// four of its about a million steps.
template <class T, std::size_t N, std::size_t M>
constexpr void copy(const std::array<T, N>& from, std::array<T, M>& to) {
  if constexpr (N == M) {
    to = from;
  } else if constexpr (N > 0) {
    const T* const source = from.data();
    T* const target = to.data();
    for (std::size_t i = 0; i < N; ++i)
      target[i] = source[i];
  }
}

/// The same with room for more at the end of each list.
template <sizes More, sizes Size>
constexpr parts<Size + More> grown(const parts<Size>& from) {
  parts<Size + More> to;
  copy(from.fields, to.fields);
  if constexpr (!std::is_same_v<parts<Size>, parts<only_field>>) {
    copy(from.types, to.types);
    copy(from.names, to.names);
    copy(from.rules, to.rules);
    copy(from.indexes, to.indexes);
    copy(from.validations, to.validations);
    copy(from.handlers, to.handlers);
  }
  return to;
}

/// Appends to lists that have room.
class part_writer {
 public:
  /// `used` is how much of the lists is taken.
  template <sizes Size>
  constexpr part_writer(parts<Size>& to, const sizes& used)
      : types_(to.types.data()),
        fields_(to.fields.data()),
        names_(to.names.data()),
        rules_(to.rules.data()),
        indexes_(to.indexes.data()),
        validations_(to.validations.data()),
        handlers_(to.handlers.data()),
        used_(used) {}

  constexpr const sizes& used() const { return used_; }

  constexpr type_meta& add_type() { return types_[used_.types++]; }
  constexpr field_meta& add_field() { return fields_[used_.fields++]; }

  /// Takes in everything.
  constexpr void add(const parts_view& from) {
    const sizes base = used_;
    for (std::uint32_t i = 0; i < from.size.types; ++i) {
      type_meta& type = add_type();
      type = from.types[i];
      if (type.owner != no_index) type.owner += base.types;
      type.fields.first += base.fields;
      type.rules.first += base.rules;
      type.names.first += base.names;
      type.disabled.first += base.names;
      type.indexes.first += base.indexes;
      type.handlers.first += base.handlers;
    }
    for (std::uint32_t i = 0; i < from.size.fields; ++i) {
      field_meta& field = add_field();
      field = from.fields[i];
      shift(field, base);
    }
    add_lists(from, base);
  }

  /// Takes in a field, which comes to stand at `field`.
  constexpr void add_to(field_meta& field, const parts_view& from) {
    field = *from.fields;
    if (!field.extended) return;
    shift(field, used_);
    add_lists(from, sizes(used_));
  }

  constexpr range add_names(const std::string_view* from, std::size_t count) {
    const range added{used_.names, static_cast<std::uint32_t>(count)};
    for (std::size_t i = 0; i < count; ++i)
      names_[used_.names++] = from[i];
    return added;
  }

  template <std::size_t Words, std::size_t Groups>
  constexpr bool add(const AuthorizationRule<Words, Groups>& given) {
    rule& to = rules_[used_.rules++];
    to.meta = given.meta;
    to.words = add_names(given.words.data(), Words);
    to.groups = add_names(given.groups.data(), Groups);
    return true;
  }
  template <std::size_t Words, std::size_t Parts, std::size_t Groups>
  constexpr bool add(const CombinedRule<Words, Parts, Groups>& given) {
    rule& to = rules_[used_.rules++];
    to.meta = given.meta;
    to.words = add_names(given.words.data(), Words);
    to.parts = Parts;
    const std::string_view* groups = given.groups.data();
    for (std::size_t i = 0; i < Parts; ++i) {
      rule& part = rules_[used_.rules++];
      part.meta = given.parts[i];
      part.groups = add_names(groups, given.group_counts[i]);
      part.is_part = true;
      groups += given.group_counts[i];
    }
    return true;
  }
  constexpr bool add(const index_meta& given, const std::string_view* names, std::size_t count) {
    index_meta& to = indexes_[used_.indexes++];
    to = given;
    to.sort_keys.first += used_.names;
    to.attributes.first += used_.names;
    add_names(names, count);
    return true;
  }
  constexpr bool add(const validation& given) {
    validations_[used_.validations++] = given;
    return true;
  }
  constexpr bool add(const handler_meta& given) {
    handlers_[used_.handlers++] = given;
    return true;
  }
  constexpr void add(const handler_meta& given, const std::string_view* names, std::size_t count) {
    handler_meta& to = handlers_[used_.handlers++];
    to = given;
    to.operations = add_names(names, count);
  }

 private:
  static constexpr void shift(field_meta& field, const sizes& base) {
    if (!field.extended) return;
    if (field.type != no_index) field.type += base.types;
    field.references.first += base.names;
    field.rules.first += base.rules;
    field.validations.first += base.validations;
  }

  constexpr void add_lists(const parts_view& from, const sizes& base) {
    for (std::uint32_t i = 0; i < from.size.rules; ++i) {
      rule& to = rules_[used_.rules++];
      to = from.rules[i];
      to.words.first += base.names;
      to.groups.first += base.names;
    }
    for (std::uint32_t i = 0; i < from.size.indexes; ++i) {
      index_meta& to = indexes_[used_.indexes++];
      to = from.indexes[i];
      to.sort_keys.first += base.names;
      to.attributes.first += base.names;
    }
    add_names(from.names, from.size.names);
    for (std::uint32_t i = 0; i < from.size.validations; ++i)
      add(from.validations[i]);
    for (std::uint32_t i = 0; i < from.size.handlers; ++i) {
      handler_meta& to = handlers_[used_.handlers++];
      to = from.handlers[i];
      to.operations.first += base.names;
    }
  }

  type_meta* types_;
  field_meta* fields_;
  std::string_view* names_;
  rule* rules_;
  index_meta* indexes_;
  validation* validations_;
  handler_meta* handlers_;
  sizes used_;
};

/// How much room rules take.
template <class T>
inline constexpr bool is_rule = false;
template <std::size_t Words, std::size_t Groups>
inline constexpr bool is_rule<AuthorizationRule<Words, Groups>> = true;
template <std::size_t Words, std::size_t Parts, std::size_t Groups>
inline constexpr bool is_rule<CombinedRule<Words, Parts, Groups>> = true;

template <class T>
inline constexpr sizes rule_size{};
template <std::size_t Words, std::size_t Groups>
inline constexpr sizes rule_size<AuthorizationRule<Words, Groups>>{
    .names = static_cast<std::uint32_t>(Words + Groups), .rules = 1
};
template <std::size_t Words, std::size_t Parts, std::size_t Groups>
inline constexpr sizes rule_size<CombinedRule<Words, Parts, Groups>>{
    .names = static_cast<std::uint32_t>(Words + Groups),
    .rules = static_cast<std::uint32_t>(1 + Parts)
};

constexpr sizes sum(std::initializer_list<sizes> all) {
  sizes result;
  for (const sizes& size : all)
    result = result + size;
  return result;
}

}  // namespace amplify::detail
