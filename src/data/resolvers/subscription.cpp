// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

constexpr std::string_view open_functions = R"js(export function request(ctx) {
  if (!isAllowed(ctx)) {
    util.unauthorized();
  }
  return { payload: null };
}

export function response(ctx) {
  const { filter } = ctx.args;
  if (filter && Object.keys(filter).length > 0) {
    extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  }
  return null;
}
)js";

constexpr std::string_view owner_functions = R"js(export function request(ctx) {
  const forms = ownerForms(ctx);
<<claimed>>
  if (!isAllowed(ctx) && (forms.length === 0 || claimed.some((owner) => forms.indexOf(owner) < 0))) {
    util.unauthorized();
  }
  return { payload: null };
}

export function response(ctx) {
  const filters = [];
<<claimed>>
  const asked = ctx.args.filter && Object.keys(ctx.args.filter).length > 0;
  // An owner argument alone is matched by AppSync itself.
  if (!isAllowed(ctx) && (asked || claimed.length === 0<<several>>)) {
    // Published items name their owner by user name.
    const username = ownerForms(ctx)[2];
    filters.push({ or: [<<own>>] });
  }
  if (asked) {
    filters.push(ctx.args.filter);
  }
  if (filters.length > 0) {
    const filter = filters.length > 1 ? { and: filters } : filters[0];
    extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  }
  return null;
}
)js";

std::string owner_code(const Access& access) {
  std::string arguments;
  std::string own;
  for (const std::string& field : access.ownerFields) {
    arguments += (arguments.empty() ? "ctx.args." : ", ctx.args.") + field;
    own += (own.empty() ? "{ " : ", { ") + field + ": { eq: username } }";
  }
  const std::string claimed = "  const claimed = [" + arguments + "].filter((owner) => owner);";
  return fill(
      owner_functions, {{"claimed", claimed},
                        {"several", access.ownerFields.size() > 1 ? " || claimed.length > 0" : ""},
                        {"own", own}}
  );
}

}  // namespace

Resolver subscription_resolver(const ir::Model& model, std::string_view verb) {
  const Access access = appsync::access(model, {ir::Operation::listen});
  const std::string mutation = std::string(verb) + capitalized(model.name);
  const std::string field = subscription_field(mutation);
  Source source(
      header("Subscription." + field + ": the results of Mutation." + mutation + ".", access)
  );
  source.add(access.ownerFields.empty() ? std::string(open_functions) : owner_code(access))
      .add(is_allowed_function(access))
      .add(owner_forms_function(access));
  return {"Subscription", field, Resolver::DataSource::none, source.text(), {}};
}

}  // namespace amplify::appsync
