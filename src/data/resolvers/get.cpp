// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/kept.hpp"
#include "data/resolvers/keys.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

#include <algorithm>

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
<<refuse>>
<<refuseByKey>>
  return {
    operation: 'GetItem',
    key: util.dynamodb.toMapValues(<<key>>),
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
<<item>>
<<check>>
  return <<result>>;
}
)js";

constexpr std::string_view check_item =
    R"js(  if (item && !rulesFor(ctx).some((rule) => holds(rule, item))) {
    util.unauthorized();
  })js";

// Otherwise strangers could tell by the answer whether there is such an item.
constexpr std::string_view check_key = R"js(  // The key alone tells whose the item is.
  if (!rules.some((rule) => <<keys>>.indexOf(rule.field) < 0 || holds(rule, ctx.args))) {
    util.unauthorized();
  })js";

constexpr std::string_view check_key_wholly = R"js(  // The key alone tells whose the item is.
  const isMatched = (part) => <<keys>>.indexOf(part.field) < 0 || isMet(part, ctx.args);
  if (!rules.some((rule) => partsOf(rule).every(isMatched))) {
    util.unauthorized();
  })js";

std::string refuse_by_key(const ir::Model& model, const std::vector<Grant>& grants) {
  std::vector<std::string> names;
  for (const ir::Field& field : key_fields(model)) {
    if (ask_of(grants, field.name)) names.push_back(field.name);
  }
  if (names.empty()) return {};
  return fill(ask_several(grants) ? check_key_wholly : check_key, {{"keys", js_list(names)}});
}

}  // namespace

Resolver get_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  const std::vector<Grant> grants = reading_grants(model, {ir::Operation::get});
  const bool by_item = depend_on_item(grants);
  const Outward outward(definition, model);
  const std::string item = present_item(model, "ctx.result");
  const bool named = by_item || item != "ctx.result";
  const std::string by_key = refuse_by_key(model, grants);
  std::string refuse = refuse_strangers(grants);
  if (by_key.empty()) {
    refuse = "  if (rulesFor(ctx).length === 0) {\n    util.unauthorized();\n  }";
  }
  Source source(header(
      "Query." + operation.field + ": one " + model.name + " by its " +
          (has_identifier(model) ? "key." : "id."),
      grants
  ));
  source
      .add(fill(
          functions, {{"refuse", refuse},
                      {"refuseByKey", by_key},
                      {"key", table_key(model, "ctx.args")},
                      {"item", named ? "  const item = " + item + ";" : ""},
                      {"check", by_item ? check_item : ""},
                      {"result", outward.item(named ? "item" : "ctx.result")}}
      ))
      .add(rules_function(grants))
      .add(holds_function(grants))
      .add(outward.function());
  return {"Query", operation.field, Resolver::DataSource::table, source.text(), {"GetItem"}};
}

}  // namespace amplify::appsync
