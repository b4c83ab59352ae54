// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/grants.hpp"

#include "data/fields.hpp"
#include "data/model_operations.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace amplify::appsync {
namespace {

using ir::Operation;

const std::vector<Operation> reading = {
    Operation::get, Operation::list, Operation::sync, Operation::search, Operation::listen
};

Grant grant_of(const ir::Model& model, const Role& role) {
  Grant grant{.role = role};
  for (const Role& part : role.parts()) {
    if (!part.depends_on_item()) continue;
    const ir::Field* field = find_field(model, part.field);
    grant.items.push_back({.role = part, .list = field && field->type.array});
  }
  return grant;
}

std::vector<Grant> grants_of(const ir::Model& model, const std::vector<Role>& roles) {
  std::vector<Grant> grants;
  for (const Role& role : roles)
    grants.push_back(grant_of(model, role));
  return grants;
}

bool contains(const std::vector<Role>& roles, const Role& role) {
  return std::ranges::find(roles, role) != roles.end();
}

/// Nothing if the role may do it with every field.
std::optional<std::vector<std::string>> confinement(
    const AccessMatrix& matrix, const Role& role, Operation operation
) {
  if (matrix.allows_all_fields(role, operation)) return std::nullopt;
  return matrix.fields(role, operation);
}

/// Of roles that anyone signed in by their provider is in, the others of that provider say nothing
/// more.
std::vector<Role> without_implied(std::vector<Role> roles) {
  for (const ir::Provider provider : {ir::Provider::userPools, ir::Provider::oidc}) {
    const auto is_private = [&](const Role& role) {
      return role.provider == provider && role.allow == ir::Allow::private_;
    };
    if (std::ranges::none_of(roles, is_private)) continue;
    std::erase_if(roles, [&](const Role& role) {
      return role.provider == provider && !is_private(role);
    });
  }
  return roles;
}

/// The roles that decide over reading a field: those of the model, without what a role that may
/// read the field in every way implies.
std::vector<Role> readers_near(const AccessMatrix& matrix, const ir::Field& field) {
  std::vector<Role> readers = matrix.roles(reading);
  for (const ir::Provider provider : {ir::Provider::userPools, ir::Provider::oidc}) {
    const Role everyone{.allow = ir::Allow::private_, .provider = provider};
    const bool all =
        contains(readers, everyone) && std::ranges::all_of(reading, [&](Operation operation) {
          return matrix.allows(everyone, field.name, operation);
        });
    if (!all) continue;
    std::erase_if(readers, [&](const Role& role) {
      return role.provider == provider && role != everyone;
    });
  }
  return readers;
}

std::vector<Role> readers_of(const AccessMatrix& matrix, const ir::Field& field) {
  std::vector<Role> readers = readers_near(matrix, field);
  std::erase_if(readers, [&](const Role& role) {
    return std::ranges::none_of(reading, [&](Operation operation) {
      return matrix.allows(role, field.name, operation);
    });
  });
  return readers;
}

bool has_subscriptions(const ir::Model& model) {
  const auto operations = model_operations(model);
  return std::ranges::any_of(operations, [](const ModelOperation& operation) {
    return operation.kind == ModelOperation::Kind::subscription;
  });
}

const ir::Model& related_model(const ir::Definition& definition, const ir::Field& relation) {
  return *std::ranges::find(definition.models, relation.type.name, &ir::Model::name);
}

/// Whether callers in the role may be among the readers of the related model.
bool sees_both(const Role& role, const std::vector<Role>& related) {
  return std::ranges::any_of(related, [&](const Role& other) {
    const bool signed_in = other.provider == ir::Provider::userPools ||
                           other.provider == ir::Provider::oidc ||
                           other.provider == ir::Provider::identityPool;
    return other == role ||
           (other.provider == role.provider && signed_in &&
            (role.allow == ir::Allow::private_ || other.allow == ir::Allow::private_));
  });
}

bool is_certain(const Role& role) {
  return !role.depends_on_item() && role.allow != ir::Allow::custom;
}

bool marks(
    const ir::Definition& definition, const ir::Model& model, std::set<std::string>& visited
) {
  if (!visited.insert(model.name).second) return false;
  return std::ranges::any_of(model.fields, [&](const ir::Field& field) {
    if (!is_relation(field)) return protecting_grants(model, field) && has_subscriptions(model);
    return is_withheld_from_mutations(definition, model, field) ||
           marks(definition, related_model(definition, field), visited);
  });
}

}  // namespace

std::vector<Grant> reading_grants(
    const ir::Model& model, const std::vector<Operation>& operations
) {
  return grants_of(model, without_implied(AccessMatrix(model).roles(operations)));
}

std::vector<Grant> related_grants(const ir::Model& model) { return reading_grants(model, reading); }

std::vector<Grant> create_grants(const ir::Model& model) {
  const AccessMatrix matrix(model);
  // All of them: owners become owners even where anyone may create.
  std::vector<Grant> grants = grants_of(model, matrix.roles({Operation::create}));
  for (Grant& grant : grants)
    grant.sets = confinement(matrix, grant.role, Operation::create);
  return grants;
}

