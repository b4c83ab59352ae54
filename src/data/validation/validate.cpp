// SPDX-License-Identifier: Apache-2.0
#include "data/validation/validate.hpp"

#include "data/filter_inputs.hpp"
#include "data/graphql_schema.hpp"
#include "data/validation/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace amplify::appsync {
namespace {

/// What of the user's a type of this name is, or is made for.
std::string origin(const ir::Definition& definition, const std::string& name) {
  for (const ir::EnumType& type : definition.enums) {
    for (const bool list : {false, true}) {
      const ir::Type filtered{.kind = ir::TypeKind::enumeration, .name = type.name, .array = list};
      if (filter_input(filtered) == name) return type.name;
    }
  }
  return name;
}

/// Types that the API would have twice: one of the user's that is named as one that Amplify makes,
/// or an enum whose filter is.
void check_generated_types(Examination& examination) {
  std::set<std::string> names;
  for (const graphql::Type& type :
       graphql_schema(examination.definition, ir::Provider::userPools)) {
    if (names.insert(type.name).second) continue;
    examination.fault(
        origin(examination.definition, type.name),
        fmt::format("the API would have two types named '{}'", type.name), "rename this type"
    );
  }
}

}  // namespace

const ir::Model* Examination::model(std::string_view name) const {
  const auto found = std::ranges::find(definition.models, name, &ir::Model::name);
  return found == definition.models.end() ? nullptr : &*found;
}

const ir::EnumType* Examination::enumeration(std::string_view name) const {
  const auto found = std::ranges::find(definition.enums, name, &ir::EnumType::name);
  return found == definition.enums.end() ? nullptr : &*found;
}

const ir::CustomType* Examination::custom_type(std::string_view name) const {
  const auto found = std::ranges::find(definition.customTypes, name, &ir::CustomType::name);
  return found == definition.customTypes.end() ? nullptr : &*found;
}

std::vector<Diagnostic> validate(const ir::Definition& definition) {
  Examination examination{definition};
  check_type_names(examination);
  check_types(examination);
  for (const ir::Model& model : definition.models) {
    check_model(examination, model);
    check_keys(examination, model);
    check_relations(examination, model);
    check_rules(examination, model);
  }
  check_operations(examination);
  // An API can be made of a schema that is sound in itself.
  if (examination.faults.empty()) check_generated_types(examination);
  return std::move(examination.faults);
}

}  // namespace amplify::appsync
