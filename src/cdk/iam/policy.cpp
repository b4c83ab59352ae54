// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/policy.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/iam/minimize.hpp"
#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"

#include <fmt/format.h>

#include <utility>

namespace amplify::cdk::iam {
namespace {

/// What both kinds of policy are made of.
struct Content {
  std::vector<PolicyStatement> statements{};
  std::vector<Str> roles{};
  bool reported = false;
};

/// Synthesis asks for it once for each time, so a fault is recorded once.
void report(const Construct& policy, Content& content, std::string code, std::string message) {
  if (content.reported) return;
  content.reported = true;
  add_error(policy, std::move(code), std::move(message), "split it, or take it out");
}

Json checked_document(const Construct& policy, Content& content, std::size_t limit) {
  if (content.statements.empty()) {
    report(policy, content, "EmptyPolicyError", "the policy has no statements");
  }
  Json result = document(minimal(content.statements));
  if (estimated_size(result) > limit) {
    report(
        policy, content, "PolicySizeError",
        fmt::format("it has about {} characters, and IAM takes {}", estimated_size(result), limit)
    );
  }
  return result;
}

void add_statement(const Construct& policy, Content& content, PolicyStatement statement) {
  if (check(policy, statement, PolicyKind::identity)) {
    content.statements.push_back(std::move(statement));
  } else {
    content.reported = true;  // that, and not that it is empty now
  }
}

Json text_or_unset(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

struct ManagedPolicy::State : Content {};
struct Policy::State : Content {};

ManagedPolicy::ManagedPolicy(
    const Construct& scope, std::string_view id, ManagedPolicyProps props,
    std::source_location where
)
    : Construct(scope, id, where),
      state_(std::make_shared<State>()),
      resource_(*this, "Resource", "AWS::IAM::ManagedPolicy", {}, where) {
  for (PolicyStatement& statement : props.statements)
    addStatements(std::move(statement));
  for (const Role& role : props.roles)
    attachToRole(role);
  resource_.setProperty("PolicyDocument", lazy([state = state_, self = Construct(*this)] {
                          return checked_document(self, *state, managed_limit);
                        }));
  resource_.setProperty("Roles", lazy([state = state_]() -> Json {
                          if (state->roles.empty()) return {};
                          return List<Str>(state->roles);
                        }));
  resource_.setProperty("ManagedPolicyName", props.managedPolicyName);
  resource_.setProperty("Description", text_or_unset(props.description));
  resource_.setProperty("Path", text_or_unset(props.path));
}

Any ManagedPolicy::fromAwsManagedPolicyName(std::string_view name) {
  return fn::concat({"arn:", aws::partition(), ":iam::aws:policy/" + std::string(name)});
}

void ManagedPolicy::addStatements(PolicyStatement statement) const {
  add_statement(*this, *state_, std::move(statement));
}

void ManagedPolicy::attachToRole(const Role& role) const {
  state_->roles.push_back(role.roleName());
}

Policy::Policy(
    const Construct& scope, std::string_view id, PolicyProps props, std::source_location where
)
    : Construct(scope, id, where),
      state_(std::make_shared<State>()),
      resource_(*this, "Resource", "AWS::IAM::Policy", {}, where) {
  for (PolicyStatement& statement : props.statements)
    addStatements(std::move(statement));
  for (const Role& role : props.roles)
    attachToRole(role);
  resource_.setProperty("PolicyDocument", lazy([state = state_, self = Construct(*this)] {
                          return checked_document(self, *state, inline_limit);
                        }));
  resource_.setProperty("Roles", lazy([state = state_, self = Construct(*this)]() -> Json {
                          if (state->roles.empty()) {
                            report(self, *state, "EmptyPolicyError", "the policy has no roles");
                          }
                          return List<Str>(state->roles);
                        }));
  resource_.setProperty(
      "PolicyName", props.policyName.empty() ? Json(policy_name(resource_)) : Json(props.policyName)
  );
}

void Policy::addStatements(PolicyStatement statement) const {
  add_statement(*this, *state_, std::move(statement));
}

void Policy::attachToRole(const Role& role) const { state_->roles.push_back(role.roleName()); }

}  // namespace amplify::cdk::iam
