// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/resolvers/hooks.hpp"
#include "data/resolvers/operations.hpp"

namespace amplify::appsync {
namespace {

Resolver operation_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
) {
  switch (operation.kind) {
    case ModelOperation::Kind::get:
      return get_resolver(definition, model, operation);
    case ModelOperation::Kind::list:
    case ModelOperation::Kind::index:
    case ModelOperation::Kind::deleted:
      return list_resolver(definition, model, operation);
    case ModelOperation::Kind::subscription:
      return subscription_resolver(model, operation);
    case ModelOperation::Kind::mutation:
      break;
  }
  if (operation.verb == "create") return create_resolver(definition, model, operation);
  if (operation.verb == "update") return update_resolver(definition, model, operation);
  return delete_resolver(definition, model, operation);
}

}  // namespace

std::vector<Resolver> resolvers(const ir::Definition& definition, const ir::Model& model) {
  std::vector<Resolver> all;
  for (const ModelOperation& operation : model_operations(model))
    all.push_back(with_hooks(model, operation, operation_resolver(definition, model, operation)));
  for (Resolver& resolver : field_resolvers(definition, model))
    all.push_back(std::move(resolver));
  for (const ir::Model& parent : definition.models) {
    for (const ir::Field& field : parent.fields) {
      if (is_relation(field) && field.type.name == model.name)
        all.push_back(relation_resolver(definition, parent, field));
    }
  }
  return all;
}

}  // namespace amplify::appsync
