// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>
#include <amplify/testing/assertion_error.hpp>

#include "testing/matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <regex>
#include <utility>

namespace amplify::assertions {
namespace {

using detail::MatcherAccess;
using detail::MatcherNode;
using detail::PatternNode;
using Pointer = PatternNode::Pointer;
using Kind = PatternNode::Kind;

/// std::regex_search recurses for each character, and the stack is finite.
constexpr std::size_t longest_for_regexp = 10'000;

[[noreturn]] void throw_invalid(std::string_view function, std::string message) {
  throw UserError(
      {.code = "InvalidPatternError",
       .where = fmt::format("Match::{}", function),
       .message = std::move(message)}
  );
}

const Pointer& literal_or_throw(std::string_view function, const Pointer& pattern) {
  if (pattern->kind == Kind::matcher) {
    throw_invalid(
        function, fmt::format("it takes a literal; write {} alone", pattern->matcher->describe())
    );
  }
  return pattern;
}

const Pointer& object_or_throw(std::string_view function, const Pointer& pattern) {
  if (pattern->kind != Kind::object) {
    throw_invalid(
        function,
        fmt::format(
            "{} is no object; write its members as {{{{\"Key\", value}}}}", describe(*pattern)
        )
    );
  }
  return pattern;
}

std::string call(std::string_view function, const PatternNode& argument) {
  return fmt::format("{}({})", function, describe(argument));
}

/// Matchers that compare with a literal by other rules.
class LiteralMatcher final : public MatcherNode {
 public:
  LiteralMatcher(std::string_view name, Pointer literal, Partial partial)
      : name_(name), literal_(std::move(literal)), partial_(partial) {}

  void test(const json* actual, Matching& matching) const override {
    match(*literal_, partial_, actual, matching);
  }
  std::string describe() const override { return call(name_, *literal_); }

 private:
  std::string_view name_;
  Pointer literal_;
  Partial partial_;
};

class AbsentMatcher final : public MatcherNode {
 public:
  void test(const json* actual, Matching& matching) const override {
    if (actual != nullptr) matching.fail("expected to be absent");
  }
  std::string describe() const override { return "absent()"; }
  bool is_absent() const override { return true; }
  bool takes_anything() const override { return true; }
};

class AnyMatcher final : public MatcherNode {
 public:
  void test(const json* actual, Matching& matching) const override {
    if (actual == nullptr || actual->is_null()) matching.fail("expected any value");
  }
  std::string describe() const override { return "anyValue()"; }
  bool takes_anything() const override { return true; }
};

class ArrayWithMatcher final : public MatcherNode {
 public:
  explicit ArrayWithMatcher(Pointer list) : list_(std::move(list)) {}

  void test(const json* actual, Matching& matching) const override {
    if (actual == nullptr || !actual->is_array()) {
      matching.fail("expected " + describe());
      return;
    }
    std::size_t next = 0;
    for (const auto& expected : list_->elements) {
      std::optional<std::pair<std::size_t, Matching>> nearest;
      bool found = false;
      while (next < actual->size() && !found) {
        Matching inner = compare(*expected, *actual, next, matching);
        found = inner.failures.empty();
        if (found) {
          std::ranges::move(inner.captures, std::back_inserter(matching.captures));
        } else if (!nearest || inner.failures.size() < nearest->second.failures.size()) {
          nearest.emplace(next, std::move(inner));
        }
        ++next;
      }
      if (!found) return explain(*expected, nearest, matching);
    }
  }

  std::string describe() const override { return call("arrayWith", *list_); }

 private:
  static Matching compare(
      const PatternNode& expected, const json& actual, std::size_t index, const Matching& outer
  ) {
    Matching inner{.path = outer.path};
    inner.path.push_back(std::to_string(index));
    match(expected, Partial::no, &actual[index], inner);
    return inner;
  }

