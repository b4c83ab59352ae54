// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/parts.hpp"

#include "data/fields.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/kept.hpp"
#include "data/resolvers/renames.hpp"
#include "data/resolvers/source.hpp"

#include <algorithm>

namespace amplify::appsync {
namespace {

std::string caller(const Role& role) {
  if (!role.also.empty()) {
    std::vector<std::string> names;
    for (const Role& part : role.parts())
      names.push_back(caller(part));
    return joined(names, " and ");
  }
  const bool identity = role.provider == ir::Provider::identityPool;
  switch (role.allow) {
    case ir::Allow::public_:
      return identity ? "guests" : "API key";
    case ir::Allow::private_:
      return identity ? "signed-in identities" : "signed-in users";
    case ir::Allow::owner:
      return "owner (" + role.field + ")";
    case ir::Allow::groups:
      return role.group.empty() ? "groups in " + role.field : "group " + role.group;
    case ir::Allow::custom:
      return "Lambda authorizer";
  }
  return {};
}

}  // namespace

std::string header(std::string_view summary, const std::vector<Grant>& grants) {
  std::vector<std::string> callers;
  for (const Grant& grant : grants) {
    std::string name = caller(grant.role);
    if (std::ranges::find(callers, name) == callers.end()) callers.push_back(std::move(name));
  }
  callers.emplace_back("IAM");
  return "// " + std::string(summary) + "\n// Allowed: " + joined(callers, ", ") + ".\n";
}

Outward::Outward(const ir::Definition& definition, const ir::Model& model)
    : marks(marks_mutations(definition, model)) {
  if (!operations_shorten_owners(definition, model)) return;
  for (const std::string& name : shortened_owner_fields(model)) {
    const ir::Field* field = find_field(model, name);
    (field && field->type.array ? ownerLists : owners).push_back(name);
  }
  for (const ir::Field& field : model.fields) {
    if (!kept_value(field, "").empty()) kept.push_back(field);
  }
  shownFunction = shown_function(model);
}

std::string Outward::function() const {
  const bool owned = !owners.empty() || !ownerLists.empty();
  if (!owned && kept.empty()) return {};
  std::string members;
  for (const std::string& field : owners)
    members += ", " + field + ": item." + field + "?.split('::').pop()";
  for (const std::string& field : ownerLists)
    members += ", " + field + ": item." + field + "?.map((owner) => owner.split('::').pop())";
  for (const ir::Field& field : kept)
    members += ", " + js_key(field.name) + ": " + kept_value(field, member("item", field.name));
  const std::string text = fill(
      R"js(/** The item as clients see it<<how>>. */
function toClient(item) {
  return item && { ...item<<members>> };
}
)js",
      {{"how", owned ? ", its owner by user name alone" : ""}, {"members", members}}
  );
  return shownFunction.empty() ? text : text + "\n" + shownFunction;
}

std::string Outward::item(const std::string& expression) const {
  return function().empty() ? expression : "toClient(" + expression + ")";
}

std::string Outward::mutated(const std::string& expression) const {
  const std::string shown = item(expression);
  // Resolvers of fields hold back from it what not every subscriber may see.
  return marks ? "{ ..." + shown + ", __operation: 'Mutation' }" : shown;
}

std::string Outward::page(const std::string& expression) const {
  if (function().empty()) return expression;
  return "{ ..." + expression + ", items: " + expression + ".items.map((item) => toClient(item)) }";
}

std::string to_expression_function(const ir::Model& model, std::string_view transform) {
  return fill(
      R"js(/** The filter as DynamoDB reads it, without the empty map of values that it would reject. */
function toExpression(filter) {
  const parsed = JSON.parse(util.transform.<<transform>>(<<filter>>));
  if (!parsed) {
    util.error('Unable to process the filter expression', 'Unrecognized Filter');
  }
  const { expressionValues, ...expression } = parsed;
  return Object.keys(expressionValues ?? {}).length > 0 ? { ...expression, expressionValues } : expression;
}
)js",
      {{"transform", transform}, {"filter", stored_filter(model, "filter")}}
  );
}

std::string own_items_filter(const std::vector<Grant>& grants, std::string_view list) {
  if (!depend_on_item(grants)) return {};
  return fill(
      R"js(  if (rules.every((rule) => rule.field)) {
    <<list>>.push(filterOf(rules));
  })js",
      {{"list", list}}
  );
}

}  // namespace amplify::appsync
