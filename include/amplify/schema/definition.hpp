// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/table.hpp>
#include <amplify/schema/types.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace amplify {
struct defineFunction;
}

/// A schema as plain data: all that the layers after the schema language see of it.
namespace amplify::ir {

/// `std::monostate` means no default.
using Literal = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// The type of a field, an argument or a result.
struct Type {
  TypeKind kind = TypeKind::scalar;
  /// Counts if `kind` is scalar.
  Scalar scalar = Scalar::string;
  /// Of the enum, custom type or model; empty for a scalar.
  std::string name{};
  /// The value itself may not be null: the list, if it is one.
  bool required = false;
  bool array = false;
  /// No element of the list may be null.
  bool elementRequired = false;
};

/// Who may do what.
struct Rule {
  Allow allow = Allow::owner;
  Provider provider = Provider::userPools;
  /// For `Allow::owner`: the field that holds the owner, or the owners if it is a list.
  std::string ownerField{};
  /// For `Allow::owner`: the claim that identifies the caller; empty means sub and user name.
  std::string identityClaim{};
  /// For `Allow::groups`: the groups, or else the field that holds one or a list of them.
  std::vector<std::string> groups{};
  std::string groupsField{};
  /// For `Allow::groups`: the claim that lists the caller's groups; empty means `cognito:groups`.
  std::string groupClaim{};
  /// As written in `.to(...)`; empty means create, update, delete and read.
  std::vector<Operation> operations{};
  /// Rules for owners and groups that callers have to meet too. They have the same provider, and no
  /// operations.
  std::vector<Rule> also{};
};

/// A check of values that aren't null, in create and update.
struct Validation {
  Constraint constraint = Constraint::minLength;
  /// A number for the constraints on numbers and lengths.
  std::string value{};
  /// What a client reads when it fails; empty means a sentence of the library's.
  std::string errorMessage{};
};

struct Relation {
  Relationship kind = Relationship::hasMany;
  /// Fields that hold the key of the other side, in the order of its identifier: on this model for
  /// belongsTo, on the related one otherwise.
  std::vector<std::string> references{};
  /// The index of the related model by which hasMany and hasOne find its items: one that it
  /// declares, or else one made for the relation under this name. Empty means
  /// `gsi-<Model>.<field>`.
  std::string index{};
  /// Of a hasOne whose `references` are on this model, as Amplify Gen 1 had it.
  bool referencesHere = false;
};

struct Field {
  std::string name{};
  Type type{};
  Literal defaultValue{};
  std::vector<Validation> validations{};
  /// Given if `type` is a model. The type is a list then for hasMany alone.
  std::optional<Relation> relation{};
  /// In place of the model's; empty means those of the model.
  std::vector<Rule> rules{};
  /// Why clients should not use it any more; GraphQL has a text for those who give none.
  std::optional<std::string> deprecated{};
  /// What the API keeps here; none in a field of the user's.
  OptionField option = OptionField::none;
  /// The name that items have it under, when it was another one at first. Only of a model.
  std::string renamedFrom{};
};

/// A secondary index of a table, with a query for it.
struct Index {
  /// As DynamoDB has it.
  std::string name{};
  std::string partitionKey{};
  std::vector<std::string> sortKeys{};
  /// Empty means no query.
  std::string queryField{};
  Projection projection = Projection::all;
  std::vector<std::string> nonKeyAttributes{};
  /// Whether the user chose the name, or it follows from the keys.
  bool named = false;
};

/// One step of a custom operation, or around a generated one.
struct Handler {
  enum class Kind : std::uint8_t {
    /// A function, by definition or else by name.
    function,
    /// APPSYNC_JS code with a data source.
    custom
  };
  Kind kind = Kind::function;
  const defineFunction* function = nullptr;
  std::string functionName{};
  /// The function is called without waiting for its result.
  bool async = false;
  /// A file of APPSYNC_JS code, as the program can open it.
  std::string entry{};
  /// A model, a data source by its name, or neither.
  std::string dataSourceModel{};
  std::string dataSourceName{};
};

/// What is called before or after generated operations.
struct Hook {
  bool after = false;
  /// Of get, list, create, update and delete; list stands for the queries of indexes too.
  std::vector<GeneratedOperation> operations{};
  Handler handler{};
};

/// Settings of a model's table. What isn't set stays as it is.
struct TableSettings {
  std::optional<TableCapacity> provisioned{};
  std::optional<bool> pointInTimeRecovery{};
  /// The field that says when an item goes.
  std::string timeToLive{};
  std::optional<bool> deletionProtection{};
  std::string encryptionKeyArn{};
  std::string stream{};
  std::optional<bool> retain{};
};

struct Model {
  std::string name{};
  /// In the order of definition, which clients see.
  std::vector<Field> fields{};
  /// Partition key, then sort keys; empty means `id`.
  std::vector<std::string> identifier{};
  std::vector<Index> indexes{};
  /// As named. A mutation takes its subscription with it, named or not.
  std::vector<GeneratedOperation> disabledOperations{};
  /// Its own, or else those of the schema.
  std::vector<Rule> rules{};
  TableSettings table{};
  /// The name by which its table and what belongs to it are known, when the model had another one
  /// at first.
  std::string renamedFrom{};
  /// In the order in which they are called.
  std::vector<Hook> hooks{};
};

struct EnumType {
  std::string name{};
  std::vector<std::string> values{};
};

/// An object that is part of an item, or goes in or out of a custom operation.
struct CustomType {
  std::string name{};
  std::vector<Field> fields{};
  /// It goes into operations alone. GraphQL then has no type, and the input has this very name
  /// rather than `<name>Input`.
  bool inputOnly = false;
  /// Who may read it, besides the callers of operations that return it and of models that hold it.
  std::vector<Rule> rules{};
};

struct Argument {
  std::string name{};
  Type type{};
};

/// A query, mutation or subscription of the user's.
struct CustomOperation {
  OperationType kind = OperationType::query;
  std::string name{};
  std::vector<Argument> arguments{};
  /// None for a function that nobody waits for.
  std::optional<Type> returns{};
  std::vector<Rule> rules{};
  /// In the order in which they run; each sees the result of the one before.
  std::vector<Handler> handlers{};
  /// Subscriptions only: the mutations that set it off, such as `createPost`.
  std::vector<std::string> mutations{};
};

/// What a function may ask of the API, whatever the models' rules say.
struct FunctionAccess {
  const defineFunction* function = nullptr;
  bool query = true;
  bool mutate = true;
  bool listen = true;
};

/// Models, enums, custom types and operations are sorted by name, so that the order of definition
/// leaves no trace in the output.
struct Definition {
  std::vector<Model> models{};
  std::vector<EnumType> enums{};
  std::vector<CustomType> customTypes{};
  std::vector<CustomOperation> operations{};
  std::vector<FunctionAccess> functionAccess{};
};

}  // namespace amplify::ir
