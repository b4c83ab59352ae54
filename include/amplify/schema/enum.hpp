// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/fixed_string.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amplify {
namespace detail {

/// Not constant, so a constant expression that calls it is an error; compilers print the name.
void the_enum_has_no_such_value();

}  // namespace detail

template <const auto& Schema, std::size_t Type>
class OptionalEnum;
template <fixed_string Name>
struct Key;

/// One value of an enum, which is type `Type` of the schema.
///
/// Made from a literal, which the compiler checks: `status = "LIVE"`. Errors (compile time): a
/// value the enum lacks.
template <const auto& Schema, std::size_t Type>
class Enum {
 public:
  /// How many values the enum has.
  static constexpr std::size_t size = Schema.types[Type].names.count;

  template <std::size_t N>
  consteval Enum(const char (&text)[N]) : index_(find({text, N - 1})) {
    if (index_ == size) detail::the_enum_has_no_such_value();
  }

  /// Of `"LIVE"_s`, as in `"status"_s = "LIVE"_s`.
  template <fixed_string Value>
  constexpr Enum(Key<Value>) : index_(known<Value>) {}

  /// The value declared first, which a required field starts with.
  static constexpr Enum first() { return Enum(std::uint32_t{0}); }
  /// The value of a text known only at run time; nothing if the enum lacks it.
  static constexpr std::optional<Enum> parse(std::string_view text) {
    const std::uint32_t found = find(text);
    return found == size ? std::nullopt : std::optional<Enum>(Enum(found));
  }

  constexpr std::string_view view() const { return value_name(index_); }
  constexpr operator std::string_view() const { return view(); }
  /// Position in the order of declaration, from 0.
  constexpr std::size_t index() const { return index_; }

  friend constexpr bool operator==(Enum, Enum) = default;
  template <class Text>
    requires std::same_as<Text, std::string_view>
  friend constexpr bool operator==(Enum value, Text text) {
    return value.view() == text;
  }

 private:
  friend class OptionalEnum<Schema, Type>;

  constexpr explicit Enum(std::uint32_t index) : index_(index) {}

  static constexpr std::string_view value_name(std::size_t index) {
    return Schema.names[Schema.types[Type].names.first + index];
  }
  static constexpr std::uint32_t find(std::string_view text) {
    std::uint32_t index = 0;
    while (index < size && value_name(index) != text)
      ++index;
    return index;
  }

  static constexpr std::uint32_t checked(std::string_view text) {
    const std::uint32_t index = find(text);
    if (index == size) detail::the_enum_has_no_such_value();
    return index;
  }
  template <fixed_string Value>
  static constexpr std::uint32_t known = checked(Value.view());

  std::uint32_t index_ = 0;
};

/// A field that holds an `Enum` or nothing. Behaves like `std::optional`, but lets the compiler
/// check literals.
template <const auto& Schema, std::size_t Type>
class OptionalEnum {
 public:
  using value_type = Enum<Schema, Type>;

  constexpr OptionalEnum() = default;
  constexpr OptionalEnum(std::nullopt_t) {}
  constexpr OptionalEnum(value_type value) : index_(value.index_) {}
  template <std::same_as<std::optional<value_type>> Value>
  constexpr OptionalEnum(Value value) : index_(value ? value->index_ : none) {}

  constexpr OptionalEnum& operator=(value_type value) {
    index_ = value.index_;
    return *this;
  }

  constexpr bool has_value() const { return index_ != none; }
  constexpr explicit operator bool() const { return has_value(); }
  /// There must be a value.
  constexpr value_type operator*() const { return value_type(index_); }
  constexpr value_type value_or(value_type otherwise) const {
    return has_value() ? **this : otherwise;
  }
  constexpr void reset() { index_ = none; }

  friend constexpr bool operator==(OptionalEnum, OptionalEnum) = default;
  friend constexpr bool operator==(OptionalEnum field, value_type value) {
    return field.index_ == value.index();
  }
  friend constexpr bool operator==(OptionalEnum field, std::nullopt_t) {
    return !field.has_value();
  }
  template <class Text>
    requires std::same_as<Text, std::string_view>
  friend constexpr bool operator==(OptionalEnum field, Text text) {
    return field.has_value() && (*field).view() == text;
  }

 private:
  // Not a std::optional, which takes compilers ten times as long.
  static constexpr auto none = static_cast<std::uint32_t>(-1);
  std::uint32_t index_ = none;
};

}  // namespace amplify

template <const auto& Schema, std::size_t Type>
struct std::hash<amplify::Enum<Schema, Type>> {
  std::size_t operator()(amplify::Enum<Schema, Type> value) const { return value.index(); }
};
