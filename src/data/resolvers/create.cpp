// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

#include <fmt/format.h>

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
<<key>>
<<defaults>>
    __typename: <<typename>>,
  };
<<authorize>>
  const conditions = [{ id: { attributeExists: false } }];
  if (condition && Object.keys(condition).length > 0) {
    conditions.push(condition);
  }
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ id: item.id }),
    attributeValues: util.dynamodb.toMapValues(item),
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

constexpr std::string_view owner_part = R"js(  const forms = ownerForms(ctx);
<<fill>>
  if (!isAllowed(ctx) && !isOwned(item, forms)) {
    util.unauthorized();
  })js";

constexpr std::string_view fill_owner = R"js(  if (<<unset>>forms.length > 0) {
    item.<<field>> = forms[0];
  })js";

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
  std::string lines;
  for (const ir::Field& field : model.fields) {
    if (std::holds_alternative<std::monostate>(field.defaultValue)) continue;
    if (!lines.empty()) lines += "\n";
    lines += fmt::format("    {0}: input.{0} ?? {1},", field.name, literal(field));
  }
  return lines;
}

std::string authorization(const ir::Model& model, const Access& access) {
  if (access.ownerFields.empty()) return refuse_strangers(access);
  std::string fills;
  for (const std::string& field : access.ownerFields) {
    const bool declared = find_field(model, field) != nullptr;
    if (!fills.empty()) fills += "\n";
    fills += fill(
        fill_owner,
        {{"field", field},
         {"unset", declared ? "!Object.hasOwn(input, '" + field + "') && " : std::string()}}
    );
  }
  return fill(owner_part, {{"fill", fills}});
}

}  // namespace

Resolver create_resolver(const ir::Model& model) {
  const Access access = appsync::access(model, {ir::Operation::create});
  const std::string type = key_type(model);
  const bool generated_key = type == "ID" || type == "String";
  const std::string field = "create" + capitalized(model.name);
  Source source(header("Mutation." + field + ": stores one new " + model.name + ".", access));
  source
      .add(fill(
          functions, {{"key", generated_key ? "    id: input.id ?? util.autoId()," : ""},
                      {"defaults", defaults(model)},
                      {"typename", js_string(model.name)},
                      {"authorize", authorization(model, access)},
                      {"result", to_client(model, "ctx.result")}}
      ))
      .add(is_allowed_function(access))
      .add(owner_forms_function(access))
      .add(is_owned_function(access))
      .add(to_expression_function("toDynamoDBConditionExpression"))
      .add(to_client_function(model));
  return {"Mutation", field, Resolver::DataSource::table, source.text(), {"PutItem"}};
}

}  // namespace amplify::appsync
