// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace amplify {

/// One place in JSON that isn't what the schema says.
struct JsonFault {
  /// As in `comments[2].author.name`; empty for the whole.
  std::string path{};
  /// What is wrong there, and what to write instead: `is missing`, ``is no a.date(): write it as
  /// `2030-12-31` ``.
  std::string message{};
};

/// JSON that doesn't fit a type of the schema. Carries every fault.
class JsonError : public std::exception {
 public:
  explicit JsonError(std::vector<JsonFault> faults);
  JsonError(std::string path, std::string message);

  const std::vector<JsonFault>& faults() const noexcept { return faults_; }
  /// The faults, a line each.
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::vector<JsonFault> faults_;
  std::string text_;
};

}  // namespace amplify
