// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/parts.hpp"

#include "data/resolvers/source.hpp"

#include <algorithm>
#include <vector>

namespace amplify::appsync {
namespace {

/// Every field that some rule takes for an owner, each once.
std::vector<std::string> owner_fields(const ir::Model& model) { return access(model).ownerFields; }

std::string callers(const Access& access) {
  std::vector<std::string> names;
  if (access.apiKey) names.emplace_back("API key");
  if (access.guest) names.emplace_back("guests");
  if (access.identityPool) names.emplace_back("signed-in identities");
  if (access.userPool) names.emplace_back("signed-in users");
  for (const std::string& field : access.ownerFields)
    names.push_back("owner (" + field + ")");
  names.emplace_back("IAM");
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

std::string header(std::string_view summary, const Access& access) {
  return "// " + std::string(summary) + "\n// Allowed: " + callers(access) + ".\n";
}

std::string to_client_function(const ir::Model& model) {
  std::string members;
  for (const std::string& field : owner_fields(model)) {
    members += ", " + field + ": item." + field + "?.split('::').pop()";
  }
  if (members.empty()) return {};
  return fill(
      R"js(/** The item as clients see it, its owner by user name alone. */
function toClient(item) {
  return item && { ...item<<members>> };
}
)js",
      {{"members", members}}
  );
}

std::string to_client(const ir::Model& model, const std::string& expression) {
  return owner_fields(model).empty() ? expression : "toClient(" + expression + ")";
}

std::string to_expression_function(std::string_view transform) {
  return fill(
      R"js(/** The filter as DynamoDB reads it, without the empty map of values that it would reject. */
function toExpression(filter) {
  const { expressionValues, ...expression } = JSON.parse(util.transform.<<transform>>(filter));
  return Object.keys(expressionValues ?? {}).length > 0 ? { ...expression, expressionValues } : expression;
}
)js",
      {{"transform", transform}}
  );
}

std::string refuse_strangers(const Access& access) {
  if (access.ownerFields.empty()) {
    return R"js(  if (!isAllowed(ctx)) {
    util.unauthorized();
  })js";
  }
  return R"js(  const forms = ownerForms(ctx);
  if (!isAllowed(ctx) && forms.length === 0) {
    util.unauthorized();
  })js";
}

}  // namespace amplify::appsync
