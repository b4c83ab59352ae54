// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/app.hpp>
#include <amplify/error.hpp>
#include <amplify/testing/assertion_error.hpp>
#include <amplify/testing/tags.hpp>

#include "cdk/inspect.hpp"
#include "testing/origins.hpp"
#include "testing/report.hpp"

#include <fmt/format.h>

#include <utility>

namespace amplify::assertions {
Tags::Tags(std::string stack, Value tags) : stack_(std::move(stack)), tags_(std::move(tags)) {}

Tags Tags::fromStack(const cdk::Stack& stack) {
  const json artifacts = manifest_of(cdk::synth_app_of(stack)).at("artifacts");
  const auto found = artifacts.find(stack.stackName());
  if (found == artifacts.end()) {
    throw UserError(
        {.code = "UnknownStackError",
         .where = fmt::format("Tags::fromStack {}", stack.path()),
         .message = "it is a nested stack",
         .help = "look at its AWS::CloudFormation::Stack in the parent's Template"}
    );
  }
  return {
      stack.path(), detail::ValueAccess::make(found->at("properties").value("tags", json::object()))
  };
}

void Tags::hasValues(const Pattern& tags, Where where) const {
  const Matcher matcher(tags);
  const detail::MatcherNode& node = detail::MatcherAccess::node(matcher);
  if (node.is_absent()) {
    throw UserError(
        {.code = "InvalidPatternError",
         .where = "Tags::hasValues",
         .message = "absent() never matches, since a stack without tags has an empty object",
         .help = "write hasNone()"}
    );
  }
  Matching matching;
  const json& actual = detail::ValueAccess::of(tags_);
  node.test(&actual, matching);
  if (matching.failures.empty()) return finish(matching);
  throw AssertionError(
      fmt::format("{}: the tags are not as expected:\n{}", stack_, show(actual, matching.failures)),
      where
  );
}

void Tags::hasNone(Where where) const { hasValues(Match::objectEquals({}), where); }

}  // namespace amplify::assertions
