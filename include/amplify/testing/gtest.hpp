// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/testing/assertion_error.hpp>
#include <amplify/testing/match.hpp>
#include <amplify/testing/simulator.hpp>
#include <amplify/testing/template.hpp>

#include <gmock/gmock-matchers.h>

#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

// Matchers for GoogleTest: EXPECT_THAT(template, HasResource(…)).

namespace amplify::assertions {

namespace detail {

/// A matcher that holds when an assertion on a T does.
template <class T>
class AssertionMatcher {
 public:
  using is_gtest_matcher = void;

  AssertionMatcher(std::string text, std::function<void(const T&)> check)
      : text_(std::move(text)), check_(std::move(check)) {}

  bool MatchAndExplain(const T& value, std::ostream* stream) const {
    try {
      check_(value);
      return true;
    } catch (const AssertionError& error) {
      if (stream != nullptr) *stream << error.report();
      return false;
    }
  }
  void DescribeTo(std::ostream* stream) const { *stream << "has " << text_; }
  void DescribeNegationTo(std::ostream* stream) const { *stream << "has no " << text_; }

 private:
  std::string text_;
  std::function<void(const T&)> check_;
};

/// One that compares entries of a template by a name and a pattern.
template <class Check>
AssertionMatcher<Template> entry_matcher(
    const char* noun, std::string name, const Pattern& pattern, Check check
) {
  Matcher matcher(pattern);
  std::string text = noun + name + " like " + matcher.text();
  return {std::move(text), [=](const Template& value) { (value.*check)(name, matcher, {}); }};
}

}  // namespace detail

inline detail::AssertionMatcher<Template> HasResource(
    std::string type, const Pattern& definition = {}
) {
  return detail::entry_matcher("", std::move(type), definition, &Template::hasResource);
}

inline detail::AssertionMatcher<Template> HasResourceProperties(
    std::string type, const Pattern& properties
) {
  return detail::entry_matcher("", std::move(type), properties, &Template::hasResourceProperties);
}

inline detail::AssertionMatcher<Template> HasOutput(std::string name, const Pattern& output = {}) {
  return detail::entry_matcher("output ", std::move(name), output, &Template::hasOutput);
}

inline detail::AssertionMatcher<Template> HasParameter(
    std::string name, const Pattern& parameter = {}
) {
  return detail::entry_matcher("parameter ", std::move(name), parameter, &Template::hasParameter);
}

inline detail::AssertionMatcher<Template> HasMapping(
    std::string name, const Pattern& mapping = {}
) {
  return detail::entry_matcher("mapping ", std::move(name), mapping, &Template::hasMapping);
}

inline detail::AssertionMatcher<Template> HasCondition(
    std::string name, const Pattern& condition = {}
) {
  return detail::entry_matcher("condition ", std::move(name), condition, &Template::hasCondition);
}

inline detail::AssertionMatcher<Template> ResourceCountIs(std::string type, std::size_t count) {
  return {std::to_string(count) + " " + type, [=](const Template& value) {
            value.resourceCountIs(type, count, {});
          }};
}

inline detail::AssertionMatcher<Template> TemplateMatches(const Pattern& expected) {
  Matcher matcher(expected);
  return {matcher.text(), [=](const Template& value) { value.templateMatches(matcher, {}); }};
}

namespace detail {

/// A matcher of what the simulator decides.
class DecisionMatcher {
 public:
  using is_gtest_matcher = void;

  DecisionMatcher(const char* text, std::vector<IamDecision> decisions)
      : text_(text), decisions_(std::move(decisions)) {}

  bool MatchAndExplain(const IamAnswer& answer, std::ostream* /*stream*/) const {
    for (const IamDecision decision : decisions_) {
      if (answer.decision == decision) return true;
    }
    return false;
  }
  void DescribeTo(std::ostream* stream) const { *stream << "is " << text_; }
  void DescribeNegationTo(std::ostream* stream) const { *stream << "is not " << text_; }

 private:
  const char* text_;
  std::vector<IamDecision> decisions_;
};

}  // namespace detail

inline detail::DecisionMatcher IsAllowed() { return {"allowed", {IamDecision::allowed}}; }
/// By a statement, or for want of one.
inline detail::DecisionMatcher IsDenied() {
  return {"denied", {IamDecision::explicitlyDenied, IamDecision::implicitlyDenied}};
}
inline detail::DecisionMatcher IsExplicitlyDenied() {
  return {"explicitly denied", {IamDecision::explicitlyDenied}};
}
inline detail::DecisionMatcher IsNotModelled() {
  return {"not modelled", {IamDecision::notModelled}};
}

}  // namespace amplify::assertions
