// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/formats.hpp>
#include <amplify/schema/types.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// The values of AppSync's scalars that have no type in C++, each a type of its own.
namespace amplify {
namespace detail {

/// Not constant, so a constant expression that calls it is an error; compilers print the name.
void the_text_has_not_the_format_of_this_scalar();

/// A literal whose format the compiler has checked.
template <ir::Scalar Scalar>
struct checked_literal {
  std::string_view text;

  template <std::size_t N>
  consteval checked_literal(const char (&literal)[N]) : text(literal, N - 1) {
    if (!has_format(Scalar, text)) the_text_has_not_the_format_of_this_scalar();
  }
};

/// A text in the format of a scalar. Starts empty, which no format but that of an ID allows.
template <class Self, ir::Scalar Scalar>
class text_scalar {
 public:
  static constexpr ir::Scalar scalar = Scalar;

  text_scalar() = default;
  /// Of a literal. Errors (compile time): another format.
  text_scalar(checked_literal<Scalar> literal) : text_(literal.text) {}
  Self& operator=(checked_literal<Scalar> literal) {
    text_ = literal.text;
    return static_cast<Self&>(*this);
  }

  /// The value of a text known only at run time; nothing if it has another format.
  static std::optional<Self> parse(std::string_view text) {
    std::optional<Self> result;
    if (has_format(Scalar, text)) result.emplace().text_ = text;
    return result;
  }

  const std::string& text() const { return text_; }
  operator std::string_view() const { return text_; }
  bool empty() const { return text_.empty(); }

  friend bool operator==(const Self& left, const Self& right) {
    return left.text() == right.text();
  }
  template <class Text>
    requires(!std::same_as<Text, Self> && std::convertible_to<const Text&, std::string_view>)
  friend bool operator==(const Self& left, const Text& right) {
    return left.text() == std::string_view(right);
  }
  /// As texts are ordered.
  friend std::strong_ordering operator<=>(const Self& left, const Self& right) {
    return left.text() <=> right.text();
  }

 protected:
  struct any {};
  text_scalar(any, std::string_view text) : text_(text) {}

 private:
  std::string text_;
};

}  // namespace detail

/// Identifies something: any text.
class ID : public detail::text_scalar<ID, ir::Scalar::id> {
 public:
  ID() = default;
  template <std::convertible_to<std::string_view> Text>
  ID(const Text& text) : text_scalar(any(), text) {}
};

/// A day, as `2030-12-31`, optionally with the offset of a time zone.
class AWSDate : public detail::text_scalar<AWSDate, ir::Scalar::date> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

/// A time of day, as `12:30:00.000`, optionally with the offset of a time zone.
class AWSTime : public detail::text_scalar<AWSTime, ir::Scalar::time> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

/// `2030-12-31T12:30:00.000Z`: date, time and the offset of a time zone.
class AWSDateTime : public detail::text_scalar<AWSDateTime, ir::Scalar::datetime> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

class AWSEmail : public detail::text_scalar<AWSEmail, ir::Scalar::email> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

/// Any JSON value, as text.
class AWSJSON : public detail::text_scalar<AWSJSON, ir::Scalar::json> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

class AWSPhone : public detail::text_scalar<AWSPhone, ir::Scalar::phone> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

class AWSURL : public detail::text_scalar<AWSURL, ir::Scalar::url> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

/// An address of IPv4 or IPv6, optionally with the length of a prefix.
class AWSIPAddress : public detail::text_scalar<AWSIPAddress, ir::Scalar::ipAddress> {
 public:
  using text_scalar::text_scalar;
  using text_scalar::operator=;
};

/// Seconds since 1970-01-01T00:00Z; before that, less than 0.
class AWSTimestamp {
 public:
  static constexpr ir::Scalar scalar = ir::Scalar::timestamp;

  constexpr AWSTimestamp() = default;
  constexpr explicit AWSTimestamp(std::int64_t seconds) : seconds_(seconds) {}

  /// The value of decimal digits, maybe after `-`; nothing for anything else, or beyond 64 bits.
  static std::optional<AWSTimestamp> parse(std::string_view text);

  constexpr std::int64_t seconds() const { return seconds_; }
  /// Decimal digits.
  std::string text() const;

  friend constexpr auto operator<=>(AWSTimestamp, AWSTimestamp) = default;

 private:
  std::int64_t seconds_ = 0;
};

namespace detail {

template <class T>
concept TextScalar = std::derived_from<T, text_scalar<T, T::scalar>>;

/// The scalar that a C++ type holds.
template <class T>
struct scalar_of;
template <class T>
  requires requires { T::scalar; }
struct scalar_of<T> {
  static constexpr ir::Scalar value = T::scalar;
};
template <>
struct scalar_of<std::string> {
  static constexpr ir::Scalar value = ir::Scalar::string;
};
template <>
struct scalar_of<std::int32_t> {
  static constexpr ir::Scalar value = ir::Scalar::integer;
};
template <>
struct scalar_of<double> {
  static constexpr ir::Scalar value = ir::Scalar::float_;
};
template <>
struct scalar_of<bool> {
  static constexpr ir::Scalar value = ir::Scalar::boolean;
};

}  // namespace detail
}  // namespace amplify

template <amplify::detail::TextScalar T>
struct std::hash<T> {
  std::size_t operator()(const T& value) const { return hash<string>()(value.text()); }
};
template <>
struct std::hash<amplify::AWSTimestamp> {
  std::size_t operator()(amplify::AWSTimestamp value) const {
    return hash<int64_t>()(value.seconds());
  }
};
