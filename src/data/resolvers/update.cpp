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
  const { id, ...changes } = { updatedAt: util.time.nowISO8601(), ...input };
  const conditions = [{ id: { attributeExists: true } }];
<<ownerCondition>>
  if (condition && Object.keys(condition).length > 0) {
    conditions.push(condition);
  }
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id }),
    update: toUpdate(changes),
    condition: toExpression({ and: conditions }),
  };
}

export function response(ctx) {
  if (ctx.error) {
<<explain>>
    util.error(ctx.error.message, ctx.error.type);
  }
  return <<result>>;
}

/** Sets the fields that have a value and removes those that are null. */
function toUpdate(changes) {
  const names = {};
  const values = {};
  const set = [];
  const remove = [];
  for (const [field, value] of Object.entries(changes)) {
    names[`#${field}`] = field;
    if (value === null) {
      remove.push(`#${field}`);
    } else {
      set.push(`#${field} = :new_${field}`);
      values[`:new_${field}`] = value;
    }
  }
  const expression = [
    ...(set.length > 0 ? [`SET ${set.join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.join(', ')}`] : []),
  ].join(' ');
  return {
    expression,
    expressionNames: names,
    ...(set.length > 0 ? { expressionValues: util.dynamodb.toMapValues(values) } : {}),
  };
}
)js";

constexpr std::string_view owner_part = R"js(  if (!isAllowed(ctx)) {
    conditions.push(<<filter>>);
  })js";

// On a failed condition AppSync hands over the stored item, or nothing when there is none.
constexpr std::string_view explain =
    R"js(    // On a failed condition the result is the stored item: tell "not yours" from "not as you expected".
    const failed = ctx.error.type === 'DynamoDB:ConditionalCheckFailedException';
    if (failed && !isAllowed(ctx) && !isOwned(ctx.result ?? {}, ownerForms(ctx))) {
      util.unauthorized();
    })js";

}  // namespace

Resolver update_resolver(const ir::Model& model) {
  Access access = appsync::access(model, {ir::Operation::update});
  // To take a field's value away is to delete it.
  const Access emptying = both(access, appsync::access(model, {ir::Operation::delete_}));
  // Any user may update, but only owners may empty: then ownership counts too.
  if (access.ownerFields.empty()) access.ownerFields = emptying.ownerFields;
  const bool owned = !access.ownerFields.empty();
  const std::string field = "update" + capitalized(model.name);
  Source source(header(
      "Mutation." + field + ": changes one " + model.name + ", in one conditional write.", access
  ));
  source
      .add(fill(
          functions,
          {{"refuse", refuse_strangers(access)},
           {"ownerCondition", owned ? fill(owner_part, {{"filter", owner_filter(access)}}) : ""},
           {"explain", owned ? explain : ""},
           {"result", to_client(model, "ctx.result")}}
      ))
      .add(is_allowed_function(access, emptying))
      .add(owner_forms_function(access, emptying))
      .add(empties_function(access, emptying))
      .add(is_owned_function(access))
      .add(to_expression_function("toDynamoDBConditionExpression"))
      .add(to_client_function(model));
  // AppSync reads the item when a condition fails.
  return {"Mutation", field, Resolver::DataSource::table, source.text(), {"UpdateItem", "GetItem"}};
}

}  // namespace amplify::appsync
