// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <source_location>
#include <string>

namespace amplify::assertions {

/// Thrown when an assertion doesn't hold.
class AssertionError : public std::exception {
 public:
  explicit AssertionError(
      std::string report, std::source_location where = std::source_location::current()
  );

  /// What was expected, and what there is instead.
  const std::string& report() const noexcept { return report_; }
  /// The line of the assertion.
  std::source_location where() const noexcept { return where_; }
  /// The line of the assertion, then the report.
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::string report_;
  std::source_location where_;
  std::string text_;
};

}  // namespace amplify::assertions
