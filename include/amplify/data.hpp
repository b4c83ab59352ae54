// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/resource_map.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/data/tables.hpp>
#include <amplify/schema/schema_ref.hpp>

#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>

namespace amplify::cdk::dynamodb {
class Table;
}
namespace amplify::cdk::lambda {
class Function;
}
namespace amplify::appsync {
class DataSources;
}

namespace amplify {

/// How a caller proves who they are.
enum class AuthorizationMode {
  /// A user of the user pool, by token.
  userPool,
  /// Whoever has the API key.
  apiKey,
  /// An identity of the identity pool, guest or signed in, by AWS signature.
  identityPool
};

struct ApiKeyAuthorizationMode {
  /// Days until the key expires, counted from synthesis: 1 to 365. Default: 7.
  int expiresInDays = 7;
  std::string description{};
  /// Whether the mode is on; set by naming it at all.
  bool given = true;
};

struct AuthorizationModes {
  /// The mode of requests that name none. Default: `userPool` when the backend has auth; without
  /// auth the API key, when that is configured or nothing is.
  std::optional<AuthorizationMode> defaultAuthorizationMode{};
  /// Default: no API key, unless it is the default mode.
  ApiKeyAuthorizationMode apiKeyAuthorizationMode{.given = false};
};

/// What `defineData({.schema = ...})` takes: a `constexpr` schema, as `a.schema(...)` makes it, or
/// one in GraphQL's language with Amplify's directives: `R"(type Todo @model ...)"`.
///
/// Errors: an invalid schema in C++, at compile time; an invalid one in GraphQL, at synthesis, each
/// fault with its line and column.
class DataSchema {
 public:
  /// No schema.
  constexpr DataSchema() = default;

  template <detail::sizes Size>
  consteval DataSchema(const SchemaValue<Size>& checked) : schema_(checked) {}
  /// The text must live until synthesis.
  constexpr DataSchema(const char* text) : text_(text) {}

  /// None if the schema is a text.
  constexpr const SchemaRef& inCpp() const { return schema_; }
  /// Null if the schema is in C++.
  constexpr const char* inGraphql() const { return text_; }

 private:
  SchemaRef schema_{};
  const char* text_ = nullptr;
};

struct DataProps {
  /// Required.
  DataSchema schema;
  /// Of the API in AppSync: letters, digits and `_`, at most 50. Default: `amplifyData`.
  std::string name = "amplifyData";
  AuthorizationModes authorizationModes{};
};

/// Defines a GraphQL API with a table for each model: AppSync, DynamoDB and what connects them.
///
/// Called like a function: `const auto data = defineData({.schema = schema});`
/// Errors (at synthesis): `DefineDataConfigurationError` for a mode that is missing or out of
/// range or a name that AppSync doesn't take, `MissingAuthorizationModeError` for a rule whose mode
/// the API doesn't have, `InvalidSchemaError` for a fault that the compiler can't see.
struct defineData {
  DataProps props;
  std::source_location where = std::source_location::current();
};

/// Every resource of a `defineData` as CloudFormation knows it, to override what no option sets.
struct DataCfnResources {
  /// `AWS::AppSync::GraphQLApi`
  cdk::Resource graphqlApi;
  /// `AWS::AppSync::GraphQLSchema`
  cdk::Resource graphqlSchema;
  /// `AWS::AppSync::ApiKey`; none without the mode.
  std::optional<cdk::Resource> apiKey{};
  /// `AWS::DynamoDB::Table` by model: `tables["Note"]`.
  cdk::ResourceMap tables;
  /// `AWS::IAM::Role` with which AppSync uses a table, by model.
  cdk::ResourceMap roles;
  /// `AWS::AppSync::DataSource` by name: `dataSources["NoteTable"]`.
  cdk::ResourceMap dataSources;
  /// `AWS::AppSync::Resolver` by field: `resolvers["Query.getNote"]`.
  cdk::ResourceMap resolvers;
  /// `AWS::IAM::ManagedPolicy` of the identity pool's roles: `AuthRolePolicy01`,
  /// `UnauthRolePolicy01` and so on.
  cdk::ResourceMap identityPoolPolicies;
  /// `AWS::CloudFormation::Stack` of the models' stacks, by id.
  cdk::ResourceMap nestedStacks;
};

/// What `backend[data]` reaches: the resources of a `defineData`.
struct DataResources {
  cdk::NestedStack stack;
  /// `AWS::AppSync::GraphQLApi`
  cdk::Resource graphqlApi;
  /// `AWS::AppSync::GraphQLSchema`
  cdk::Resource graphqlSchema;
  /// `AWS::AppSync::ApiKey`; none without the mode.
  std::optional<cdk::Resource> apiKey{};
  DataCfnResources cfnResources;
  /// By model: `tables["Post"]`.
  ModelTables tables;

  /// Data sources for `a.handler.custom({.dataSource = "Name"})`, each an
  /// `AWS::AppSync::DataSource` with a role that may do what it is for: read and write the table
  /// and its indexes, call the function, put events to the bus.
  ///
  /// Errors (at synthesis): `InvalidDataSourceError` for a name that isn't letters, digits and `_`,
  /// or that another data source has.
  cdk::Resource addDynamoDbDataSource(
      std::string_view name, const cdk::dynamodb::Table& table,
      std::source_location where = std::source_location::current()
  ) const;
  cdk::Resource addLambdaDataSource(
      std::string_view name, const cdk::lambda::Function& function,
      std::source_location where = std::source_location::current()
  ) const;
  cdk::Resource addEventBridgeDataSource(
      std::string_view name, cdk::Str eventBusArn,
      std::source_location where = std::source_location::current()
  ) const;
  /// `https://api.example.com`: handlers give paths.
  cdk::Resource addHttpDataSource(
      std::string_view name, cdk::Str endpoint,
      std::source_location where = std::source_location::current()
  ) const;
  /// Without anything behind it.
  cdk::Resource addNoneDataSource(
      std::string_view name, std::source_location where = std::source_location::current()
  ) const;
  /// Of any other kind: `properties` are those of `AWS::AppSync::DataSource` besides `ApiId` and
  /// `Name`.
  cdk::Resource addDataSource(
      std::string_view name, cdk::Json properties,
      std::source_location where = std::source_location::current()
  ) const;

  /// The library's own.
  std::shared_ptr<appsync::DataSources> dataSources{};
};

}  // namespace amplify
