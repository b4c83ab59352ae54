// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
  const { filter, limit, nextToken<<keyArguments>> } = ctx.args;
<<checkArguments>>
<<refuse>>
  const filters = [];
<<ownerFilter>>
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

constexpr std::string_view owner_part = R"js(  if (!isAllowed(ctx)) {
    filters.push(<<filter>>);
  })js";

constexpr std::string_view check_arguments = R"js(  if (sortDirection) {
    util.error(
      'sortDirection is not supported for List operations without a Sort key defined.',
      'InvalidArgumentsError',
    );
  })js";

constexpr std::string_view key_function = R"js(/** One item by its key, or all of them. */
function operation(id) {
  if (id === undefined || id === null) {
    return { operation: 'Scan' };
  }
  return {
    operation: 'Query',
    query: {
      expression: '#id = :id',
      expressionNames: { '#id': 'id' },
      expressionValues: util.dynamodb.toMapValues({ ':id': id }),
    },
  };
}
)js";

}  // namespace

Resolver list_resolver(const ir::Model& model) {
  const Access access = appsync::access(model, {ir::Operation::list});
  const bool owned = !access.ownerFields.empty();
  const bool keyed = declares_id(model);
  const std::string field = list_query(model.name);
  const std::string mapped = to_client(model, "");
  Source source(header("Query." + field + ": a page of " + model.name + " items.", access));
  source
      .add(fill(
          functions,
          {{"refuse", refuse_strangers(access)},
           {"keyArguments", keyed ? ", id, sortDirection" : ""},
           {"checkArguments", keyed ? check_arguments : ""},
           {"ownerFilter", owned ? fill(owner_part, {{"filter", owner_filter(access)}}) : ""},
           {"operation", keyed ? "    ...operation(id)," : "    operation: 'Scan',"},
           {"result",
            mapped.empty()
                ? "ctx.result"
                : "{ ...ctx.result, items: ctx.result.items.map((item) => toClient(item)) }"}}
      ))
      .add(is_allowed_function(access))
      .add(owner_forms_function(access))
      .add(keyed ? key_function : "")
      .add(to_expression_function("toDynamoDBFilterExpression"))
      .add(to_client_function(model));
  std::vector<std::string> actions = {"Scan"};
  if (keyed) actions.emplace_back("Query");
  return {"Query", field, Resolver::DataSource::table, source.text(), std::move(actions)};
}

}  // namespace amplify::appsync
