// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/boxed.hpp>
#include <amplify/schema/detail/lookup.hpp>
#include <amplify/schema/detail/record_type.hpp>
#include <amplify/schema/enum.hpp>
#include <amplify/schema/literals.hpp>
#include <amplify/schema/scalars.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// What `"title"_s = value` takes: values of the field's type, without conversions that lose
/// something.
namespace amplify {

/// Never defined: its name is how a compiler prints that a value doesn't fit a field.
template <fixed_string... Sentence>
struct invalid_value;

namespace detail {

template <class T>
concept is_null = std::same_as<T, std::nullptr_t> || std::same_as<T, std::nullopt_t>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_optional<Boxed<T>> = true;
template <const auto& Schema, std::size_t Type>
inline constexpr bool is_optional<OptionalEnum<Schema, Type>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
inline constexpr bool is_enum = false;
template <const auto& Schema, std::size_t Type>
inline constexpr bool is_enum<Enum<Schema, Type>> = true;

template <class V>
concept TextLike = !is_null<V> && std::convertible_to<const V&, std::string_view>;

/// Arithmetic values that the field's type holds whatever they are.
template <class To, class From>
constexpr bool fits() {
  if constexpr (std::same_as<To, bool> || std::same_as<From, bool>)
    return std::same_as<To, From>;
  else if constexpr (!std::is_arithmetic_v<From>)
    return false;
  else if constexpr (std::is_floating_point_v<To>)
    return std::is_floating_point_v<From> || sizeof(From) <= 4;
  else
    return std::is_integral_v<From> &&
           (sizeof(From) < sizeof(To) || (sizeof(From) == sizeof(To) && std::is_signed_v<From>));
}

/// The values of an enum that `"LIVE"_s` names are checked when it is assigned.
template <class V>
inline constexpr bool names_value = false;
template <fixed_string Name>
inline constexpr bool names_value<Key<Name>> = true;

template <class To, class From>
constexpr bool accepts() {
  if constexpr (std::same_as<To, From>)
    return true;
  else if constexpr (is_optional<To>) {
    if constexpr (is_null<From>)
      return true;
    else if constexpr (is_optional<From>)
      return accepts<typename To::value_type, typename From::value_type>();
    else
      return accepts<typename To::value_type, From>();
  } else if constexpr (is_vector<To>) {
    if constexpr (requires(const From& list) { *list.begin(); } && !TextLike<From>)
      return accepts<
          typename To::value_type,
          std::remove_cvref_t<decltype(*std::declval<const From&>().begin())>>();
    else
      return false;
  } else if constexpr (std::is_arithmetic_v<To>)
    return fits<To, From>();
  else if constexpr (std::same_as<To, std::string> || std::same_as<To, ID>)
    return TextLike<From>;
  else if constexpr (is_enum<To>)
    return names_value<From>;
  else
    return false;
}

/// `accepts` holds.
template <class To, class From>
constexpr void put(To& to, const From& from) {
  if constexpr (std::same_as<To, From>) {
    to = from;
  } else if constexpr (is_optional<To>) {
    if constexpr (is_null<From>) {
      to.reset();
    } else if constexpr (is_optional<From>) {
      if (from.has_value())
        put(to, *from);
      else
        to.reset();
    } else {
      auto value = start_value<typename To::value_type>();
      put(value, from);
      to = std::move(value);
    }
  } else if constexpr (is_vector<To>) {
    to.clear();
    for (const auto& element : from) {
      auto value = start_value<typename To::value_type>();
      put(value, element);
      to.push_back(std::move(value));
    }
  } else if constexpr (std::is_arithmetic_v<To>) {
    to = static_cast<To>(from);
  } else if constexpr (is_enum<To>) {
    to = To(from);
  } else {
    to = To(std::string_view(from));
  }
}

/// What to write as the value of a field.
template <class F>
constexpr std::string_view help_for() {
  if constexpr (is_optional<F>)
    return help_for<typename F::value_type>();
  else if constexpr (is_vector<F>)
    return "give a list, as a std::vector or in braces";
  else if constexpr (is_enum<F>)
    return "write the value as \"VALUE\"_s";
  else if constexpr (std::same_as<F, std::string> || std::same_as<F, ID>)
    return "give a text";
  else if constexpr (std::same_as<F, std::int32_t>)
    return "give a whole number of at most 32 bits";
  else if constexpr (std::same_as<F, double>)
    return "give a number";
  else if constexpr (std::same_as<F, bool>)
    return "give true or false";
  else if constexpr (std::same_as<F, AWSTimestamp>)
    return "write AWSTimestamp(1700000000)";
  else if constexpr (requires { F::scalar; }) {
    constexpr std::string_view names[] = {
        "",
        "",
        "",
        "",
        "",
        "write AWSDate(\"2030-12-31\")",
        "write AWSTime(\"12:30:00Z\")",
        "write AWSDateTime(\"2030-12-31T12:30:00Z\")",
        "",
        "write AWSEmail(\"name@example.com\")",
        "write AWSJSON(\"{}\")",
        "write AWSPhone(\"+1 555 0100\")",
        "write AWSURL(\"https://example.com/\")",
        "write AWSIPAddress(\"192.0.2.1\")"
    };
    return names[static_cast<std::size_t>(F::scalar)];
  } else
    return "give a Schema::type of the custom type";
}

template <class T>
inline constexpr bool is_assigned = false;
template <fixed_string Name, class T>
inline constexpr bool is_assigned<Assigned<Name, T>> = true;

template <const auto& Schema, std::size_t Type, fixed_string Name, class F>
struct reported_value {
  static constexpr message text(std::string_view content) {
    message result;
    result.append(content);
    return result;
  }
  static constexpr message where = reported_field_place<Schema, Type, Name>();
  static constexpr message what = text("the value is of another type than the field");
  static constexpr message help = text(help_for<F>());
  static_assert(sizeof(printed<invalid_value, where, what, help>) > 0);
};

}  // namespace detail
}  // namespace amplify
