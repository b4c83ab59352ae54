// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::appsync {

/// `text` with each `<<name>>` replaced by its value. A line that holds nothing but a placeholder
/// whose value is empty goes away.
std::string fill(
    std::string_view text,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values
);

/// A JavaScript string literal in single quotes.
std::string js_string(std::string_view text);

/// The parts with the separator between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// A JavaScript list of string literals.
std::string js_list(const std::vector<std::string>& texts);

/// A member of an object in JavaScript: `item.name`, `item['cognito:groups']`.
std::string member(std::string_view object, std::string_view name);

/// A key of an object literal in JavaScript: `name`, `'day#seq'`.
std::string js_key(std::string_view name);

/// A JavaScript source file, put together from its parts in the order in which a reader wants them.
class Source {
 public:
  explicit Source(std::string_view comment);
  /// Adds a top-level function or the like.
  Source& add(std::string_view part);
  /// The file, with the imports that its parts use.
  std::string text() const;

 private:
  std::string comment_;
  std::string body_;
};

}  // namespace amplify::appsync
