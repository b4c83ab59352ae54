// SPDX-License-Identifier: Apache-2.0
#include "data/model_schema.hpp"

#include "data/custom_operations.hpp"
#include "data/fields.hpp"
#include "data/graphql.hpp"
#include "data/model_types.hpp"
#include "data/names.hpp"
#include "data/relation_index.hpp"
#include "data/service_directives.hpp"
#include "data/type_directives.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <type_traits>
#include <vector>

namespace amplify::appsync {
namespace {

using graphql::string_value;

std::string quoted_list(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts)
    list += (list.empty() ? "" : ", ") + string_value(text);
  return "[" + list + "]";
}

/// `@name(part, part)`; without parts the name alone.
std::string directive(std::string_view name, const std::vector<std::string>& parts) {
  return parts.empty() ? fmt::format(" @{}", name)
                       : fmt::format(" @{}({})", name, fmt::join(parts, ", "));
}

// Rules

std::string rule_text(const ir::Rule& rule) {
  std::vector<std::string> parts = {fmt::format("allow: {}", strategy_name(rule.allow))};
  if (states_provider(rule.allow, rule.provider))
    parts.push_back(fmt::format("provider: {}", provider_name(rule.provider)));
  if (!rule.operations.empty()) {
    std::vector<std::string_view> names;
    for (const ir::Operation operation : rule.operations)
      names.push_back(operation_name(operation));
    parts.push_back(fmt::format("operations: [{}]", fmt::join(names, ", ")));
  }
  const auto text = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) parts.push_back(fmt::format("{}: {}", name, string_value(value)));
  };
  text("groupsField", rule.groupsField);
  if (rule.allow == ir::Allow::owner) text("ownerField", rule.ownerField);
  if (!rule.groups.empty()) parts.push_back("groups: " + quoted_list(rule.groups));
  text("identityClaim", rule.identityClaim);
  text("groupClaim", rule.groupClaim);
  if (!rule.also.empty()) {
    std::vector<std::string> others;
    for (const ir::Rule& other : rule.also)
      others.push_back(rule_text(other));
    parts.push_back(fmt::format("also: [{}]", fmt::join(others, ", ")));
  }
  return fmt::format("{{{}}}", fmt::join(parts, ", "));
}

std::string auth_directive(const std::vector<ir::Rule>& rules) {
  if (rules.empty()) return {};
  std::vector<std::string> texts;
  for (const ir::Rule& rule : rules)
    texts.push_back(rule_text(rule));
  return fmt::format(" @auth(rules: [{}])", fmt::join(texts, ",\n  "));
}

std::string native_text(const ServiceDirectives& directives) {
  std::string text;
  for (const std::string& directive : directives.texts())
    text += " " + directive;
  return text;
}

// Models

std::string default_directive(const ir::Literal& value) {
  const auto text = [](const auto& literal) -> std::string {
    using T = std::remove_cvref_t<decltype(literal)>;
    if constexpr (std::is_same_v<T, std::monostate>) {
      return {};
    } else {
      return fmt::format("{}", literal);
    }
  };
  if (std::holds_alternative<std::monostate>(value)) return {};
  return directive("default", {"value: " + string_value(std::visit(text, value))});
}

std::string validate_directive(const ir::Validation& validation) {
  std::vector<std::string> parts = {
      fmt::format("type: {}", constraint_name(validation.constraint)),
      "value: " + string_value(validation.value)
  };
  if (!validation.errorMessage.empty())
    parts.push_back("errorMessage: " + string_value(validation.errorMessage));
  return directive("validate", parts);
}

std::string index_directive(const ir::Index& index) {
  std::vector<std::string> parts;
  if (index.named) parts.push_back("name: " + string_value(index.name));
  if (!index.sortKeys.empty()) parts.push_back("sortKeyFields: " + quoted_list(index.sortKeys));
  parts.push_back(
      "queryField: " +
      (index.queryField.empty() ? std::string("null") : string_value(index.queryField))
  );
  if (index.projection == ir::Projection::keysOnly)
    parts.emplace_back("projection: { type: KEYS_ONLY }");
  if (index.projection == ir::Projection::include) {
    parts.push_back(fmt::format(
        "projection: {{ type: INCLUDE, nonKeyAttributes: {} }}", quoted_list(index.nonKeyAttributes)
    ));
  }
  return directive("index", parts);
}

