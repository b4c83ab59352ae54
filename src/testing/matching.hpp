// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/testing/capture.hpp>
#include <amplify/testing/match.hpp>

#include "testing/json.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How patterns are compared with JSON.

namespace amplify::assertions {

/// One place where a value differs from a pattern.
struct Failure {
  /// Keys and indices from the value that was compared.
  std::vector<std::string> path{};
  /// `expected "x"`, say.
  std::string message{};
};

/// A comparison, as far as it has come.
struct Matching {
  std::vector<std::string> path{};
  std::vector<Failure> failures{};
  std::vector<std::pair<detail::CaptureState*, json>> captures{};

  void fail(std::string message) { failures.push_back({path, std::move(message)}); }
  void fail_at(std::string key, std::string message);
};

/// Whether literal objects may have more members than the pattern.
enum class Partial : bool { no, yes };

struct detail::CaptureState {
  std::vector<Value> values{};
  std::size_t current = 0;
};

/// A matcher. It adds to the failures, at the present path, when it doesn't match.
struct detail::MatcherNode {
  virtual ~MatcherNode() = default;
  /// `actual` is null where there is no value.
  virtual void test(const json* actual, Matching& matching) const = 0;
  /// As the user writes it, abridged.
  virtual std::string describe() const = 0;
  virtual bool is_absent() const { return false; }
  /// Whether it is one of those that can't choose an element of a list.
  virtual bool takes_anything() const { return false; }
};

struct detail::PatternNode {
  using Pointer = std::shared_ptr<const PatternNode>;

  enum class Kind { scalar, list, object, matcher };
  Kind kind = Kind::scalar;
  json scalar{};
  std::vector<Pointer> elements{};
  std::map<std::string, Pointer> members{};
  std::shared_ptr<const MatcherNode> matcher{};
  /// Written in braces, so that it may be a member of an object instead of a list.
  bool braced = false;
};

struct detail::MatcherAccess {
  static const PatternNode& node(const Pattern& pattern) { return *pattern.node_; }
  static PatternNode::Pointer share(const Pattern& pattern) { return pattern.node_; }
  static const MatcherNode& node(const Matcher& matcher) { return *matcher.node_; }
  static std::shared_ptr<const MatcherNode> share(const Matcher& matcher) { return matcher.node_; }
  static Matcher make(std::shared_ptr<const MatcherNode> node) {
    Matcher matcher;
    matcher.node_ = std::move(node);
    return matcher;
  }
};

/// Compares a value with a pattern; literals by `partial`.
void match(
    const detail::PatternNode& pattern, Partial partial, const json* actual, Matching& matching
);

/// The pattern on one line, abridged.
std::string describe(const detail::PatternNode& pattern);

/// Hands to the captures what they caught.
void finish(Matching& matching);

}  // namespace amplify::assertions
