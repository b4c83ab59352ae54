// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>
#include <amplify/testing/value.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace amplify::assertions {

namespace detail {
struct MatcherAccess;
struct MatcherNode;
struct PatternNode;
}  // namespace detail

/// What the functions of Match make. Cheap to copy.
class Matcher {
 public:
  /// The matcher that the pattern is; of a literal, `Match::objectLike`.
  explicit Matcher(const Pattern& pattern);

  /// As it was written, on one line and abridged.
  std::string text() const;
  /// For GoogleTest.
  friend void PrintTo(const Matcher& matcher, std::ostream* stream);

 protected:
  Matcher() = default;

 private:
  friend struct detail::MatcherAccess;
  std::shared_ptr<const detail::MatcherNode> node_;
};

/// What a value is compared with: a literal, a matcher, or both mixed. Not for keeping.
///
/// Braces make objects and lists: `{{"Status", "Enabled"}}` is an object, `{"a", "b"}` a list. They
/// are an object when each element is itself in braces, of two elements, and begins with a string;
/// `{}` is an object too. For a list of such pairs write `Match::arrayEquals`.
///
/// Tokens stand for what their own stack's template has: `bucket.bucketName()` for a `Ref`.
class Pattern {
 public:
  Pattern() : Pattern(std::initializer_list<Pattern>()) {}
  Pattern(std::initializer_list<Pattern> elements);
  Pattern(const Matcher& matcher);
  Pattern(const Value& value);
  Pattern(const cdk::Node& value);
  Pattern(std::nullptr_t);
  Pattern(const char* text) : Pattern(std::string_view(text)) {}
  Pattern(std::string_view text);
  Pattern(const std::string& text) : Pattern(std::string_view(text)) {}
  Pattern(std::same_as<bool> auto value) : Pattern(cdk::Bool(value)) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Pattern(T number) : Pattern(cdk::Int(number)) {}
  Pattern(std::floating_point auto number) : Pattern(cdk::Num(number)) {}

  // Compilers disagree on what `{pattern}` means; without copies it is always a list.
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

 private:
  friend struct detail::MatcherAccess;
  std::shared_ptr<const detail::PatternNode> node_;
};

/// The matchers of the CDK's assertions, with its rules.
///
/// Errors: UserError `InvalidPatternError`, at once, for a pattern that can't be meant.
struct Match {
  /// No value. For members of objects.
  static Matcher absent();
  /// Any value but `null`.
  static Matcher anyValue();
  /// A list that has these elements in this order, others among them.
  static Matcher arrayWith(std::initializer_list<Pattern> elements);
  /// A list of these elements and no others.
  static Matcher arrayEquals(std::initializer_list<Pattern> elements);
  /// Equal to the literal; matchers may be in it.
  static Matcher exact(const Pattern& literal);
  /// An object that has these members, others among them; at every depth.
  static Matcher objectLike(const Pattern& members);
  /// An object of these members and no others.
  static Matcher objectEquals(const Pattern& members);
  /// Anything that doesn't match.
  static Matcher not_(const Pattern& pattern);
  /// A string of JSON that, parsed, matches.
  static Matcher serializedJson(const Pattern& pattern);
  /// A string in which the regular expression (ECMAScript) is found. `^` and `$` match at lines.
  static Matcher stringLikeRegexp(std::string_view expression);
};

}  // namespace amplify::assertions
