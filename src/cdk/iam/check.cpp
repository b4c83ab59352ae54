// SPDX-License-Identifier: Apache-2.0
#include "cdk/iam/minimize.hpp"
#include "cdk/inspect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace amplify::cdk::iam {
namespace {

/// `*`, or `service:Action`.
bool is_action(std::string_view text) {
  const auto colon = text.find(':');
  if (text == "*") return true;
  return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
         text.find(' ') == std::string_view::npos;
}

std::string wrong_action(const List<Str>& actions) {
  for (const Json& action : literal_list(actions).value_or(std::vector<Json>())) {
    const auto text = literal_string(action);
    if (text && !is_action(*text)) return std::string(*text);
  }
  return {};
}

bool is_alphanumeric(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0; });
}

}  // namespace

bool check(const Construct& owner, const PolicyStatement& statement, PolicyKind kind) {
  bool right = true;
  const auto fail = [&](std::string message, std::string help) {
    add_error(owner, "InvalidPolicyStatementError", std::move(message), std::move(help));
    right = false;
  };
  const bool has_resources = statement.resources.isSet() || statement.notResources.isSet();
  if (statement.actions.isSet() == statement.notActions.isSet()) {
    fail("a statement needs .actions or .notActions, one of them", "set .actions");
  }
  if (statement.resources.isSet() && statement.notResources.isSet()) {
    fail("a statement has both .resources and .notResources", "set .resources alone");
  }
  if (kind == PolicyKind::identity && !has_resources) {
    fail("a statement of a role's policy names no resources", "set .resources");
  }
  if (kind == PolicyKind::identity && !statement.principals.empty()) {
    fail(
        "a statement of a role's policy names principals",
        "take .principals out: the role is the principal"
    );
  }
  if (kind != PolicyKind::identity && statement.principals.empty()) {
    fail("a statement of a resource's policy or of trust names no principals", "set .principals");
  }
  if (kind == PolicyKind::trust && has_resources) {
    fail("a statement of trust names resources", "take .resources out: the role is the resource");
  }
  for (const auto& actions : {statement.actions, statement.notActions}) {
    const std::string action = wrong_action(actions);
    if (!action.empty()) fail(fmt::format("`{}` is no action", action), "write `service:Action`");
  }
  if (!is_alphanumeric(statement.sid)) {
    fail(fmt::format("`{}` is no .sid", statement.sid), "use letters and digits alone");
  }
  return right;
}

}  // namespace amplify::cdk::iam
