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
<<refuse>>
<<arguments>>
  const conditions = [<<conditions>>];
<<ownItems>>
<<given>>
  return {
    operation: '<<operation>>',
    key: util.dynamodb.toMapValues(<<key>>),
<<update>>
    condition: toExpression({ and: conditions }),
  };
}

export function response(ctx) {
  const failed = ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException';
  if (ctx.error && !failed) {
    util.error(ctx.error.message, ctx.error.type);
  }
<<explain>>
<<conflict>>
<<missing>>
    util.error('The conditional request failed', 'DynamoDB:ConditionalCheckFailedException');
  }
  return <<result>>;
}
)js";

constexpr std::string_view given = R"js(  if (condition && Object.keys(condition).length > 0) {
    conditions.push(condition);
  })js";

constexpr std::string_view given_version = R"js(  if ((<<version>> ?? null) !== null) {
    conditions.push(hasVersion(<<version>>));
  }
)js";

constexpr std::string_view missing =
    R"js(  // AppSync reports success when there was nothing to delete.
  if (failed || !ctx.result) {)js";

constexpr std::string_view explain =
    R"js(  // On a failed condition the result is the stored item: tell "not yours" from "not as you expected".
  if (!rulesFor(ctx).some((rule) => holds(rule, ctx.result ?? {}))) {
    util.unauthorized();
  })js";

/// What the operation does to the item.
struct Change {
  /// `deletes`, for the comment.
  std::string_view does{};
  bool deletes = true;
  /// In place of deleting: the value of `deletedAt`.
  std::string_view deletedAt{};
  /// Whether it is for items that aren't deleted yet.
  bool present = true;
};

Change change_of(const ir::Model& model, const ModelOperation& operation) {
  if (operation.verb == "purge") return {"deletes for good", true, {}, false};
  if (operation.verb == "restore") return {"restores", false, "null", false};
  if (find_field(model, ir::OptionField::deletedAt))
    return {"marks as deleted", false, "util.time.nowISO8601()", true};
  return {"deletes", true, {}, true};
}

std::string conditions_of(const ir::Model& model, const Change& change) {
  const std::string presence = presence_condition(model, change.present);
  return key_condition(model, true) + (presence.empty() ? "" : ", " + presence);
}

std::string update_of(const ir::Model& model, const Change& change) {
  if (change.deletes) return {};
  return fill(
      "    update: toUpdate({ deletedAt: <<deletedAt>>, updatedAt: util.time.nowISO8601()<<kept>> }),",
      {{"deletedAt", change.deletedAt}, {"kept", kept_of_change(model)}}
  );
}

/// The conditions that the input sets, of operations that have one.
std::string given_conditions(const ir::Model& model, const ModelOperation& operation) {
  if (operation.takesKey) return {};
  const ir::Field* const version = find_field(model, ir::OptionField::version);
  return (version ? fill(given_version, {{"version", member("input", version->name)}})
                  : std::string()) +
         std::string(given);
}

}  // namespace

Resolver delete_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  const std::vector<Grant> grants = delete_grants(model);
  const Outward outward(definition, model);
  const Change change = change_of(model, operation);
  Source source(header(
      "Mutation." + operation.field + ": " + std::string(change.does) + " one " + model.name +
          ", in one conditional write.",
      grants
  ));
  source
      .add(fill(
          functions,
          {{"refuse", refuse_strangers(grants)},
           {"arguments", operation.takesKey ? "" : "  const { input, condition } = ctx.args;"},
           {"conditions", conditions_of(model, change)},
           {"ownItems", own_items_filter(grants, "conditions")},
           {"given", given_conditions(model, operation)},
           {"operation", change.deletes ? "DeleteItem" : "UpdateItem"},
           {"key", table_key(model, operation.takesKey ? "ctx.args" : "input")},
           {"update", update_of(model, change)},
           {"explain", depend_on_item(grants) ? explain : ""},
           {"conflict", operation.takesKey ? "" : version_conflict(model)},
           {"missing", change.deletes ? missing : "  if (failed) {"},
           {"result", outward.mutated("ctx.result")}}
      ))
      .add(change.deletes ? "" : to_update_function(model, false))
      .add(rules_function(grants))
      .add(holds_function(grants))
      .add(filter_function(grants))
      .add(operation.takesKey ? "" : version_functions(model))
      .add(change.deletes ? "" : caller_function(model))
      .add(to_expression_function(model, "toDynamoDBConditionExpression"))
      .add(outward.function());
  // AppSync reads the item when a condition fails.
  return {
      "Mutation",
      operation.field,
      Resolver::DataSource::table,
      source.text(),
      {change.deletes ? "DeleteItem" : "UpdateItem", "GetItem"}
  };
}

}  // namespace amplify::appsync