  static void explain(
      const PatternNode& expected, std::optional<std::pair<std::size_t, Matching>>& nearest,
      Matching& matching
  ) {
    matching.fail(
        nearest ? fmt::format("expected an element {}", assertions::describe(expected))
                : fmt::format("expected {} behind these", assertions::describe(expected))
    );
    if (nearest) std::ranges::move(nearest->second.failures, std::back_inserter(matching.failures));
  }

  Pointer list_;
};

class NotMatcher final : public MatcherNode {
 public:
  explicit NotMatcher(Pointer pattern) : pattern_(std::move(pattern)) {}

  void test(const json* actual, Matching& matching) const override {
    Matching inner;
    match(*pattern_, Partial::no, actual, inner);
    if (inner.failures.empty()) matching.fail("expected not to match " + call("", *pattern_));
  }
  std::string describe() const override { return call("not_", *pattern_); }

 private:
  Pointer pattern_;
};

class SerializedJsonMatcher final : public MatcherNode {
 public:
  explicit SerializedJsonMatcher(Pointer pattern) : pattern_(std::move(pattern)) {}

  void test(const json* actual, Matching& matching) const override {
    if (actual == nullptr || !actual->is_string()) {
      matching.fail("expected a string of JSON");
      return;
    }
    const json parsed = json::parse(actual->get_ref<const std::string&>(), nullptr, false);
    if (parsed.is_discarded()) {
      matching.fail("expected a string of JSON");
      return;
    }
    Matching inner;
    match(*pattern_, Partial::no, &parsed, inner);
    std::ranges::move(inner.captures, std::back_inserter(matching.captures));
    for (const Failure& failure : inner.failures)
      matching.fail(fmt::format("at {}: {}", place(failure.path), failure.message));
  }
  std::string describe() const override { return call("serializedJson", *pattern_); }

 private:
  static std::string place(const std::vector<std::string>& path) {
    return path.empty() ? "the top" : fmt::format("{}", fmt::join(path, "."));
  }

  Pointer pattern_;
};

class RegexpMatcher final : public MatcherNode {
 public:
  explicit RegexpMatcher(std::string_view expression) : expression_(expression) {
    try {
      regex_.assign(expression_, std::regex::ECMAScript | std::regex::multiline);
    } catch (const std::regex_error& error) {
      throw_invalid(
          "stringLikeRegexp", fmt::format("/{}/ is no expression: {}", expression_, error.what())
      );
    }
  }

  void test(const json* actual, Matching& matching) const override {
    if (actual == nullptr || !actual->is_string()) {
      matching.fail("expected a string with " + quoted());
      return;
    }
    const auto& text = actual->get_ref<const std::string&>();
    if (text.size() > longest_for_regexp) {
      matching.fail(
          fmt::format("{} characters, expressions take {}", text.size(), longest_for_regexp)
      );
    } else if (!std::regex_search(text, regex_)) {
      matching.fail("expected to have " + quoted());
    }
  }
  std::string describe() const override { return fmt::format("stringLikeRegexp({})", quoted()); }

 private:
  std::string quoted() const { return fmt::format("/{}/", expression_); }

  std::string expression_;
  std::regex regex_;
};

class CaptureMatcher final : public MatcherNode {
 public:
  CaptureMatcher(std::shared_ptr<detail::CaptureState> state, std::optional<Matcher> inner)
      : state_(std::move(state)), inner_(std::move(inner)) {}

  void test(const json* actual, Matching& matching) const override {
    if (actual == nullptr || actual->is_null()) {
      matching.fail("expected a value to capture");
      return;
    }
    if (inner_) MatcherAccess::node(*inner_).test(actual, matching);
    matching.captures.emplace_back(state_.get(), *actual);
  }
  std::string describe() const override {
    return inner_ ? fmt::format("Capture({})", MatcherAccess::node(*inner_).describe()) : "Capture";
  }