std::string model_directive(const ir::Model& model) {
  using ir::GeneratedOperation;
  struct Map {
    std::string_view name;
    std::vector<std::pair<GeneratedOperation, std::string_view>> operations;
  };
  static const std::array<Map, 3> maps = {{
      {"queries", {{GeneratedOperation::get, "get"}, {GeneratedOperation::list, "list"}}},
      {"mutations",
       {{GeneratedOperation::create, "create"},
        {GeneratedOperation::update, "update"},
        {GeneratedOperation::delete_, "delete"}}},
      {"subscriptions",
       {{GeneratedOperation::onCreate, "onCreate"},
        {GeneratedOperation::onUpdate, "onUpdate"},
        {GeneratedOperation::onDelete, "onDelete"}}},
  }};
  std::vector<std::string> parts;
  for (const Map& map : maps) {
    std::vector<std::string> disabled;
    for (const auto& [operation, name] : map.operations) {
      const auto& list = model.disabledOperations;
      if (std::ranges::find(list, operation) != list.end())
        disabled.push_back(fmt::format("{}: null", name));
    }
    if (disabled.size() == map.operations.size()) {
      parts.push_back(fmt::format("{}: null", map.name));
    } else if (!disabled.empty()) {
      parts.push_back(fmt::format("{}: {{ {} }}", map.name, fmt::join(disabled, ", ")));
    }
  }
  return directive("model", parts);
}

template <class T>
std::string renamed_directive(std::string_view name, const T& renamed) {
  return renamed.renamedFrom.empty()
             ? std::string()
             : directive(name, {"name: " + string_value(renamed.renamedFrom)});
}

class ModelText {
 public:
  ModelText(const ir::Definition& definition, const ir::Model& model)
      : definition_(definition), model_(model) {}

  std::string text() const {
    std::string text = "type " + model_.name + model_directive(model_) +
                       renamed_directive("mapsTo", model_) + auth_directive(model_.rules) + "\n{\n";
    for (const ir::Field& field : model_.fields)
      text += "  " + field_text(field) + "\n";
    return text + "}\n";
  }

 private:
  std::string field_text(const ir::Field& field) const {
    ir::Type type = field.type;
    if (has_identifier(model_) && is_key(model_, field.name)) type.required = true;
    std::string text = field.name + ": " + graphql_type(type);
    text += renamed_directive("refersTo", field) + default_directive(field.defaultValue);
    if (has_identifier(model_) && model_.identifier.front() == field.name) text += key_directive();
    for (const ir::Index& index : model_.indexes) {
      if (index.partitionKey == field.name) text += index_directive(index);
    }
    for (const ir::Validation& validation : field.validations)
      text += validate_directive(validation);
    if (field.relation) text += relation_directive(field);
    if (field.deprecated) text += " " + graphql::deprecated(*field.deprecated);
    return text + auth_directive(field.rules);
  }

  std::string key_directive() const {
    const std::vector<std::string> sort_keys(
        model_.identifier.begin() + 1, model_.identifier.end()
    );
    if (sort_keys.empty()) return directive("primaryKey", {});
    return directive("primaryKey", {"sortKeyFields: " + quoted_list(sort_keys)});
  }

  std::string relation_directive(const ir::Field& field) const {
    const ir::Relation& relation = *field.relation;
    const std::string references = quoted_list(relation.references);
    switch (relation.kind) {
      case ir::Relationship::hasOne:
        return directive(
            "hasOne", {(relation.referencesHere ? "fields: " : "references: ") + references}
        );
      case ir::Relationship::hasMany:
        if (!uses_index(field)) return directive("hasMany", {"references: " + references});
        return directive(
            "hasMany", {"indexName: " + string_value(relation.index), "fields: " + key_names()}
        );
      case ir::Relationship::belongsTo:
        break;
    }
    const ir::Field* other = other_side(field);
    if (!other) return directive("belongsTo", {"fields: " + references});
    std::vector<std::string> parts = {"references: " + references};
    if (!other->relation->index.empty())
      parts.push_back("overrideIndexName: " + string_value(other->relation->index));
    return directive("belongsTo", parts);
  }

  const ir::Model* related(const ir::Field& field) const {
    const auto found = std::ranges::find(definition_.models, field.type.name, &ir::Model::name);
    return found == definition_.models.end() ? nullptr : &*found;
  }

  /// Whether the relation goes by an index that the other model declares, as in Amplify Gen 1.
  bool uses_index(const ir::Field& field) const { return uses_index(field, related(field)); }
  static bool uses_index(const ir::Field& field, const ir::Model* other) {
    return other && find_index(*other, field.relation->index);
  }

  /// The hasMany or hasOne on the other side of a belongsTo, if that goes by references.
  const ir::Field* other_side(const ir::Field& field) const {
    const ir::Model* other = related(field);
    if (!other) return nullptr;
    for (const ir::Field& candidate : other->fields) {
      const auto& relation = candidate.relation;
      if (relation && candidate.type.name == model_.name && !relation->referencesHere &&
          relation->kind != ir::Relationship::belongsTo &&
          relation->references == field.relation->references && !uses_index(candidate, &model_))
        return &candidate;
    }
    return nullptr;
  }

