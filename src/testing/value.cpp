// SPDX-License-Identifier: Apache-2.0
#include <amplify/testing/assertion_error.hpp>
#include <amplify/testing/match.hpp>

#include "testing/json.hpp"
#include "testing/matching.hpp"

#include <fmt/format.h>

#include <ostream>
#include <utility>

namespace amplify::assertions {
namespace {

using detail::ValueAccess;

[[noreturn]] void throw_kind(std::string_view expected, const json& actual) {
  throw AssertionError(
      fmt::format("expected {}, and it is {}: {}", expected, kind_of(actual), print(actual)), {}
  );
}

const json& checked(const Value& value, json::value_t type, std::string_view expected) {
  const json& data = ValueAccess::of(value);
  if (data.type() != type) throw_kind(expected, data);
  return data;
}

const json& object(const Value& value) {
  return checked(value, json::value_t::object, "an object");
}

const json& list(const Value& value) { return checked(value, json::value_t::array, "a list"); }

/// A part, which keeps the whole alive.
Value part(const std::shared_ptr<const void>& whole, const json& part) {
  return ValueAccess::share(std::shared_ptr<const json>(whole, &part));
}

}  // namespace

AssertionError::AssertionError(std::string report, std::source_location where)
    : report_(std::move(report)),
      where_(where),
      text_(
          where.line() == 0 ? report_
                            : fmt::format("{}:{}: {}", where.file_name(), where.line(), report_)
      ) {}

std::string Value::asString() const {
  return checked(*this, json::value_t::string, "a string").get<std::string>();
}

double Value::asNumber() const {
  const json& data = ValueAccess::of(*this);
  if (!data.is_number()) throw_kind("a number", data);
  return data.get<double>();
}

bool Value::asBoolean() const {
  return checked(*this, json::value_t::boolean, "a boolean").get<bool>();
}

std::vector<Value> Value::asArray() const {
  std::vector<Value> elements;
  for (const json& element : list(*this))
    elements.push_back(part(data_, element));
  return elements;
}

bool Value::isNull() const { return ValueAccess::of(*this).is_null(); }

std::size_t Value::size() const {
  const json& data = ValueAccess::of(*this);
  if (!data.is_structured()) throw_kind("an object or a list", data);
  return data.size();
}

std::vector<std::string> Value::keys() const {
  std::vector<std::string> keys;
  for (const auto& member : object(*this).items())
    keys.push_back(member.key());
  return keys;
}

bool Value::contains(std::string_view key) const {
  return object(*this).contains(std::string(key));
}

Value Value::operator[](std::string_view key) const {
  const json& data = object(*this);
  const auto found = data.find(std::string(key));
  if (found == data.end()) {
    throw AssertionError(fmt::format("there is no `{}`, but {}", key, fmt::join(keys(), ", ")), {});
  }
  return part(data_, *found);
}

Value Value::operator[](std::size_t index) const {
  const json& data = list(*this);
  if (index >= data.size()) {
    throw AssertionError(
        fmt::format("there is no element {}, but {} elements", index, data.size()), {}
    );
  }
  return part(data_, data[index]);
}

std::string Value::text(bool indent) const { return print(ValueAccess::of(*this), indent); }

void PrintTo(const Value& value, std::ostream* stream) { *stream << value.text(true); }

bool operator==(const Value& left, const Value& right) {
  return ValueAccess::of(left) == ValueAccess::of(right);
}

bool operator==(const Value& value, const Pattern& pattern) {
  Matching matching;
  match(detail::MatcherAccess::node(pattern), Partial::no, &ValueAccess::of(value), matching);
  return matching.failures.empty();
}

}  // namespace amplify::assertions
