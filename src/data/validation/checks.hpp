// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>
#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The parts of `validate`.
namespace amplify::appsync {

/// A schema under examination, and what was found.
struct Examination {
  const ir::Definition& definition;
  std::vector<Diagnostic> faults{};

  void fault(std::string where, std::string message, std::string help = {}) {
    faults.push_back({"InvalidSchemaError", std::move(where), std::move(message), std::move(help)});
  }
  const ir::Model* model(std::string_view name) const;
  const ir::EnumType* enumeration(std::string_view name) const;
  const ir::CustomType* custom_type(std::string_view name) const;
};

/// Names of types: unlike each other and what the API has itself.
void check_type_names(Examination& examination);
/// Enums and custom types.
void check_types(Examination& examination);
/// Fields, defaults and validations of a model, its key and its indexes.
void check_model(Examination& examination, const ir::Model& model);
void check_keys(Examination& examination, const ir::Model& model);
/// The relations of a model.
void check_relations(Examination& examination, const ir::Model& model);
/// The rules of a model and of its fields.
void check_rules(Examination& examination, const ir::Model& model);
/// The user's own operations, and that no two fields of a root type have one name.
void check_operations(Examination& examination);

// What several parts ask.

/// One error a name that is there twice, or isn't GraphQL's. `what` is "field", say.
void check_names(
    Examination& examination, const std::string& where, const std::vector<std::string>& names,
    std::string_view what
);
/// What is wrong with the rule itself, wherever it stands.
void check_rule(Examination& examination, const std::string& where, const ir::Rule& rule);
/// What is wrong with rules where no item is at hand to decide by.
void check_static_rules(
    Examination& examination, const std::string& where, const std::vector<ir::Rule>& rules
);
void check_literal(
    Examination& examination, const std::string& where, const ir::Type& type,
    const ir::Literal& value
);
void check_validations(Examination& examination, const std::string& where, const ir::Field& field);
/// "did you mean `title`?", or `otherwise` when nothing is near.
std::string suggestion(
    std::string_view written, const std::vector<std::string_view>& candidates,
    std::string otherwise = {}
);
std::vector<std::string_view> field_names(const ir::Model& model);

}  // namespace amplify::appsync
