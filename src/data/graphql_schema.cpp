// SPDX-License-Identifier: Apache-2.0
#include "data/graphql_schema.hpp"

#include "data/access.hpp"
#include "data/fields.hpp"
#include "data/filter_inputs.hpp"
#include "data/names.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace amplify::appsync {
namespace {

using graphql::Argument;
using graphql::Field;
using graphql::Kind;
using graphql::Type;
using ir::Operation;

ir::Field timestamp_field(std::string_view name) {
  return {.name = std::string(name), .type = {.scalar = ir::Scalar::datetime, .required = true}};
}

/// The types and operations of one model.
class ModelTypes {
 public:
  ModelTypes(const ir::Model& model, ir::Provider default_provider)
      : model_(model),
        name_(capitalized(model.name)),
        default_provider_(default_provider),
        owners_(implicit_owner_fields(model)) {}

  std::vector<Type> types() const {
    return {object(),       connection(),   filter(),       condition(),
            create_input(), update_input(), delete_input(), subscription_filter()};
  }

  std::vector<Field> queries() const {
    std::vector<Argument> list_arguments = {
        {"filter", "Model" + name_ + "FilterInput"}, {"limit", "Int"}, {"nextToken", "String"}
    };
    if (declares_id(model_)) {
      list_arguments.insert(list_arguments.begin(), {"id", key_type(model_)});
      list_arguments.push_back({"sortDirection", "ModelSortDirection"});
    }
    return {
        {"get" + name_, model_.name, {{"id", key_type(model_) + "!"}}, directives({Operation::get})
        },
        {list_query(model_.name), "Model" + name_ + "Connection", std::move(list_arguments),
         directives({Operation::list})},
    };
  }

  std::vector<Field> mutations() const {
    return {
        mutation("create", Operation::create),
        mutation("update", Operation::update),
        mutation("delete", Operation::delete_),
    };
  }

  std::vector<Field> subscriptions() const {
    return {subscription("create"), subscription("update"), subscription("delete")};
  }

 private:
  Type object() const {
    Type type{Kind::object, model_.name, directives(access(model_), !every_operation_is_granted())};
    for (const ir::Field& field : model_.fields)
      type.fields.push_back({field.name, graphql_type(field)});
    if (!declares_id(model_)) type.fields.push_back({"id", "ID!"});
    for (const ir::Field& field : implicit_timestamps()) {
      type.fields.push_back({field.name, graphql_type(field)});
    }
    for (const std::string& owner : owners_)
      type.fields.push_back({owner, "String"});
    return type;
  }

  Type connection() const {
    return {
        Kind::object,
        "Model" + name_ + "Connection",
        directives({Operation::list}),
        {{"items", "[" + model_.name + "]!"}, {"nextToken", "String"}},
    };
  }

  Type filter() const {
    Type input{Kind::input, "Model" + name_ + "FilterInput"};
    for (const ir::Field& field : model_.fields)
      input.fields.push_back({field.name, filter_input(field)});
    if (!declares_id(model_)) input.fields.push_back({"id", "ModelIDInput"});
    add_timestamp_filters(input);
    add_connectives(input, {"and", "or", "not"});
    add_owner_filters(input);
    return input;
  }

  Type condition() const {
    Type input{Kind::input, "Model" + name_ + "ConditionInput"};
    for (const ir::Field& field : model_.fields) {
      if (field.name != "id") input.fields.push_back({field.name, filter_input(field)});
    }
    add_connectives(input, {"and", "or", "not"});
    add_timestamp_filters(input);
    add_owner_filters(input);
    return input;
  }

  Type subscription_filter() const {
    Type input{Kind::input, "ModelSubscription" + name_ + "FilterInput"};
    std::vector<std::string> owners;
    for (const ir::Field& field : model_.fields) {
      if (is_owner(field.name)) {
        owners.push_back(field.name);
      } else {
        input.fields.push_back({field.name, subscription_filter_input(field)});
      }
    }
    if (!declares_id(model_)) input.fields.push_back({"id", "ModelSubscriptionIDInput"});
    for (const ir::Field& field : implicit_timestamps()) {
      input.fields.push_back({field.name, subscription_filter_input(field)});
    }
    add_connectives(input, {"and", "or"});
    // Owners are matched on the published name, for which the plain string input serves.
    for (const std::string& owner : owners)
      input.fields.push_back({owner, "ModelStringInput"});
    add_owner_filters(input);
    return input;
  }

  Type create_input() const {
    Type input{Kind::input, "Create" + name_ + "Input"};
    for (const ir::Field& field : model_.fields) {
      input.fields.push_back(
          {field.name, field.name == "id" ? created_key_type(field) : graphql_type(field)}
      );
    }
    if (!declares_id(model_)) input.fields.push_back({"id", "ID"});
    return input;
  }

