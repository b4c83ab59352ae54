// SPDX-License-Identifier: Apache-2.0
#include "data/type_directives.hpp"

#include "data/custom_operations.hpp"
#include "data/fields.hpp"
#include "data/model_operations.hpp"
#include "data/model_types.hpp"

#include <algorithm>
#include <set>

namespace amplify::appsync {
namespace {

const ir::CustomType* custom_type(const ir::Definition& definition, const std::string& name) {
  const auto found = std::ranges::find(definition.customTypes, name, &ir::CustomType::name);
  return found == definition.customTypes.end() ? nullptr : &*found;
}

/// The custom type and those within it.
void collect_types(
    const ir::Definition& definition, const std::string& name, std::set<std::string>& names
) {
  const ir::CustomType* type = custom_type(definition, name);
  if (!type || !names.insert(name).second) return;
  for (const ir::Field& field : type->fields) {
    if (field.type.kind == ir::TypeKind::customType)
      collect_types(definition, field.type.name, names);
  }
}

class TypeDirectives {
 public:
  TypeDirectives(const ir::Definition& definition, ir::Provider default_provider)
      : definition_(definition), default_provider_(default_provider) {}

  std::map<std::string, ServiceDirectives> all() {
    add_custom_types();
    for (const ir::Model& model : definition_.models)
      add_model(model);
    return std::move(directives_);
  }

 private:
  void add_custom_types() {
    const auto inherited = inherited_rules(definition_);
    for (const ir::CustomType& type : definition_.customTypes) {
      if (type.inputOnly) continue;
      std::vector<ir::Rule> rules = type.rules;
      if (const auto found = inherited.find(type.name); found != inherited.end())
        rules.insert(rules.end(), found->second.begin(), found->second.end());
      directives_[type.name] = native_directives(rules);
      directives_[type.name].add("@aws_iam");
    }
  }

  void add_model(const ir::Model& model) {
    const AccessMatrix matrix(model);
    const std::set<ir::Provider> everyone = providers(matrix.roles());
    directives_[model.name].add(service_directives(everyone, default_provider_, false));
    for (const ModelOperation& operation : model_operations(model)) {
      directives_[gives_pages(operation) ? connection_type(model.name) : model.name].add(
          operation_directives(matrix, operation, default_provider_)
      );
    }
    for (const ir::Field& field : model.fields) {
      if (is_relation(field) && field.type.array) reach(connection_type(field.type.name), everyone);
      if (field.type.kind == ir::TypeKind::customType) reach(field.type.name, everyone);
    }
  }

  /// Who may read a model may read what it holds. A type that is reached a second time is open to
  /// the default mode as well.
  void reach(const std::string& name, const std::set<ir::Provider>& everyone) {
    const bool first = reached_.insert(name).second;
    ServiceDirectives& known = from_models_[name];
    const ServiceDirectives more = service_directives(everyone, default_provider_, !first);
    if (!known.extend(more) && !first) return;
    directives_[name].add(more);
    const ir::CustomType* type = custom_type(definition_, name);
    if (!type) return;
    for (const ir::Field& field : type->fields) {
      if (field.type.kind == ir::TypeKind::customType) reach(field.type.name, everyone);
    }
  }

  const ir::Definition& definition_;
  ir::Provider default_provider_;
  std::map<std::string, ServiceDirectives> directives_;
  std::map<std::string, ServiceDirectives> from_models_;
  std::set<std::string> reached_;
};

}  // namespace

std::map<std::string, std::vector<ir::Rule>> inherited_rules(const ir::Definition& definition) {
  std::map<std::string, std::vector<ir::Rule>> rules;
  for (const ir::CustomOperation& operation : definition.operations) {
    std::set<std::string> names;
    if (operation.returns && operation.returns->kind == ir::TypeKind::customType)
      collect_types(definition, operation.returns->name, names);
    for (const std::string& name : names) {
      std::vector<ir::Rule>& list = rules[name];
      list.insert(list.end(), operation.rules.begin(), operation.rules.end());
    }
  }
  return rules;
}

ServiceDirectives operation_directives(
    const AccessMatrix& matrix, const ModelOperation& operation, ir::Provider default_provider
) {
  ServiceDirectives directives;
  for (const ir::Operation granting : operation.grantedBy) {
    const std::vector<Role> roles = granting == ir::Operation::delete_
                                        ? matrix.roles_with_all_fields(granting)
                                        : matrix.roles({granting});
    directives.add(service_directives(providers(roles), default_provider, roles.empty()));
  }
  return directives;
}

ServiceDirectives operation_directives(
    const ir::CustomOperation& operation, ir::Provider default_provider
) {
  ServiceDirectives directives;
  if (calls_functions(operation)) {
    directives = service_directives(providers(roles(operation.rules)), default_provider, false);
  } else {
    directives = native_directives(operation.rules);
  }
  directives.add("@aws_iam");
  return directives;
}

std::map<std::string, ServiceDirectives> type_directives(
    const ir::Definition& definition, ir::Provider default_provider
) {
  return TypeDirectives(definition, default_provider).all();
}

}  // namespace amplify::appsync