 private:
  std::shared_ptr<detail::CaptureState> state_;
  std::optional<Matcher> inner_;
};

Pointer list_of(std::initializer_list<Pattern> elements) {
  auto list = std::make_shared<PatternNode>();
  list->kind = Kind::list;
  for (const Pattern& element : elements)
    list->elements.push_back(MatcherAccess::share(element));
  return list;
}

template <class Node, class... Arguments>
Matcher make(Arguments&&... arguments) {
  return MatcherAccess::make(std::make_shared<const Node>(std::forward<Arguments>(arguments)...));
}

}  // namespace

Matcher::Matcher(const Pattern& pattern) {
  const auto node = MatcherAccess::share(pattern);
  node_ = node->kind == Kind::matcher
              ? node->matcher
              : std::make_shared<const LiteralMatcher>("objectLike", node, Partial::yes);
}

std::string Matcher::text() const { return node_->describe(); }

void PrintTo(const Matcher& matcher, std::ostream* stream) { *stream << matcher.text(); }

Matcher Match::absent() { return make<AbsentMatcher>(); }
Matcher Match::anyValue() { return make<AnyMatcher>(); }

Matcher Match::arrayWith(std::initializer_list<Pattern> elements) {
  auto list = list_of(elements);
  for (const auto& element : list->elements) {
    if (element->kind == Kind::matcher && element->matcher->takes_anything()) {
      throw_invalid(
          "arrayWith", fmt::format("{} chooses no element", element->matcher->describe())
      );
    }
  }
  return make<ArrayWithMatcher>(std::move(list));
}

Matcher Match::arrayEquals(std::initializer_list<Pattern> elements) {
  return make<LiteralMatcher>("arrayEquals", list_of(elements), Partial::no);
}

Matcher Match::exact(const Pattern& literal) {
  return make<LiteralMatcher>(
      "exact", literal_or_throw("exact", MatcherAccess::share(literal)), Partial::no
  );
}

Matcher Match::objectLike(const Pattern& members) {
  return make<LiteralMatcher>(
      "objectLike", object_or_throw("objectLike", MatcherAccess::share(members)), Partial::yes
  );
}

Matcher Match::objectEquals(const Pattern& members) {
  return make<LiteralMatcher>(
      "objectEquals", object_or_throw("objectEquals", MatcherAccess::share(members)), Partial::no
  );
}

Matcher Match::not_(const Pattern& pattern) {
  return make<NotMatcher>(MatcherAccess::share(pattern));
}

Matcher Match::serializedJson(const Pattern& pattern) {
  return make<SerializedJsonMatcher>(MatcherAccess::share(pattern));
}

Matcher Match::stringLikeRegexp(std::string_view expression) {
  return make<RegexpMatcher>(expression);
}

Capture::Capture() : Capture(std::make_shared<detail::CaptureState>(), nullptr) {}
Capture::Capture(const Pattern& pattern)
    : Capture(std::make_shared<detail::CaptureState>(), &pattern) {}
Capture::Capture(std::shared_ptr<detail::CaptureState> state, const Pattern* pattern)
    : Matcher(make<CaptureMatcher>(
          state, pattern == nullptr ? std::nullopt : std::optional(Matcher(*pattern))
      )),
      state_(std::move(state)) {}

bool Capture::next() {
  if (state_->current + 1 >= state_->values.size()) return false;
  ++state_->current;
  return true;
}

const Value& Capture::value() const {
  if (state_->values.empty()) throw AssertionError("nothing was captured", {});
  return state_->values[state_->current];
}

std::string Capture::asString() const { return value().asString(); }
double Capture::asNumber() const { return value().asNumber(); }
bool Capture::asBoolean() const { return value().asBoolean(); }

Value Capture::asArray() const {
  static_cast<void>(value().asArray());
  return value();
}

Value Capture::asObject() const {
  static_cast<void>(value().keys());
  return value();
}

void finish(Matching& matching) {
  for (auto& [capture, value] : matching.captures)
    capture->values.push_back(detail::ValueAccess::make(std::move(value)));
}

}  // namespace amplify::assertions
