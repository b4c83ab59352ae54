// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/role.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/iam/minimize.hpp"
#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"
#include "cdk/logical_id.hpp"
#include "cdk/node.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace amplify::cdk::iam {

AccountPrincipal::AccountPrincipal(Str account_id)
    : Principal{
          .type = "AWS", .id = fn::concat({"arn:", aws::partition(), ":iam::", account_id, ":root"})
      } {}

struct Role::State {
  /// None for a role that is known by its name alone.
  std::optional<Resource> resource{};
  Any name{};
  std::vector<PolicyStatement> trust{};
  std::vector<Str> managed_policies{};
  std::vector<PolicyStatement> statements{};
  /// Of the policies in the role itself, which count against the same limit.
  std::size_t inline_size = 0;
  /// The policy of grants, and what didn't fit in.
  std::size_t documents = 0;
  /// At most so large are the statements, without a look at what merges.
  std::size_t size = 0;
  /// How much of it came since the documents were counted.
  std::size_t uncounted = 0;
  bool imported = false;

  std::size_t room() const {
    constexpr std::size_t limit = inline_limit - margin;
    return limit > inline_size ? limit - inline_size : 0;
  }

  /// How many documents there must be. Looks at the statements only now and then: so much is left
  /// free that what comes between has room.
  std::size_t count() {
    constexpr std::size_t slack = 900;
    constexpr std::size_t between = 600;
    if (size + slack <= room()) return 1;
    if (uncounted <= between && documents > 1) return documents;
    uncounted = 0;
    return split(statements, room(), slack).size();
  }

  Json document(std::size_t index) const {
    auto parts = split(statements, room());
    // Nothing must be lost, and a policy that was made must say something.
    for (; parts.size() > documents; parts.pop_back()) {
      auto& before = parts[parts.size() - 2];
      before.insert(before.end(), parts.back().begin(), parts.back().end());
    }
    parts.resize(documents);
    for (auto& part : parts) {
      if (!part.empty()) continue;
      auto& longest = *std::ranges::max_element(parts, {}, &std::vector<Json>::size);
      part.push_back(longest.back());
      if (longest.size() > 1) longest.pop_back();
    }
    return iam::document(parts[index]);
  }
};

