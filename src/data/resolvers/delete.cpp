// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
<<refuse>>
  const { input, condition } = ctx.args;
  const conditions = [{ id: { attributeExists: true } }];
<<ownerCondition>>
  if (condition && Object.keys(condition).length > 0) {
    conditions.push(condition);
  }
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({ id: input.id }),
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

constexpr std::string_view owner_part = R"js(  if (!isAllowed(ctx)) {
    conditions.push(<<filter>>);
  })js";

constexpr std::string_view explain =
    R"js(  // On a failed condition the result is the stored item: tell "not yours" from "not as you expected".
  if (!isAllowed(ctx) && !isOwned(ctx.result ?? {}, ownerForms(ctx))) {
    util.unauthorized();
  })js";

}  // namespace

Resolver delete_resolver(const ir::Model& model) {
  const Access access = appsync::access(model, {ir::Operation::delete_});
  const bool owned = !access.ownerFields.empty();
  const std::string field = "delete" + capitalized(model.name);
  Source source(header(
      "Mutation." + field + ": deletes one " + model.name + ", in one conditional write.", access
  ));
  source
      .add(fill(
          functions,
          {{"refuse", refuse_strangers(access)},
           {"ownerCondition", owned ? fill(owner_part, {{"filter", owner_filter(access)}}) : ""},
           {"explain", owned ? explain : ""},
           {"result", to_client(model, "ctx.result")}}
      ))
      .add(is_allowed_function(access))
      .add(owner_forms_function(access))
      .add(is_owned_function(access))
      .add(to_expression_function("toDynamoDBConditionExpression"))
      .add(to_client_function(model));
  // AppSync reads the item when a condition fails.
  return {"Mutation", field, Resolver::DataSource::table, source.text(), {"DeleteItem", "GetItem"}};
}

}  // namespace amplify::appsync
