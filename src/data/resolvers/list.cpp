// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/kept.hpp"
#include "data/resolvers/keys.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
  const { filter, limit, nextToken<<sortDirection>> } = ctx.args;
<<check>>
<<refuse>>
<<checkIndex>>
<<owned>>
  const filters = [<<presence>>];
<<ownItems>>
  if (filter && Object.keys(filter).length > 0) {
    filters.push(filter);
  }
  const expression = filters.length > 0 ? toExpression(filters.length > 1 ? { and: filters } : filters[0]) : {};
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
    R"js(    ...((<<partition>> ?? null) === null
      ? { operation: 'Scan' }
      : { operation: 'Query', query: keyCondition(<<values>>), scanIndexForward: sortDirection !== 'DESC' }),)js";

constexpr std::string_view by_index = R"js(    operation: 'Query',
    index: <<index>>,
    query: keyCondition(<<values>>),
    scanIndexForward: sortDirection !== 'DESC',)js";

// The scan of a table for one owner's items is a query where an index has them all.

constexpr std::string_view owned =
    R"js(  // The index has all items of an owner. DynamoDB takes no filters on its keys.
  const text = JSON.stringify(filter ?? {});
  const isOwned = rules.length === 1 && rules[0].field === <<field>><<alone>> && !<<keys>>.some((key) => text.indexOf(`"${key}"`) >= 0);)js";

constexpr std::string_view by_owner = R"js(    ...(isOwned
      ? { operation: 'Query', index: <<index>>, query: ownCondition(rules[0].values[0]) }
      : { operation: 'Scan' }),)js";

constexpr std::string_view own_items = R"js(  if (!isOwned && rules.every((rule) => rule.field)) {
    filters.push(filterOf(rules));
  })js";

constexpr std::string_view own_condition = R"js(/** The items of an owner. */
function ownCondition(owner) {
  return {
    expression: '#owner = :owner',
    expressionNames: { '#owner': <<field>> },
    expressionValues: util.dynamodb.toMapValues({ ':owner': owner }),
  };
}
)js";

/// The index of the items of owners who are known by one claim; null if there is none. By sub and
/// user name an item may name its owner in three ways, which are three queries.
const ir::Index* owner_index(const ir::Model& model, const std::vector<Grant>& grants) {
  for (const ir::Index& index : model.indexes) {
    if (index.projection != ir::Projection::all) continue;
    for (const Grant& grant : grants) {
      if (grant.items.size() != 1 || grant.items.front().list) continue;
      const Role& role = grant.items.front().role;
      if (role.allow == ir::Allow::owner && role.field == index.partitionKey &&
          !role.claim.empty() && role.claim.find("::") == std::string::npos)
        return &index;
    }
  }
  return nullptr;
}

}  // namespace

Resolver list_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  const bool deleted = operation.kind == ModelOperation::Kind::deleted;
  // Who may delete an item may bring it back.
  const std::vector<Grant> grants =
      deleted ? delete_grants(model) : reading_grants(model, {ir::Operation::list});
  const Outward outward(definition, model);
  const bool keyed = !deleted && (operation.index || has_identifier(model));
  const QueryKey key = query_key(model, operation.index);
  const std::string partition = member("ctx.args", key.partitionKey);
  const std::string values =
      partition + (key.sortKeys.empty() ? "" : ", " + member("ctx.args", key.sortArgument));
  const ir::Index* const own = keyed || deleted ? nullptr : owner_index(model, grants);
  std::vector<std::string> own_keys;
  if (own) {
    own_keys = own->sortKeys;
    own_keys.insert(own_keys.begin(), own->partitionKey);
  }
  const std::string own_field = own ? js_string(own->partitionKey) : "";
  const std::string how =
      own      ? fill(by_owner, {{"index", js_string(own->name)}})
      : !keyed ? "    operation: 'Scan',"
               : fill(
                     operation.index ? by_index : by_table,
                     {{"partition", partition},
                      {"values", values},
                      {"index", operation.index ? js_string(operation.index->name) : ""}}
                 );
  // As Amplify has it: of an index, strangers learn nothing about their arguments.
  const std::string check = "  checkKey(ctx.args);";
  const std::string settled = keyed ? settled_rules(grants, key) : "";
  Source source(header(
      "Query." + operation.field + ": a page of " + model.name + " items" +
          (operation.index ? " by an index."
           : deleted       ? " that are deleted."
                           : "."),
      grants
  ));
  source
      .add(fill(
          functions,
          {{"sortDirection", keyed ? ", sortDirection" : ""},
           {"check", keyed && !operation.index ? check : ""},
           {"checkIndex", operation.index ? check : ""},
           {"refuse", refuse_strangers(grants, settled)},
           {"owned", own ? fill(
                               owned, {{"field", own_field},
                                       {"alone", ask_several(grants) ? " && !rules[0].also" : ""},
                                       {"keys", js_list(own_keys)}}
                           )
                         : ""},
           {"presence", presence_condition(model, !deleted)},
           {"ownItems", own ? std::string(own_items) : own_items_filter(grants, "filters")},
           {"operation", how},
           {"result", outward.page("ctx.result")}}
      ))
      .add(rules_function(grants))
      .add(settled.empty() ? "" : settle_function(grants))
      .add(settled.empty() ? "" : holds_function(grants))
      .add(filter_function(grants))
      .add(own ? fill(own_condition, {{"field", own_field}}) : "")
      .add(keyed ? check_key_function(key) : "")
      .add(keyed ? key_condition_function(key) : "")
      .add(to_expression_function(model, "toDynamoDBFilterExpression"))
      .add(outward.function());
  Resolver resolver{"Query", operation.field, Resolver::DataSource::table, source.text()};
  if (operation.index) {
    resolver.indexActions = {"Query"};
  } else {
    resolver.actions = {"Scan"};
    if (keyed) resolver.actions.emplace_back("Query");
    if (own) resolver.indexActions = {"Query"};
  }
  return resolver;
}

}  // namespace amplify::appsync
