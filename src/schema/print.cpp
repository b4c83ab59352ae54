// SPDX-License-Identifier: Apache-2.0
#include "schema/print.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace amplify::ir {
namespace {

using Json = nlohmann::ordered_json;

/// The names of an enumeration's values, in its order.
template <class Enum>
constexpr std::array<std::string_view, 0> names{};
template <>
constexpr std::array<std::string_view, 14> names<Scalar>{
    "id",       "string",    "integer", "float", "boolean", "date", "time",
    "datetime", "timestamp", "email",   "json",  "phone",   "url",  "ipAddress"
};
template <>
constexpr std::array<std::string_view, 4> names<TypeKind>{
    "scalar", "enumeration", "customType", "model"
};
template <>
constexpr std::array<std::string_view, 9> names<Constraint>{
    "minLength", "maxLength", "startsWith", "endsWith", "matches", "gt", "lt", "gte", "lte"
};
template <>
constexpr std::array<std::string_view, 3> names<Relationship>{"hasOne", "hasMany", "belongsTo"};
template <>
constexpr std::array<std::string_view, 3> names<Projection>{"ALL", "KEYS_ONLY", "INCLUDE"};
template <>
constexpr std::array<std::string_view, 5> names<OptionField>{
    "none", "version", "createdBy", "updatedBy", "deletedAt"
};
template <>
constexpr std::array<std::string_view, 8> names<GeneratedOperation>{
    "get", "list", "create", "update", "delete", "onCreate", "onUpdate", "onDelete"
};
template <>
constexpr std::array<std::string_view, 5> names<Allow>{
    "owner", "groups", "private", "public", "custom"
};
template <>
constexpr std::array<std::string_view, 5> names<Provider>{
    "apiKey", "identityPool", "userPools", "oidc", "function"
};
template <>
constexpr std::array<std::string_view, 9> names<Operation>{
    "create", "update", "delete", "read", "get", "list", "sync", "listen", "search"
};
template <>
constexpr std::array<std::string_view, 3> names<OperationType>{"query", "mutation", "subscription"};
template <>
constexpr std::array<std::string_view, 2> names<Handler::Kind>{"function", "custom"};

class Printer {
 public:
  Json all(const Definition& definition) {
    Json json = Json::object();
    put(json, "models", definition.models);
    put(json, "enums", definition.enums);
    put(json, "customTypes", definition.customTypes);
    put(json, "operations", definition.operations);
    put(json, "functionAccess", definition.functionAccess);
    return json;
  }

 private:
  Json value(const std::string& text) { return text; }
  Json value(bool set) { return set; }
  template <class Enum>
    requires std::is_enum_v<Enum>
  Json value(Enum which) {
    return names<Enum>[static_cast<std::size_t>(which)];
  }
  template <class T>
  Json value(const std::vector<T>& list) {
    Json json = Json::array();
    for (const T& element : list)
      json.push_back(value(element));
    return json;
  }

