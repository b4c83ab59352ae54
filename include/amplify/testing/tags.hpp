// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/testing/match.hpp>
#include <amplify/testing/value.hpp>

#include <source_location>
#include <string>

namespace amplify::cdk {
class Stack;
}

namespace amplify::assertions {

/// The tags of a root stack, which are in no template, to make assertions on. Those of a nested
/// stack are in its parent's.
class Tags {
 public:
  using Where = std::source_location;

  /// Synthesizes now. Errors: UserError as `App::synth`; `UnknownStackError` for a nested stack.
  static Tags fromStack(const cdk::Stack& stack);

  /// As `{{"created-by", "amplify"}}`. Errors: UserError `InvalidPatternError` for
  /// `Match::absent()`; write `hasNone()`.
  void hasValues(const Pattern& tags, Where where = Where::current()) const;
  void hasNone(Where where = Where::current()) const;
  /// All of them, an object.
  const Value& all() const { return tags_; }

 private:
  Tags(std::string stack, Value tags);

  std::string stack_;
  Value tags_;
};

}  // namespace amplify::assertions
