// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace amplify::appsync {

/// `text` with each `<<name>>` replaced by its value. A line that holds nothing but a placeholder
/// whose value is empty goes away.
std::string fill(
    std::string_view text,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values
);

/// A JavaScript string literal in single quotes.
std::string js_string(std::string_view text);

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
