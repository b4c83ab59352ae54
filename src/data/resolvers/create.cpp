// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/kept.hpp"
#include "data/resolvers/keys.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/renames.hpp"
#include "data/resolvers/source.hpp"
#include "data/resolvers/validation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>
#include <variant>

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
  const { input, condition } = ctx.args;
  const now = util.time.nowISO8601();
  const item = {
    createdAt: now,
    updatedAt: now,
    ...input,
<<id>>
<<defaults>>
<<compositeKeys>>
<<kept>>
    __typename: <<typename>>,
  };
<<authorize>>
<<validate>>
<<dropNulls>>
  const conditions = [<<isNew>>];
  if (condition && Object.keys(condition).length > 0) {
    conditions.push(condition);
  }
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues(<<key>>),
    attributeValues: util.dynamodb.toMapValues(<<item>>),
    condition: toExpression({ and: conditions }),
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return <<result>>;
}
)js";

constexpr std::string_view fill_owners =
    R"js(  // Who creates an item owns it, unless the input says whose it is.
  for (const { field, <<list>>owner, values } of <<parts>>) {
    if (owner && item[field] === undefined) {
      item[field] = <<value>>;
    }
  })js";

constexpr std::string_view check_item = R"js(  if (!rules.some((rule) => holds(rule, item))) {
    util.unauthorized();
  })js";

constexpr std::string_view check_fields = R"js(  const holding = rules<<holding>>;
  if (holding.length === 0) {
    util.unauthorized();
  }
  const denied = Object.keys(input).filter((field) => !holding.some(({ sets }) => !sets || sets.indexOf(field) >= 0));
  if (denied.length > 0) {
    util.error(`Unauthorized on [${denied.join(', ')}]`, 'Unauthorized');
  })js";

constexpr std::string_view drop_nulls =
    R"js(  // Keys of indexes are never null: items without them are not in the index.
  const stored = Object.entries(item).filter(([field, value]) => value !== null || <<attributes>>.indexOf(field) < 0);)js";

constexpr std::string_view from_entries = R"js(/** An object of its members. */
function fromEntries(entries) {
  const object = {};
  for (const [name, value] of entries) {
    object[name] = value;
  }
  return object;
}
)js";

std::string literal(const ir::Field& field) {
  return std::visit(
      [&](const auto& value) -> std::string {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<T, std::string>) {
          // AppSync hands AWSJSON to resolvers parsed.
          return field.type.scalar == ir::Scalar::json && field.type.kind == ir::TypeKind::scalar
                     ? value
                     : js_string(value);
        } else {
          return fmt::format("{}", value);
        }
      },
      field.defaultValue
  );
}

std::string defaults(const ir::Model& model) {
  std::vector<std::string> lines;
  for (const ir::Field& field : model.fields) {
    if (std::holds_alternative<std::monostate>(field.defaultValue)) continue;
    lines.push_back(fmt::format("    {0}: input.{0} ?? {1},", field.name, literal(field)));
  }
  return joined(lines, "\n");
}

/// Of an `id` that clients may leave out.
std::string generated_id(const ir::Model& model) {
  const ir::Field* declared = find_field(model, "id");
  if (!declared && has_identifier(model)) return {};
  const std::string type = declared ? named_type(declared->type) : "ID";
  return type == "ID" || type == "String" ? "    id: input.id ?? util.autoId()," : "";
}

std::string authorization(const std::vector<Grant>& grants) {
  const bool by_item = depend_on_item(grants);
  std::string text;
  if (!by_item && !are_confined(grants)) return refuse_strangers(grants);
  text = "  const rules = rulesFor(ctx);\n";
  std::vector<ItemPart> owners = item_parts(grants);
  std::erase_if(owners, [](const ItemPart& part) { return part.role.allow != ir::Allow::owner; });
  if (!owners.empty()) {
    const bool lists = std::ranges::any_of(owners, &ItemPart::list);
    text += fill(
        fill_owners, {{"list", lists ? "list, " : ""},
                      {"parts", ask_several(grants) ? "rules.flatMap(partsOf)" : "rules"},
                      {"value", lists ? "list ? [values[0]] : values[0]" : "values[0]"}}
    );
    text += '\n';
  }
  if (!are_confined(grants)) return text += check_item;
  return text +=
         fill(check_fields, {{"holding", by_item ? ".filter((rule) => holds(rule, item))" : ""}});
}

}  // namespace

Resolver create_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  const std::vector<Grant> grants = create_grants(model);
  const Outward outward(definition, model);
  const std::string composites = composite_keys_function(definition, model, "creating");
  const std::vector<std::string> indexed = index_attributes(definition, model);
  const std::string validation = validation_function(model);
  Source source(
      header("Mutation." + operation.field + ": stores one new " + model.name + ".", grants)
  );
  source
      .add(fill(
          functions,
          {{"id", generated_id(model)},
           {"defaults", defaults(model)},
           {"compositeKeys", composites.empty() ? "" : "    ...compositeKeys(input),"},
           {"kept", kept_of_new(model)},
           {"typename", js_string(model.name)},
           {"authorize", authorization(grants)},
           {"validate", validation.empty() ? "" : "  validate(item);"},
           {"dropNulls", indexed.empty() ? "" : fill(drop_nulls, {{"attributes", js_list(indexed)}})
           },
           {"isNew", key_condition(model, false)},
           {"key", table_key(model, "item")},
           {"item", stored_fields(model, indexed.empty() ? "item" : "fromEntries(stored)")},
           {"result", outward.mutated("ctx.result")}}
      ))
      .add(rules_function(grants))
      .add(holds_function(grants))
      .add(caller_function(model))
      .add(composites)
      .add(validation)
      .add(indexed.empty() ? "" : from_entries)
      .add(stored_fields_function(model))
      .add(to_expression_function(model, "toDynamoDBConditionExpression"))
      .add(outward.function());
  return {"Mutation", operation.field, Resolver::DataSource::table, source.text(), {"PutItem"}};
}

}  // namespace amplify::appsync
