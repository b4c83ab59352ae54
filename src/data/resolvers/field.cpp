// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/model_operations.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/kept.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

#include <algorithm>

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
<<check>>
  return { payload: null };
}

export function response(ctx) {
<<withhold>>
  return <<value>>;
}
)js";

constexpr std::string_view check_item =
    R"js(  if (!rulesFor(ctx).some((rule) => holds(rule, ctx.source))) {
    util.unauthorized();
  })js";

constexpr std::string_view withhold =
    R"js(  // What a mutation returns goes to subscribers too, and not all of them may see this.
  if (ctx.source.__operation === 'Mutation') {
    return null;
  })js";

bool has_subscriptions(const ir::Model& model) {
  const auto operations = model_operations(model);
  return std::ranges::any_of(operations, [](const ModelOperation& operation) {
    return operation.kind == ModelOperation::Kind::subscription;
  });
}

/// As clients see the field: an owner by user name alone.
std::string shown(const ir::Model& model, const std::string& field, bool shortened) {
  const ir::Field* declared = find_field(model, field);
  const std::string value = member("ctx.source", declared ? stored_name(*declared) : field);
  if (!shortened) return value;
  return declared && declared->type.array ? value + "?.map((owner) => owner.split('::').pop())"
                                          : value + "?.split('::').pop()";
}

Resolver protected_field(const ir::Model& model, const ir::Field& field, bool shortened) {
  const std::vector<Grant> grants = *protecting_grants(model, field);
  const bool by_item = depend_on_item(grants);
  Source source(header(
      model.name + "." + field.name + ": a field that not every reader of the item may see.", grants
  ));
  source
      .add(fill(
          functions, {{"check", by_item ? check_item : refuse_strangers(grants)},
                      {"withhold", has_subscriptions(model) ? withhold : ""},
                      {"value", shown(model, field.name, shortened)}}
      ))
      .add(rules_function(grants))
      .add(holds_function(grants));
  return {model.name, field.name, Resolver::DataSource::none, source.text()};
}

Resolver owner_field(const ir::Model& model, const std::string& field) {
  Source source("// " + model.name + "." + field + ": the owner by user name, without the sub.\n");
  source.add(fill(functions, {{"value", shown(model, field, true)}}));
  return {model.name, field, Resolver::DataSource::none, source.text()};
}

Resolver kept_field(const ir::Model& model, const ir::Field& field) {
  const std::string value = kept_value(field, member("ctx.source", field.name));
  Source source(
      "// " + model.name + "." + field.name + ": what the API keeps, as clients see it.\n"
  );
  source.add(fill(functions, {{"value", value}})
  ).add(field.option == ir::OptionField::version ? "" : shown_function(model));
  return {model.name, field.name, Resolver::DataSource::none, source.text()};
}

Resolver renamed_field(const ir::Model& model, const ir::Field& field) {
  Source source(
      "// " + model.name + "." + field.name + ": items have it as " + field.renamedFrom + ".\n"
  );
  source.add(fill(functions, {{"value", shown(model, field.name, false)}}));
  return {model.name, field.name, Resolver::DataSource::none, source.text()};
}

}  // namespace

std::vector<Resolver> field_resolvers(const ir::Definition& definition, const ir::Model& model) {
  std::vector<std::string> owners;
  if (!operations_shorten_owners(definition, model)) owners = shortened_owner_fields(model);
  std::vector<Resolver> all;
  for (const ir::Field& field : model.fields) {
    if (is_relation(field) || !protecting_grants(model, field)) continue;
    const auto owner = std::ranges::find(owners, field.name);
    all.push_back(protected_field(model, field, owner != owners.end()));
    if (owner != owners.end()) owners.erase(owner);
  }
  for (const std::string& owner : owners)
    all.push_back(owner_field(model, owner));
  for (const ir::Field& field : model.fields) {
    if (!field.renamedFrom.empty() && !protecting_grants(model, field))
      all.push_back(renamed_field(model, field));
  }
  if (operations_shorten_owners(definition, model)) return all;
  for (const ir::Field& field : model.fields) {
    if (!kept_value(field, "").empty()) all.push_back(kept_field(model, field));
  }
  return all;
}

}  // namespace amplify::appsync
