// SPDX-License-Identifier: Apache-2.0
#include "cdk/iam/grant.hpp"

#include "cdk/iam/minimize.hpp"
#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"

#include <optional>
#include <string>
#include <utility>

namespace amplify::cdk::iam {

struct ResourcePolicy::State {
  Construct owner;
  std::string id;
  std::string type;
  std::string target;
  Json value;
  std::vector<PolicyStatement> statements{};
  std::optional<Construct> construct{};
};

ResourcePolicy::ResourcePolicy(
    const Construct& owner, std::string_view id, std::string_view type, std::string_view target,
    Json value
)
    : state_(std::make_shared<State>(State{
          .owner = owner,
          .id = std::string(id),
          .type = std::string(type),
          .target = std::string(target),
          .value = value,
      })) {}

void ResourcePolicy::add(PolicyStatement statement) const {
  if (!check(state_->owner, statement, PolicyKind::resource)) return;
  state_->statements.push_back(std::move(statement));
  if (state_->statements.size() > 1) return;
  state_->construct = Construct(state_->owner, state_->id);
  Resource(
      *state_->construct, "Resource", state_->type,
      Json::object({
          {"PolicyDocument", lazy([state = state_] { return document(minimal(state->statements)); })
          },
          {state_->target, state_->value},
      })
  );
}

Construct ResourcePolicy::construct() const { return state_->construct.value_or(state_->owner); }

void grant(
    const Construct& resource, const Grantee& grantee, PolicyStatement statement,
    const ResourcePolicy* policy
) {
  if (grantee.role() != nullptr) {
    grantee.role()->addToPolicy(std::move(statement));
  } else if (policy != nullptr) {
    statement.principals = {grantee.principal()};
    policy->add(std::move(statement));
  } else {
    add_error(
        resource, "GrantNotPossibleError",
        "it has no policy of its own, and so can be granted to roles alone",
        "grant it to a Role, or to a construct that has one"
    );
  }
}

PolicyStatement deny_without_tls(List<Str> actions, List<Str> resources) {
  return {
      .effect = Effect::deny,
      .principals = {AnyPrincipal()},
      .actions = actions,
      .resources = resources,
      .conditions = Json::object({{"Bool", Json::object({{"aws:SecureTransport", "false"}})}}),
  };
}

}  // namespace amplify::cdk::iam