  /// The names of as many of the model's keys as the relation goes by.
  std::string key_names() const {
    std::vector<std::string> names;
    for (const ir::Field& key : key_fields(model_))
      names.push_back(key.name);
    return quoted_list(names);
  }

  const ir::Definition& definition_;
  const ir::Model& model_;
};

// Other types

std::string custom_type_text(const ir::CustomType& type, const std::vector<ir::Rule>& inherited) {
  std::vector<ir::Rule> rules = type.rules;
  rules.insert(rules.end(), inherited.begin(), inherited.end());
  std::string text = "type " + type.name + native_text(native_directives(rules)) + "\n{\n";
  for (const ir::Field& field : type.fields) {
    text += "  " + field.name + ": " + graphql_type(field.type);
    if (field.deprecated) text += " " + graphql::deprecated(*field.deprecated);
    text += auth_directive(field.rules) + "\n";
  }
  return text + "}\n";
}

std::string input_text(const ir::Definition& definition, const ir::CustomType& type) {
  std::string text = "input " + input_type(type) + " {\n";
  for (const ir::Field& field : type.fields)
    text += "  " + field.name + ": " + input_type(definition, field.type) + "\n";
  return text + "}\n";
}

std::string enum_text(const ir::EnumType& enumeration) {
  std::string text = "enum " + enumeration.name + " {\n";
  for (const std::string& value : enumeration.values)
    text += "  " + value + "\n";
  return text + "}\n";
}

std::string function_directive(const ir::Handler& handler, const std::string& name) {
  std::vector<std::string> parts = {"name: " + string_value(name)};
  if (handler.async) parts.emplace_back("invocationType: Event");
  return directive("function", parts);
}

std::string operation_text(const ir::Definition& definition, const ir::CustomOperation& operation) {
  std::vector<std::string> arguments;
  for (const ir::Argument& argument : operation.arguments)
    arguments.push_back(argument.name + ": " + input_type(definition, argument.type));
  std::string text = "  " + operation.name;
  if (!arguments.empty()) text += fmt::format("({})", fmt::join(arguments, ", "));
  text += ": " + graphql_type(*operation.returns);
  for (std::size_t i = 0; i < operation.handlers.size(); ++i) {
    const ir::Handler& handler = operation.handlers[i];
    if (handler.kind == ir::Handler::Kind::function)
      text += function_directive(handler, function_name(operation, i));
  }
  if (!operation.mutations.empty())
    text += directive("aws_subscribe", {"mutations: " + quoted_list(operation.mutations)});
  if (operation.rules.empty()) return text + " @aws_iam\n";
  text += calls_functions(operation) ? auth_directive(operation.rules)
                                     : native_text(native_directives(operation.rules));
  return text + "\n";
}

/// The custom types that arguments are made of, with those within them, each once.
std::vector<const ir::CustomType*> argument_types(const ir::Definition& definition) {
  std::vector<const ir::CustomType*> types;
  const auto add = [&](const ir::Type& type, const auto& self) -> void {
    const auto custom = std::ranges::find(definition.customTypes, type.name, &ir::CustomType::name);
    if (type.kind != ir::TypeKind::customType || custom == definition.customTypes.end() ||
        std::ranges::find(types, &*custom) != types.end())
      return;
    types.push_back(&*custom);
    for (const ir::Field& field : custom->fields)
      self(field.type, self);
  };
  for (const ir::CustomOperation& operation : definition.operations) {
    for (const ir::Argument& argument : operation.arguments)
      add(argument.type, add);
  }
  return types;
}

}  // namespace

std::string model_schema(const ir::Definition& schema) {
  const ir::Definition definition = with_event_response(schema);
  const auto inherited = inherited_rules(definition);
  std::vector<std::string> texts;
  for (const ir::Model& model : definition.models)
    texts.push_back(ModelText(definition, model).text());
  for (const ir::CustomType& type : definition.customTypes) {
    const auto rules = inherited.find(type.name);
    if (!type.inputOnly) {
      texts.push_back(
          custom_type_text(type, rules == inherited.end() ? std::vector<ir::Rule>() : rules->second)
      );
    }
  }
  for (const ir::EnumType& enumeration : definition.enums)
    texts.push_back(enum_text(enumeration));
  for (const ir::CustomType* type : argument_types(definition))
    texts.push_back(input_text(definition, *type));
  for (const auto kind :
       {ir::OperationType::query, ir::OperationType::mutation, ir::OperationType::subscription}) {
    std::string fields;
    for (const ir::CustomOperation& operation : definition.operations) {
      if (operation.kind == kind) fields += operation_text(definition, operation);
    }
    if (!fields.empty())
      texts.push_back("type " + std::string(root_type(kind)) + " {\n" + fields + "}\n");
  }
  return fmt::format("{}", fmt::join(texts, "\n"));
}

}  // namespace amplify::appsync
