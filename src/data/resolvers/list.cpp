// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/keys.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
  const { filter, limit, nextToken<<arguments>> } = ctx.args;
<<check>>
<<refuse>>
<<checkIndex>>
  const filters = [];
<<ownItems>>
  if (filter && Object.keys(filter).length > 0) {
    filters.push(filter);
  }
  const expression = filters.length > 0 ? toExpression({ and: filters }) : {};
  return {
<<operation>>
    limit: limit ?? 100,
    nextToken,
    ...(expression.expression ? { filter: expression } : {}),
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return <<result>>;
}
)js";

/// The table's key is an argument that may be left out; that of an index may not.
constexpr std::string_view by_table =
    R"js(    ...(<<partition>> === undefined || <<partition>> === null
      ? { operation: 'Scan' }
      : { operation: 'Query', query: keyCondition(<<values>>), scanIndexForward: sortDirection !== 'DESC' }),)js";

constexpr std::string_view by_index = R"js(    operation: 'Query',
    index: <<index>>,
    query: keyCondition(<<values>>),
    scanIndexForward: sortDirection !== 'DESC',)js";

}  // namespace

Resolver list_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  const std::vector<Grant> grants = reading_grants(model, {ir::Operation::list});
  const Outward outward(definition, model);
  const bool keyed = operation.index || has_identifier(model);
  const QueryKey key = query_key(model, operation.index);
  std::string arguments;
  if (keyed) {
    arguments = ", sortDirection, " + key.partitionKey;
    if (!key.sortKeys.empty()) arguments += ", " + key.sortArgument;
  }
  const std::string values =
      key.partitionKey + (key.sortKeys.empty() ? "" : ", " + key.sortArgument);
  const std::string how =
      !keyed ? "    operation: 'Scan',"
             : fill(
                   operation.index ? by_index : by_table,
                   {{"partition", key.partitionKey},
                    {"values", values},
                    {"index", operation.index ? js_string(operation.index->name) : ""}}
               );
  // As Amplify has it: of an index, strangers learn nothing about their arguments.
  const std::string check = "  checkKey(ctx.args);";
  const std::string settled = keyed ? settled_rules(grants, key) : "";
  Source source(header(
      "Query." + operation.field + ": a page of " + model.name + " items" +
          (operation.index ? " by an index." : "."),
      grants
  ));
  source
      .add(fill(
          functions, {{"arguments", arguments},
                      {"check", keyed && !operation.index ? check : ""},
                      {"checkIndex", operation.index ? check : ""},
                      {"refuse", refuse_strangers(grants, settled)},
                      {"ownItems", own_items_filter(grants, "filters")},
                      {"operation", how},
                      {"result", outward.page("ctx.result")}}
      ))
      .add(rules_function(grants))
      .add(settled.empty() ? "" : settle_function())
      .add(settled.empty() ? "" : holds_function(grants))
      .add(filter_function(grants))
      .add(keyed ? check_key_function(key) : "")
      .add(keyed ? key_condition_function(key) : "")
      .add(to_expression_function("toDynamoDBFilterExpression"))
      .add(outward.function());
  Resolver resolver{"Query", operation.field, Resolver::DataSource::table, source.text()};
  if (operation.index) {
    resolver.indexActions = {"Query"};
  } else {
    resolver.actions = {"Scan"};
    if (keyed) resolver.actions.emplace_back("Query");
  }
  return resolver;
}

}  // namespace amplify::appsync
