// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/resource_map.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/checked.hpp>
#include <amplify/data/existing_tables.hpp>
#include <amplify/data/tables.hpp>
#include <amplify/function/rules.hpp>
#include <amplify/function_ref.hpp>
#include <amplify/schema/schema_ref.hpp>
#include <amplify/toggle.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

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
  identityPool,
  /// A user of an OpenID Connect provider, by token.
  oidc,
  /// Whoever a function of yours lets in, by what it gets for a token.
  lambda
};

struct ApiKeyAuthorizationMode {
  /// Days until the key expires, counted from synthesis: 1 to 365. Default: 7.
  int expiresInDays = 7;
  std::string description{};
  /// Whether the mode is on; set by naming it at all.
  bool given = true;
};

/// https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-lambda-authorization
struct LambdaAuthorizationMode {
  /// Required. Is asked for each token, and answers `{isAuthorized: true}` or false.
  FunctionRef function{};
  /// Seconds for which AppSync keeps an answer, 0 to 3600, unless the answer says otherwise.
  int timeToLiveInSeconds = 60;
  /// Whether the mode is on; set by naming it at all.
  bool given = true;
};

/// https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#openid-connect-authorization
struct OidcAuthorizationMode {
  /// Required: a name of yours for the provider.
  std::string oidcProviderName{};
  /// Required: `https://` and what follows; `/.well-known/openid-configuration` is below it.
  std::string oidcIssuerUrl{};
  /// The client that tokens must be for, or a regular expression of several. Default: any.
  std::string clientId{};
  /// Required: seconds for which a token counts after sign-in.
  std::int64_t tokenExpiryFromAuthInSeconds = 0;
  /// Required: seconds for which a token counts after it was issued.
  std::int64_t tokenExpireFromIssueInSeconds = 0;
  /// Whether the mode is on; set by naming it at all.
  bool given = true;
};

struct AuthorizationModes {
  /// The mode of requests that name none. Default: `userPool` when the backend has auth and no mode
  /// is given here; without auth the one mode that is given, or the API key if none is.
  std::optional<AuthorizationMode> defaultAuthorizationMode{};
  /// Default: no API key, unless it is the default mode.
  ApiKeyAuthorizationMode apiKeyAuthorizationMode{.given = false};
  /// Default: no such mode.
  LambdaAuthorizationMode lambdaAuthorizationMode{.given = false};
  /// Default: no such mode.
  OidcAuthorizationMode oidcAuthorizationMode{.given = false};
};

/// What AppSync logs of the fields that it resolves.
enum class DataLogLevel { none, error, info, debug, all };

/// The API's logs in CloudWatch.
struct DataLogConfig {
  /// `1 day`, `1 week`, `6 months`, `10 years`, `infinite` and others.
  CheckedText<detail::log_retention_rule> retention = "1 week";
  /// Leaves out headers, the context and evaluated mapping templates.
  bool excludeVerboseContent = true;
  /// Each request is logged in any case; this is about its fields.
  DataLogLevel fieldLogLevel = DataLogLevel::none;
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
  /// `true`, or a `DataLogConfig`. Default: no logs.
  Toggle<DataLogConfig> logging{};
  /// Models whose items are in tables that are there already:
  /// `{{.model = "Post", .tableName = "posts"}}`. Default: each model gets a table.
  std::vector<ExistingTable> existingTables{};
  /// The same by branch, for apps that come from Amplify Gen 1. Counts before `existingTables`.
  std::vector<MigratedAmplifyGen1DynamoDbTableMapping> migratedAmplifyGen1DynamoDbTableMappings{};
  /// Stacks for models of your choice: `{{"Post", "Blog"}, {"Comment", "Blog"}}`. A model that
  /// changes its stack gets a new, empty table. Default: by a hash of the model's name.
  std::map<std::string, std::string> stackMappings{};
};

/// Defines a GraphQL API with a table for each model: AppSync, DynamoDB and what connects them.
///
/// Called like a function: `const auto data = defineData({.schema = schema});`
/// Errors (at synthesis): `DefineDataConfigurationError` for a mode that is missing or out of
/// range, a name that AppSync doesn't take, or a table or stack of no model,
/// `MissingAuthorizationModeError` for a rule whose mode
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
  /// `AWS::Logs::LogGroup` and the `AWS::IAM::Role` by which AppSync writes to it, with `.logging`.
  std::optional<cdk::Resource> logGroup{};
  std::optional<cdk::Resource> logRole{};
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
