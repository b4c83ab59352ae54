// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Opt-in: {fmt} prints records, enums and scalars of a schema: `fmt::print("{}", post)` prints
/// `Post {"title":"Hello",…}`.

#include <fmt/format.h>
#include <amplify/schema/record.hpp>

#include <string>
#include <string_view>

namespace amplify::detail {

inline std::string text_of(AWSTimestamp value) { return value.text(); }
template <TextScalar T>
std::string_view text_of(const T& value) {
  return value;
}
template <const auto& Schema, std::size_t Type>
std::string_view text_of(Enum<Schema, Type> value) {
  return value.view();
}
template <const auto& Schema, std::size_t Type>
std::string_view text_of(OptionalEnum<Schema, Type> value) {
  return value.has_value() ? (*value).view() : std::string_view("null");
}
template <class Record>
  requires requires(const Record& record) { record_access::type<Record>(), record.toJson(); }
std::string text_of(const Record& record) {
  return std::string(Record::model) + " " + record.toJson();
}

template <class T>
concept Printable = requires(const T& value) { text_of(value); };

}  // namespace amplify::detail

template <amplify::detail::Printable T>
struct fmt::formatter<T> : formatter<string_view> {
  template <class Context>
  auto format(const T& value, Context& context) const {
    const auto& text = amplify::detail::text_of(value);
    return formatter<string_view>::format({text.data(), text.size()}, context);
  }
};
