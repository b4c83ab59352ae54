// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/testing/match.hpp>
#include <amplify/testing/value.hpp>

#include <memory>
#include <string>

namespace amplify::assertions {

namespace detail {
struct CaptureState;
}

/// Takes the values that stand at its place in a pattern, one from each match, in the order of the
/// logical ids. Copies are the same capture.
///
/// Reading it is an AssertionError when nothing was captured, or a value of another type.
class Capture : public Matcher {
 public:
  /// Any value but `null`.
  Capture();
  /// Those that match. Others are no match of the whole pattern.
  explicit Capture(const Pattern& pattern);

  /// Goes to the next value; false, and stays, when there is none.
  bool next();

  std::string asString() const;
  double asNumber() const;
  bool asBoolean() const;
  /// A list.
  Value asArray() const;
  /// An object.
  Value asObject() const;
  /// Of any type.
  const Value& value() const;

 private:
  Capture(std::shared_ptr<detail::CaptureState> state, const Pattern* pattern);
  std::shared_ptr<detail::CaptureState> state_;
};

}  // namespace amplify::assertions