std::vector<Grant> update_grants(const ir::Model& model) {
  const AccessMatrix matrix(model);
  std::vector<Grant> grants =
      grants_of(model, matrix.roles({Operation::update, Operation::delete_}));
  for (Grant& grant : grants) {
    grant.sets = confinement(matrix, grant.role, Operation::update);
    grant.clears = confinement(matrix, grant.role, Operation::delete_);
  }
  // Without a field that they may set, there is nothing for them to update.
  const bool any = std::ranges::any_of(grants, [](const Grant& grant) {
    return !grant.sets || !grant.sets->empty();
  });
  if (!any) return {};
  const auto is_boundless = [](const Grant& grant, ir::Provider provider) {
    return grant.role.provider == provider && grant.role.allow == ir::Allow::private_ &&
           !grant.sets && !grant.clears;
  };
  std::erase_if(grants, [&](const Grant& grant) {
    return grant.role.allow != ir::Allow::private_ &&
           std::ranges::any_of(grants, [&](const Grant& other) {
             return is_boundless(other, grant.role.provider) &&
                    (grant.role.provider == ir::Provider::userPools ||
                     grant.role.provider == ir::Provider::oidc);
           });
  });
  return grants;
}

std::vector<Grant> delete_grants(const ir::Model& model) {
  return grants_of(
      model, without_implied(AccessMatrix(model).roles_with_all_fields(Operation::delete_))
  );
}

bool depend_on_item(const std::vector<Grant>& grants) {
  return std::ranges::any_of(grants, [](const Grant& grant) {
    return grant.role.depends_on_item();
  });
}

bool ask_several(const std::vector<Grant>& grants) {
  return std::ranges::any_of(grants, [](const Grant& grant) { return grant.items.size() > 1; });
}

std::vector<ItemPart> item_parts(const std::vector<Grant>& grants) {
  std::vector<ItemPart> all;
  for (const Grant& grant : grants)
    all.insert(all.end(), grant.items.begin(), grant.items.end());
  return all;
}

bool ask_of(const std::vector<Grant>& grants, std::string_view field) {
  return std::ranges::any_of(item_parts(grants), [&](const ItemPart& part) {
    return part.role.field == field;
  });
}

bool ask_lists(const std::vector<Grant>& grants) {
  return std::ranges::any_of(item_parts(grants), &ItemPart::list);
}

bool are_confined(const std::vector<Grant>& grants) {
  return std::ranges::any_of(grants, [](const Grant& grant) { return grant.sets || grant.clears; });
}

std::optional<std::vector<Grant>> protecting_grants(
    const ir::Model& model, const ir::Field& field
) {
  const bool special = std::ranges::any_of(model.fields, [](const ir::Field& other) {
    return !other.rules.empty();
  });
  if (!special || is_kept(field)) return std::nullopt;
  const AccessMatrix matrix(model);
  const std::vector<Role> readers = readers_of(matrix, field);
  if (readers.size() == readers_near(matrix, field).size()) return std::nullopt;
  return grants_of(model, without_implied(readers));
}

bool is_withheld_from_mutations(
    const ir::Definition& definition, const ir::Model& model, const ir::Field& relation
) {
  if (!has_subscriptions(model)) return false;
  if (protecting_grants(model, relation)) return true;
  if (relation.type.required && !relation.type.array) return false;
  const std::vector<Role> related =
      without_implied(AccessMatrix(related_model(definition, relation)).roles(reading));
  const std::vector<Role> own = readers_of(AccessMatrix(model), relation);
  if (std::ranges::none_of(own, [&](const Role& role) { return sees_both(role, related); }))
    return false;
  return own.size() != related.size() || !std::ranges::all_of(related, [&](const Role& role) {
           return contains(own, role) && is_certain(role);
         });
}

bool marks_mutations(const ir::Definition& definition, const ir::Model& model) {
  std::set<std::string> visited;
  return marks(definition, model, visited);
}

std::vector<std::string> shortened_owner_fields(const ir::Model& model) {
  std::vector<std::string> names;
  const AccessMatrix matrix(model);
  for (const Role& role : parts(matrix.roles())) {
    // Another claim than sub and user name is shown as it is stored.
    if (role.allow != ir::Allow::owner || !role.claim.empty()) continue;
    if (std::ranges::find(names, role.field) == names.end()) names.push_back(role.field);
  }
  return names;
}

bool operations_shorten_owners(const ir::Definition& definition, const ir::Model& model) {
  const bool returned =
      std::ranges::any_of(definition.operations, [&](const ir::CustomOperation& operation) {
        return operation.returns && operation.returns->kind == ir::TypeKind::model &&
               operation.returns->name == model.name;
      });
  return !returned && std::ranges::none_of(model.fields, [&](const ir::Field& field) {
    return protecting_grants(model, field).has_value();
  });
}

}  // namespace amplify::appsync