  Type update_input() const {
    Type input{Kind::input, "Update" + name_ + "Input"};
    for (const ir::Field& field : model_.fields) {
      ir::Field optional = field;
      optional.type.required = false;
      input.fields.push_back({field.name, graphql_type(optional)});
    }
    if (!declares_id(model_)) input.fields.push_back({"id", "ID!"});
    return input;
  }

  Type delete_input() const {
    return {Kind::input, "Delete" + name_ + "Input", {}, {{"id", key_type(model_) + "!"}}};
  }

  /// A key of text is made when the client leaves it out; a number can't be.
  static std::string created_key_type(const ir::Field& id) {
    const bool generated = id.type.scalar == ir::Scalar::id || id.type.scalar == ir::Scalar::string;
    return named_type(id) + (generated ? "" : "!");
  }

  Field mutation(std::string_view verb, Operation operation) const {
    const std::string field = std::string(verb) + name_;
    return {
        field,
        model_.name,
        {{"input", capitalized(field) + "Input!"}, {"condition", "Model" + name_ + "ConditionInput"}
        },
        directives({operation}),
    };
  }

  Field subscription(std::string_view verb) const {
    const std::string mutation = std::string(verb) + name_;
    Field field{
        subscription_field(mutation),
        model_.name,
        {{"filter", "ModelSubscription" + name_ + "FilterInput"}},
        {"@aws_subscribe(mutations: [\"" + mutation + "\"])"},
    };
    for (const std::string& owner : access(model_, {Operation::listen}).ownerFields) {
      field.arguments.push_back({owner, "String"});
    }
    for (std::string& directive : directives({Operation::listen}))
      field.directives.push_back(std::move(directive));
    return field;
  }

  std::vector<ir::Field> implicit_timestamps() const {
    std::vector<ir::Field> fields;
    for (const std::string_view name : {"createdAt", "updatedAt"}) {
      if (!find_field(model_, name)) fields.push_back(timestamp_field(name));
    }
    return fields;
  }

  bool is_owner(std::string_view field) const {
    for (const ir::Rule& rule : model_.rules) {
      if (rule.allow == ir::Allow::owner && rule.ownerField == field) return true;
    }
    return false;
  }

  void add_timestamp_filters(Type& input) const {
    for (const ir::Field& field : implicit_timestamps()) {
      input.fields.push_back({field.name, filter_input(field)});
    }
  }

  void add_owner_filters(Type& input) const {
    for (const std::string& owner : owners_)
      input.fields.push_back({owner, "ModelStringInput"});
  }

  static void add_connectives(Type& input, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      input.fields.push_back(
          {std::string(name), name == "not" ? input.name : "[" + input.name + "]"}
      );
    }
  }

  bool every_operation_is_granted() const {
    static constexpr std::array operations{Operation::create, Operation::update, Operation::delete_,
                                           Operation::get,    Operation::list,   Operation::listen};
    return std::ranges::all_of(operations, [&](Operation o) {
      return access(model_, {o}).anyone();
    });
  }

  /// An operation that nobody is granted names the default mode.
  std::vector<std::string> directives(std::initializer_list<Operation> operations) const {
    const Access granted = access(model_, operations);
    return directives(granted, !granted.anyone());
  }

  /// IAM is always let in: functions and the console call with it.
  std::vector<std::string> directives(const Access& access, bool with_default) const {
    std::vector<std::string> result;
    const auto named = [&](ir::Provider provider) {
      return access.uses(provider) || (with_default && default_provider_ == provider);
    };
    if (named(ir::Provider::apiKey)) result.emplace_back("@aws_api_key");
    result.emplace_back("@aws_iam");
    if (named(ir::Provider::userPools)) result.emplace_back("@aws_cognito_user_pools");
    return result;
  }

  const ir::Model& model_;
  std::string name_;
  ir::Provider default_provider_;
  std::vector<std::string> owners_;
};

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Type> graphql_schema(const ir::Definition& definition, ir::Provider default_provider) {
  std::vector<Type> types;
  Type query{Kind::object, "Query"};
  Type mutation{Kind::object, "Mutation"};
  Type subscription{Kind::object, "Subscription"};
  for (const ir::Model& model : definition.models) {
    const ModelTypes parts(model, default_provider);
    append(types, parts.types());
    append(query.fields, parts.queries());
    append(mutation.fields, parts.mutations());
    append(subscription.fields, parts.subscriptions());
  }
  for (const ir::EnumType& enumeration : definition.enums) {
    Type type{Kind::enumeration, enumeration.name};
    for (const std::string& value : enumeration.values)
      type.fields.push_back({value});
    types.push_back(std::move(type));
    types.push_back(enum_filter_input(enumeration));
  }
  append(types, {query, mutation, subscription});
  append(types, standard_types());
  return types;
}

}  // namespace amplify::appsync
