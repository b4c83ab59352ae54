// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace amplify::lambda {

/// Lets an invocation fail with an error type of your own, which Step Functions and AppSync hand
/// on.
///
/// Of other exceptions, callers get the name of the type.
class Error : public std::runtime_error {
 public:
  Error(std::string type, const std::string& message)
      : std::runtime_error(message), type_(std::move(type)) {}

  const std::string& type() const { return type_; }

 private:
  std::string type_;
};

/// A payload that is no such event: where it differs, and how.
class InvalidPayloadError : public Error {
 public:
  explicit InvalidPayloadError(const std::string& message)
      : Error("InvalidPayloadError", message) {}
};

}  // namespace amplify::lambda
