// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/app.hpp>
#include <amplify/testing/annotations.hpp>
#include <amplify/testing/assertion_error.hpp>

#include "cdk/inspect.hpp"
#include "testing/matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace amplify::assertions {
namespace {

/// The CDK writes paths with a slash in front.
std::string_view without_slash(std::string_view path) {
  return path.starts_with('/') ? path.substr(1) : path;
}

bool is_at_or_below(std::string_view where, std::string_view path) {
  if (path.empty()) return true;
  if (!where.starts_with(path)) return false;
  return where.size() == path.size() || where[path.size()] == '/';
}

bool matches(const Pattern& pattern, const Diagnostic& diagnostic) {
  for (const std::string& text : {diagnostic.message, diagnostic.code}) {
    Matching matching;
    const json actual = text;
    match(detail::MatcherAccess::node(pattern), Partial::no, &actual, matching);
    if (matching.failures.empty()) {
      finish(matching);
      return true;
    }
    // What isn't written out is about the message.
    if (detail::MatcherAccess::node(pattern).kind == detail::PatternNode::Kind::matcher) break;
  }
  return false;
}

std::string listed(const std::vector<Diagnostic>& diagnostics) {
  if (diagnostics.empty()) return "there are none";
  std::string text = "there are:";
  for (const Diagnostic& each : diagnostics)
    text += fmt::format("\n  [{}] {}: {}", each.code, each.where, each.message);
  return text;
}

}  // namespace

Annotations::Annotations(const cdk::Construct& construct, std::string_view path) {
  try {
    cdk::synth_app_of(construct);
  } catch (const UserError& error) {
    for (const Diagnostic& diagnostic : error.diagnostics()) {
      if (is_at_or_below(diagnostic.where, path)) messages_.push_back({Level::error, diagnostic});
    }
  }
}

Annotations Annotations::fromStack(const cdk::Stack& stack) { return {stack, stack.path()}; }
Annotations Annotations::fromApp(const cdk::App& app) { return {app, {}}; }

std::vector<Diagnostic> Annotations::find(
    Level level, std::string_view path, const Pattern& message
) const {
  std::vector<Diagnostic> found;
  for (const auto& [its_level, diagnostic] : messages_) {
    const bool is_there = path == "*" || diagnostic.where == without_slash(path);
    if (its_level == level && is_there && matches(message, diagnostic)) {
      found.push_back(diagnostic);
    }
  }
  return found;
}

void Annotations::has(Level level, std::string_view path, const Pattern& message, Where where)
    const {
  if (!find(level, path, message).empty()) return;
  throw AssertionError(
      fmt::format(
          "no {} {} at {}; {}", name_of(level), describe(detail::MatcherAccess::node(message)),
          path, listed(find(level, "*", Match::anyValue()))
      ),
      where
  );
}

void Annotations::has_no(Level level, std::string_view path, const Pattern& message, Where where)
    const {
  const auto found = find(level, path, message);
  if (found.empty()) return;
  throw AssertionError(
      fmt::format("expected no such {}; {}", name_of(level), listed(found)), where
  );
}

std::string_view Annotations::name_of(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::info:
      break;
  }
  return "info";
}

void Annotations::hasError(std::string_view path, const Pattern& message, Where where) const {
  has(Level::error, path, message, where);
}
void Annotations::hasNoError(std::string_view path, const Pattern& message, Where where) const {
  has_no(Level::error, path, message, where);
}
std::vector<Diagnostic> Annotations::findError(std::string_view path, const Pattern& message)
    const {
  return find(Level::error, path, message);
}

void Annotations::hasWarning(std::string_view path, const Pattern& message, Where where) const {
  has(Level::warning, path, message, where);
}
void Annotations::hasNoWarning(std::string_view path, const Pattern& message, Where where) const {
  has_no(Level::warning, path, message, where);
}
std::vector<Diagnostic> Annotations::findWarning(std::string_view path, const Pattern& message)
    const {
  return find(Level::warning, path, message);
}

void Annotations::hasInfo(std::string_view path, const Pattern& message, Where where) const {
  has(Level::info, path, message, where);
}
void Annotations::hasNoInfo(std::string_view path, const Pattern& message, Where where) const {
  has_no(Level::info, path, message, where);
}
std::vector<Diagnostic> Annotations::findInfo(std::string_view path, const Pattern& message) const {
  return find(Level::info, path, message);
}

}  // namespace amplify::assertions
