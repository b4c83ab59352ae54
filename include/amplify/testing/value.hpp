// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::assertions {

class Pattern;
namespace detail {
struct ValueAccess;
}

/// JSON to read: a part of a template, or what a Capture caught. Keeps its data alive, whatever
/// becomes of the Template or the App.
///
/// Reading it as what it isn't is an AssertionError that shows what it is.
class Value {
 public:
  /// `null`.
  Value() = default;

  std::string asString() const;
  double asNumber() const;
  bool asBoolean() const;
  /// The elements of a list.
  std::vector<Value> asArray() const;
  bool isNull() const;

  /// Of an object or a list.
  std::size_t size() const;
  /// Of an object, sorted.
  std::vector<std::string> keys() const;
  bool contains(std::string_view key) const;
  Value operator[](std::string_view key) const;
  Value operator[](std::size_t index) const;

  /// JSON text, minified or indented by two spaces.
  std::string text(bool indent = false) const;

  /// For GoogleTest.
  friend void PrintTo(const Value& value, std::ostream* stream);
  friend bool operator==(const Value& left, const Value& right);
  /// Whether it matches: `value == "x"`, `value == Match::arrayWith({"x"})`. A literal must be
  /// equal, and not only be contained.
  friend bool operator==(const Value& value, const Pattern& pattern);

 private:
  friend struct detail::ValueAccess;
  std::shared_ptr<const void> data_;
};

}  // namespace amplify::assertions