namespace {

/// The end, which has the hash, of what is too long for the name of an inline policy.
std::string longest_name(const std::string& id) {
  constexpr std::size_t longest = 128;
  return id.size() > longest ? id.substr(id.size() - longest) : id;
}

/// Several stacks may import a role, and its policies have different names or overwrite each other.
Json name_of_default(const Resource& policy, bool is_imported) {
  if (!is_imported) return policy_name(policy);
  return longest_name(unique_id(detail::ConstructNode::of(policy).path_below(nullptr)));
}

std::vector<PolicyStatement> trust_in(const std::vector<Principal>& principals) {
  std::vector<PolicyStatement> statements;
  for (const Principal& principal : principals)
    statements.push_back({.principals = {principal}, .actions = {principal.assumeRoleAction}});
  return statements;
}

Json inline_policies(const std::vector<InlinePolicy>& policies) {
  std::vector<Json> list;
  for (const InlinePolicy& policy : policies) {
    list.push_back(Json::object({
        {"PolicyDocument", policy.document.toJson()},
        {"PolicyName", policy.name},
    }));
  }
  return list.empty() ? Json() : Json::array(list.data(), list.size());
}

Json text_or_unset(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

Role::Role(const Construct& construct, std::shared_ptr<State> state)
    : Construct(construct), state_(std::move(state)) {}

Role::Role(const Construct& scope, std::string_view id, RoleProps props, std::source_location where)
    : Construct(scope, id, where),
      state_(std::make_shared<State>(State{
          .resource = Resource(*this, "Resource", "AWS::IAM::Role", {}, where),
          .trust = trust_in(props.assumedBy),
          .managed_policies = props.managedPolicies,
      })) {
  if (props.assumedBy.empty()) {
    add_error(
        *this, "InvalidRoleError", "nobody may assume the role",
        "write .assumedBy = {iam::ServicePrincipal(\"…\")}"
    );
  }
  for (const InlinePolicy& policy : props.inlinePolicies) {
    for (const PolicyStatement& statement : policy.document.statements)
      check(*this, statement, PolicyKind::identity);
    state_->inline_size += estimated_size(policy.document.toJson());
  }
  if (state_->inline_size > inline_limit) {
    add_error(
        *this, "PolicySizeError",
        "the inline policies are larger than the 10,240 characters that IAM takes",
        "use addToPolicy(), which splits, or a ManagedPolicy"
    );
  }
  Resource& resource = *state_->resource;
  const auto set = [&](std::string_view name, const Json& value) {
    resource.setProperty(name, value);
  };
  set("AssumeRolePolicyDocument",
      lazy([state = state_] { return iam::document(minimal(state->trust)); }));
  set("ManagedPolicyArns", lazy([state = state_]() -> Json {
        if (state->managed_policies.empty()) return {};
        return List<Str>(state->managed_policies);
      }));
  set("Policies", inline_policies(props.inlinePolicies));
  set("RoleName", props.roleName);
  set("Description", text_or_unset(props.description));
  set("Path", text_or_unset(props.path));
  set("PermissionsBoundary", props.permissionsBoundary);
  set("MaxSessionDuration", props.maxSessionDuration);
}

Role Role::fromResource(
    const Construct& scope, std::string_view id, const Resource& role, std::source_location where
) {
  return {
      Construct(scope, id, where),
      std::make_shared<State>(State{.resource = role, .imported = true})
  };
}

Role Role::fromRoleName(
    const Construct& scope, std::string_view id, Any name, std::source_location where
) {
  return {
      Construct(scope, id, where), std::make_shared<State>(State{.name = name, .imported = true})
  };
}

Resource Role::resource() const { return state_->resource.value(); }

Any Role::roleArn() const {
  if (state_->resource) return state_->resource->getAtt("Arn");
  return fn::concat(
      {"arn:", aws::partition(), ":iam::", aws::accountId(), ":role/", Str(state_->name)}
  );
}

Any Role::roleName() const { return state_->resource ? state_->resource->ref() : state_->name; }

void Role::addToPolicy(PolicyStatement statement) const {
  if (!check(*this, statement, PolicyKind::identity)) return;
  State& state = *state_;
  const std::size_t size = estimated_size(PolicyDocument{.statements = {statement}}.toJson());
  state.size += size;
  state.uncounted += size;
  state.statements.push_back(std::move(statement));
  const std::size_t needed = state.count();
  for (; state.documents < needed; ++state.documents) {
    const std::size_t index = state.documents;
    const std::string id =
        index == 0 ? std::string("DefaultPolicy") : "OverflowPolicy" + std::to_string(index);
    Resource policy(
        Construct(*this, id), "Resource",
        index == 0 ? "AWS::IAM::Policy" : "AWS::IAM::ManagedPolicy",
        Json::object({
            {"PolicyDocument", lazy([state = state_, index] { return state->document(index); })},
            {"Roles", Json::array({roleName()})},
        })
    );
    if (index == 0) policy.setProperty("PolicyName", name_of_default(policy, state.imported));
  }
}

void Role::addToAssumeRolePolicy(PolicyStatement statement) const {
  if (state_->imported) {
    add_error(
        *this, "GrantNotPossibleError", "the trust of this role belongs to another construct",
        "change the property AssumeRolePolicyDocument of its resource"
    );
  } else if (check(*this, statement, PolicyKind::trust)) {
    state_->trust.push_back(std::move(statement));
  }
}

void Role::addManagedPolicy(Str arn) const {
  if (state_->imported) {
    add_error(
        *this, "GrantNotPossibleError", "the policies of this role belong to another construct",
        "give a ManagedPolicy the role by attachToRole()"
    );
    return;
  }
  state_->managed_policies.push_back(arn);
}

void Role::grantPassRole(const Grantee& grantee) const {
  grant(*this, grantee, {.actions = {"iam:PassRole"}, .resources = {roleArn()}});
}

void Role::grantAssumeRole(const Grantee& grantee) const {
  grant(*this, grantee, {.actions = {"sts:AssumeRole"}, .resources = {roleArn()}});
}

Any policy_name(const Resource& policy) {
  return lazy([policy]() -> Json { return longest_name(logical_id(policy)); });
}

}  // namespace amplify::cdk::iam
