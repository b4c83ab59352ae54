// SPDX-License-Identifier: Apache-2.0
#include "testing/matching.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace amplify::assertions {
namespace {

using detail::MatcherAccess;
using detail::PatternNode;
using Kind = PatternNode::Kind;

constexpr std::size_t longest_description = 80;

std::shared_ptr<const PatternNode> node_of(const json& value) {
  auto node = std::make_shared<PatternNode>();
  if (value.is_array()) {
    node->kind = Kind::list;
    for (const json& element : value)
      node->elements.push_back(node_of(element));
  } else if (value.is_object()) {
    node->kind = Kind::object;
    for (const auto& [key, member] : value.items())
      node->members.emplace(key, node_of(member));
  } else {
    node->scalar = value;
  }
  return node;
}

/// Whether it may be `{"key", value}`.
bool is_member(const PatternNode::Pointer& node) {
  if (!node->braced || node->kind != Kind::list || node->elements.size() != 2) return false;
  const PatternNode& key = *node->elements.front();
  return key.kind == Kind::scalar && key.scalar.is_string();
}

std::string joined(std::string_view open, const std::vector<std::string>& parts, char close) {
  return fmt::format("{}{}{}", open, fmt::join(parts, ", "), close);
}

std::string describe_whole(const PatternNode& pattern) {
  std::vector<std::string> parts;
  switch (pattern.kind) {
    case Kind::scalar:
      return print(pattern.scalar);
    case Kind::matcher:
      return pattern.matcher->describe();
    case Kind::list:
      for (const auto& element : pattern.elements)
        parts.push_back(describe_whole(*element));
      return joined("[", parts, ']');
    case Kind::object:
      for (const auto& [key, value] : pattern.members)
        parts.push_back(fmt::format("{}: {}", print(key), describe_whole(*value)));
      return joined("{", parts, '}');
  }
  return {};
}

void match_list(
    const PatternNode& pattern, Partial partial, const json& actual, Matching& matching
) {
  const auto& expected = pattern.elements;
  for (std::size_t i = 0; i < std::min(expected.size(), actual.size()); ++i) {
    matching.path.push_back(std::to_string(i));
    match(*expected[i], partial, &actual[i], matching);
    matching.path.pop_back();
  }
  for (std::size_t i = actual.size(); i < expected.size(); ++i)
    matching.fail_at(std::to_string(i), "expected " + describe(*expected[i]));
  for (std::size_t i = expected.size(); i < actual.size(); ++i)
    matching.fail_at(std::to_string(i), "expected no more elements");
}

void match_object(
    const PatternNode& pattern, Partial partial, const json& actual, Matching& matching
) {
  for (const auto& [key, expected] : pattern.members) {
    const auto found = actual.find(key);
    const bool is_absent = expected->kind == Kind::matcher && expected->matcher->is_absent();
    if (found == actual.end()) {
      if (!is_absent) matching.fail_at(key, "expected " + describe(*expected));
      continue;
    }
    matching.path.push_back(key);
    match(*expected, partial, &*found, matching);
    matching.path.pop_back();
  }
  if (partial == Partial::yes) return;
  for (const auto& member : actual.items()) {
    if (!pattern.members.contains(member.key())) matching.fail_at(member.key(), "not expected");
  }
}

}  // namespace

Pattern::Pattern(std::initializer_list<Pattern> elements) {
  auto node = std::make_shared<PatternNode>();
  node->braced = true;
  for (const Pattern& element : elements)
    node->elements.push_back(MatcherAccess::share(element));
  node->kind = std::ranges::all_of(node->elements, is_member) ? Kind::object : Kind::list;
  if (node->kind == Kind::object) {
    for (const auto& member : node->elements) {
      const auto key = member->elements[0]->scalar.get<std::string>();
      node->members.insert_or_assign(key, member->elements[1]);
    }
    node->elements.clear();
  }
  node_ = std::move(node);
}

Pattern::Pattern(const Matcher& matcher) {
  auto node = std::make_shared<PatternNode>();
  node->kind = Kind::matcher;
  node->matcher = MatcherAccess::share(matcher);
  node_ = std::move(node);
}

Pattern::Pattern(const Value& value) : node_(node_of(detail::ValueAccess::of(value))) {}
Pattern::Pattern(const cdk::Node& value) : node_(node_of(to_json(value))) {}
Pattern::Pattern(std::nullptr_t) : node_(node_of(nullptr)) {}
Pattern::Pattern(std::string_view text) : node_(node_of(std::string(text))) {}

void Matching::fail_at(std::string key, std::string message) {
  path.push_back(std::move(key));
  fail(std::move(message));
  path.pop_back();
}

void match(const PatternNode& pattern, Partial partial, const json* actual, Matching& matching) {
  if (pattern.kind == Kind::matcher) {
    pattern.matcher->test(actual, matching);
    return;
  }
  if (actual != nullptr) {
    if (pattern.kind == Kind::list && actual->is_array())
      return match_list(pattern, partial, *actual, matching);
    if (pattern.kind == Kind::object && actual->is_object())
      return match_object(pattern, partial, *actual, matching);
    if (pattern.kind == Kind::scalar && pattern.scalar == *actual) return;
  }
  matching.fail("expected " + describe(pattern));
}

std::string describe(const PatternNode& pattern) {
  std::string text = describe_whole(pattern);
  if (text.size() > longest_description) {
    auto end = longest_description;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
      --end;  // not within a character
    text.replace(end, std::string::npos, "…");
  }
  return text;
}

}  // namespace amplify::assertions
