// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/keys.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
<<refuse>>
  const { input, condition } = ctx.args;
  const conditions = [<<exists>>];
<<ownItems>>
  if (condition && Object.keys(condition).length > 0) {
    conditions.push(condition);
  }
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues(<<key>>),
    condition: toExpression({ and: conditions }),
  };
}

export function response(ctx) {
  const failed = ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException';
  if (ctx.error && !failed) {
    util.error(ctx.error.message, ctx.error.type);
  }
<<explain>>
  // AppSync reports success when there was nothing to delete.
  if (failed || !ctx.result) {
    util.error('The conditional request failed', 'DynamoDB:ConditionalCheckFailedException');
  }
  return <<result>>;
}
)js";

constexpr std::string_view explain =
    R"js(  // On a failed condition the result is the stored item: tell "not yours" from "not as you expected".
  if (!rulesFor(ctx).some((rule) => holds(rule, ctx.result ?? {}))) {
    util.unauthorized();
  })js";

}  // namespace

Resolver delete_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  const std::vector<Grant> grants = delete_grants(model);
  const Outward outward(definition, model);
  Source source(header(
      "Mutation." + operation.field + ": deletes one " + model.name + ", in one conditional write.",
      grants
  ));
  source
      .add(fill(
          functions, {{"refuse", refuse_strangers(grants)},
                      {"exists", key_condition(model, true)},
                      {"ownItems", own_items_filter(grants, "conditions")},
                      {"key", table_key(model, "input")},
                      {"explain", depend_on_item(grants) ? explain : ""},
                      {"result", outward.mutated("ctx.result")}}
      ))
      .add(rules_function(grants))
      .add(holds_function(grants))
      .add(filter_function(grants))
      .add(to_expression_function("toDynamoDBConditionExpression"))
      .add(outward.function());
  // AppSync reads the item when a condition fails.
  return {
      "Mutation",
      operation.field,
      Resolver::DataSource::table,
      source.text(),
      {"DeleteItem", "GetItem"}
  };
}

}  // namespace amplify::appsync