  Json value(const Type& type) {
    Json json{{"kind", value(type.kind)}};
    if (type.kind == TypeKind::scalar) json["scalar"] = value(type.scalar);
    put(json, "name", type.name);
    put(json, "required", type.required);
    put(json, "array", type.array);
    put(json, "elementRequired", type.elementRequired);
    return json;
  }
  Json value(const Rule& rule) {
    Json json{{"allow", value(rule.allow)}, {"provider", value(rule.provider)}};
    put(json, "ownerField", rule.ownerField);
    put(json, "identityClaim", rule.identityClaim);
    put(json, "groups", rule.groups);
    put(json, "groupsField", rule.groupsField);
    put(json, "groupClaim", rule.groupClaim);
    put(json, "operations", rule.operations);
    put(json, "also", rule.also);
    return json;
  }
  Json value(const Validation& check) {
    Json json{{"constraint", value(check.constraint)}, {"value", check.value}};
    put(json, "errorMessage", check.errorMessage);
    return json;
  }
  Json value(const Literal& literal) {
    return std::visit(
        [](const auto& given) -> Json {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(given)>, std::monostate>)
            return nullptr;
          else
            return given;
        },
        literal
    );
  }
  Json value(const Relation& relation) {
    Json json{{"kind", value(relation.kind)}, {"references", relation.references}};
    put(json, "index", relation.index);
    put(json, "referencesHere", relation.referencesHere);
    return json;
  }
  Json value(const Field& field) {
    Json json{{"name", field.name}, {"type", value(field.type)}};
    if (field.defaultValue != Literal()) json["defaultValue"] = value(field.defaultValue);
    put(json, "validations", field.validations);
    if (field.relation) json["relation"] = value(*field.relation);
    put(json, "rules", field.rules);
    if (field.deprecated) json["deprecated"] = *field.deprecated;
    put(json, "option", field.option);
    put(json, "renamedFrom", field.renamedFrom);
    return json;
  }
  Json value(const Index& index) {
    Json json = Json::object();
    put(json, "name", index.name);
    json["partitionKey"] = index.partitionKey;
    put(json, "sortKeys", index.sortKeys);
    put(json, "queryField", index.queryField);
    if (index.projection != Projection::all) json["projection"] = value(index.projection);
    put(json, "nonKeyAttributes", index.nonKeyAttributes);
    put(json, "named", index.named);
    return json;
  }
  Json value(const Model& model) {
    Json json{{"name", model.name}, {"fields", value(model.fields)}};
    put(json, "identifier", model.identifier);
    put(json, "indexes", model.indexes);
    put(json, "disabledOperations", model.disabledOperations);
    put(json, "rules", model.rules);
    if (const Json table = value(model.table); !table.empty()) json["table"] = table;
    put(json, "hooks", model.hooks);
    put(json, "renamedFrom", model.renamedFrom);
    return json;
  }
  Json value(const TableSettings& table) {
    Json json = Json::object();
    if (table.provisioned)
      json["provisioned"] = {
          {"read", table.provisioned->read}, {"write", table.provisioned->write}
      };
    put(json, "pointInTimeRecovery", table.pointInTimeRecovery);
    put(json, "timeToLive", table.timeToLive);
    put(json, "deletionProtection", table.deletionProtection);
    put(json, "encryptionKeyArn", table.encryptionKeyArn);
    put(json, "stream", table.stream);
    put(json, "retain", table.retain);
    return json;
  }
  Json value(const Hook& hook) {
    return {
        {"after", hook.after},
        {"operations", value(hook.operations)},
        {"handler", value(hook.handler)}
    };
  }
  Json value(const EnumType& type) { return {{"name", type.name}, {"values", type.values}}; }
  Json value(const CustomType& type) {
    Json json{{"name", type.name}, {"fields", value(type.fields)}};
    put(json, "inputOnly", type.inputOnly);
    put(json, "rules", type.rules);
    return json;
  }
  Json value(const Handler& handler) {
    Json json{{"kind", value(handler.kind)}};
    if (handler.function != nullptr) json["function"] = number(handler.function);
    put(json, "functionName", handler.functionName);
    put(json, "async", handler.async);
    put(json, "entry", handler.entry);
    put(json, "dataSourceModel", handler.dataSourceModel);
    put(json, "dataSourceName", handler.dataSourceName);
    return json;
  }
  Json value(const Argument& argument) {
    return {{"name", argument.name}, {"type", value(argument.type)}};
  }
  Json value(const CustomOperation& operation) {
    Json json{{"kind", value(operation.kind)}, {"name", operation.name}};
    put(json, "arguments", operation.arguments);
    if (operation.returns) json["returns"] = value(*operation.returns);
    put(json, "rules", operation.rules);
    put(json, "handlers", operation.handlers);
    put(json, "mutations", operation.mutations);
    return json;
  }
  Json value(const FunctionAccess& access) {
    return {
        {"function", number(access.function)},
        {"query", access.query},
        {"mutate", access.mutate},
        {"listen", access.listen}
    };
  }

  /// Adds a member unless it is empty or false.
  template <class T>
  void put(Json& json, const char* name, const T& given) {
    if (given != T()) json[name] = value(given);
  }
  void put(Json& json, const char* name, const std::optional<bool>& given) {
    if (given) json[name] = *given;
  }
  template <class T>
  void put(Json& json, const char* name, const std::vector<T>& list) {
    if (!list.empty()) json[name] = value(list);
  }

  /// From 1, in the order in which they are met.
  std::size_t number(const defineFunction* function) {
    const auto known = std::ranges::find(functions_, function);
    const auto index = static_cast<std::size_t>(known - functions_.begin());
    if (known == functions_.end()) functions_.push_back(function);
    return index + 1;
  }

  std::vector<const defineFunction*> functions_{};
};

}  // namespace

std::string print(const Definition& definition) { return Printer().all(definition).dump(2); }

}  // namespace amplify::ir
