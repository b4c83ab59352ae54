// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/kept.hpp"
#include "data/resolvers/keys.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/renames.hpp"
#include "data/resolvers/source.hpp"
#include "data/resolvers/validation.hpp"
#include "data/table.hpp"

#include <utility>

namespace amplify::appsync {
namespace {

constexpr std::string_view request_function = R"js(export function request(ctx) {
<<compositeKeys>>
<<refuse>>
  const { input, condition } = ctx.args;
<<refuseFields>>
<<validate>>
  const changes = { updatedAt: util.time.nowISO8601(), ...input<<kept>><<composites>> };
  const conditions = [<<conditions>>];
<<ownItems>>
  if (condition && Object.keys(condition).length > 0) {
    conditions.push(condition);
  }
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues(<<tableKey>>),
    update: toUpdate(<<changes>>),
    condition: toExpression({ and: conditions }),
  };
}
)js";

constexpr std::string_view response_function = R"js(export function response(ctx) {
<<explain>>
<<conflict>>
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return <<result>>;
}
)js";

// On a failed condition AppSync hands over the stored item, or nothing when there is none.
constexpr std::string_view explain_item =
    R"js(  // On a failed condition the result is the stored item: tell "not yours" from "not as you expected".
  const failed = ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException';
  if (failed && !rulesFor(ctx).some((rule) => holds(rule, ctx.result ?? {}))) {
    util.unauthorized();
  })js";

// Rules that are confined to fields: each change needs one that permits it and is one for the item.

constexpr std::string_view refuse_fields =
    R"js(  const permits = changesOf(input).map((change) => rules.filter((rule) => permitsChange(rule, change)));
  if (permits.some((list) => list.length === 0)) {
    // Refused whatever the item holds; the item tells which fields it is about.
    ctx.stash.refused = true;
    return { operation: 'GetItem', key: util.dynamodb.toMapValues(<<tableKey>>) };
  })js";

constexpr std::string_view own_items =
    R"js(  // Each change needs a rule that permits it and is one for the item.
  const texts = permits.filter((list) => list.every((rule) => rule.field)).map((list) => JSON.stringify(filterOf(list)));
  for (const text of texts.filter((text, index) => texts.indexOf(text) === index)) {
    conditions.push(JSON.parse(text));
  })js";

constexpr std::string_view explain_fields =
    R"js(  // On a failed condition the result is the stored item: tell "not yours" from "not as you expected".
  if (ctx.stash.refused || ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    const holding = rulesFor(ctx)<<holding>>;
    if (holding.length === 0) {
      util.unauthorized();
    }
    const changes = changesOf(ctx.args.input).filter((change) => !holding.some((rule) => permitsChange(rule, change)));
    const denied = changes.map(({ field }) => field).filter((field, index, list) => list.indexOf(field) === index);
    if (denied.length > 0) {
      util.error(denied[0] ? `Unauthorized on [${denied.join(', ')}]` : 'Unauthorized', 'Unauthorized');
    }
  })js";

constexpr std::string_view changes_functions =
    R"js(/** What the input does: it takes a field's value away, or sets one. To set null needs the right to both. */
function changesOf(input) {
  const fields = Object.keys(input).filter((field) => <<keys>>.indexOf(field) < 0);
  const clears = fields.filter((field) => input[field] === null).map((field) => ({ right: 'clears', field }));
  const sets = fields.map((field) => ({ right: 'sets', field }));
  return sets.length > 0 ? [...clears, ...sets] : [{ right: 'sets' }];
}

/** Whether a rule permits a change. One that changes no field needs a rule that permits any. */
function permitsChange(rule, { right, field }) {
  const fields = rule[right];
  return !fields || (field ? fields.indexOf(field) >= 0 : fields.length > 0);
}
)js";

/// What an input tells of the item that it is about, not of a change.
std::vector<std::string> given_fields(const ir::Model& model) {
  std::vector<std::string> names;
  for (const ir::Field& field : key_fields(model))
    names.push_back(field.name);
  if (const ir::Field* version = find_field(model, ir::OptionField::version))
    names.push_back(version->name);
  return names;
}

std::string conditions(const ir::Model& model) {
  std::vector<std::string> all = {key_condition(model, true)};
  if (const ir::Field* version = find_field(model, ir::OptionField::version))
    all.push_back("hasVersion(" + member("input", version->name) + ")");
  if (std::string present = presence_condition(model, true); !present.empty())
    all.push_back(std::move(present));
  return joined(all, ", ");
}

}  // namespace

Resolver update_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  const std::vector<Grant> grants = update_grants(model);
  const bool by_item = depend_on_item(grants);
  const bool confined = are_confined(grants);
  const Outward outward(definition, model);
  const std::string composites = composite_keys_function(definition, model, "updating");
  const std::string validation = validation_function(model);
  const std::string own = !by_item   ? ""
                          : confined ? std::string(own_items)
                                     : own_items_filter(grants, "conditions");
  const std::string explain =
      confined
          ? fill(
                explain_fields,
                {{"holding", by_item ? ".filter((rule) => holds(rule, ctx.result ?? {}))" : ""}}
            )
      : by_item ? std::string(explain_item)
                : "";
  Source source(header(
      "Mutation." + operation.field + ": changes one " + model.name + ", in one conditional write.",
      grants
  ));
  source
      .add(fill(
          request_function,
          {{"compositeKeys",
            composites.empty() ? "" : "  const composites = compositeKeys(ctx.args.input);"},
           {"refuse", refuse_strangers(grants)},
           {"refuseFields",
            confined ? fill(refuse_fields, {{"tableKey", table_key(model, "input")}}) : ""},
           {"validate", validation.empty() ? "" : "  validate(input);"},
           {"kept", kept_of_change(model)},
           {"composites", composites.empty() ? "" : ", ...composites"},
           {"conditions", conditions(model)},
           {"ownItems", own},
           {"changes", stored_fields(model, "changes")},
           {"tableKey", table_key(model, "input")}}
      ))
      .add(fill(
          response_function, {{"explain", explain},
                              {"conflict", version_conflict(model)},
                              {"result", outward.mutated("ctx.result")}}
      ))
      .add(to_update_function(model, !composites.empty()))
      .add(confined ? fill(changes_functions, {{"keys", js_list(given_fields(model))}}) : "")
      .add(rules_function(grants))
      .add(holds_function(grants))
      .add(filter_function(grants))
      .add(version_functions(model))
      .add(caller_function(model))
      .add(composites)
      .add(validation)
      .add(stored_fields_function(model))
      .add(to_expression_function(model, "toDynamoDBConditionExpression"))
      .add(outward.function());
  // AppSync reads the item when a condition fails.
  return {
      "Mutation",
      operation.field,
      Resolver::DataSource::table,
      source.text(),
      {"UpdateItem", "GetItem"}
  };
}

}  // namespace amplify::appsync
