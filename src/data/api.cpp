// SPDX-License-Identifier: Apache-2.0
#include "data/api.hpp"

#include "data/api_key.hpp"
#include "data/api_logs.hpp"
#include "data/api_modes.hpp"
#include "data/cfn_resources.hpp"
#include "data/graphql_schema.hpp"
#include "data/identity_pool_policies.hpp"
#include "data/model_resources.hpp"
#include "data/model_schema.hpp"
#include "data/operation_resources.hpp"
#include "data/relation_index.hpp"
#include "data/resolvers/authorization.hpp"

#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/fn.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace amplify::appsync {
namespace {

using cdk::Any;
using cdk::Construct;
using cdk::Json;
using cdk::Resource;

/// How AppSync names the callers who have taken on a role of the identity pool.
Any caller_arn(const Any& role) {
  return cdk::fn::concat(
      {"arn:", cdk::aws::partition(), ":sts::", cdk::aws::accountId(), ":assumed-role/", role,
       "/CognitoIdentityCredentials"}
  );
}

/// What the resolvers read from `ctx.env`.
Json environment_variables(const ApiDefinition& api, const SignIn& sign_in) {
  if (!api.usesIdentityPool() || !api.signIn) return {};
  return Json::object({
      {environment::authenticated_role_arn, caller_arn(sign_in.authenticatedRole)},
      {environment::unauthenticated_role_arn, caller_arn(sign_in.unauthenticatedRole)},
      {environment::identity_pool_id, sign_in.identityPoolId},
  });
}

Resource graphql_api(
    const Construct& scope, const ApiDefinition& api, const SignIn& sign_in, const ApiModes& modes,
    const std::optional<cdk::iam::Role>& log_role
) {
  return Resource(
      scope, "Resource", "AWS::AppSync::GraphQLApi",
      Json::object({
          {"AdditionalAuthenticationProviders", modes.additionalProviders()},
          {"AuthenticationType", authentication_type(api.defaultProvider)},
          {"EnvironmentVariables", environment_variables(api, sign_in)},
          {"LambdaAuthorizerConfig", modes.lambdaAuthorizerConfig()},
          {"LogConfig", log_role ? log_config(*api.logging, *log_role) : Json()},
          {"Name", api.name},
          {"OpenIDConnectConfig", modes.openIdConnectConfig()},
          {"UserPoolConfig", modes.userPoolConfig()},
      }),
      api.where
  );
}

/// The function that the API asks about tokens, if it has one.
std::optional<cdk::lambda::Function> authorizer(
    const ApiDefinition& api, functions::Registry& functions
) {
  if (!api.lambda || api.lambda->function.get() == nullptr) return {};
  return functions.of(*api.lambda->function.get()).lambda;
}

Resource schema_resource(const Construct& scope, const ApiDefinition& api, const Any& api_id) {
  const auto sdl = graphql::print(graphql_schema(api.schema, api.defaultProvider));
  const auto file = cdk::FileAsset::fromContent(scope, "Schema", sdl, ".graphql", api.where);
  return Resource(
      scope, "TransformerSchema", "AWS::AppSync::GraphQLSchema",
      Json::object({{"ApiId", api_id}, {"DefinitionS3Location", file.s3ObjectUrl()}}), api.where
  );
}

Resource api_key(const Construct& scope, const ApiDefinition& api, const Any& api_id) {
  return Resource(
      scope, "DefaultApiKey", "AWS::AppSync::ApiKey",
      Json::object({
          {"ApiId", api_id},
          {"Description", api.apiKey->description.empty() ? Json() : Json(api.apiKey->description)},
          {"Expires", api_key_expiry(api.apiKey->expiresInDays)},
      }),
      api.where
  );
}

/// The data source of resolvers that read and write nothing.
Resource none_data_source(const Construct& scope, const ApiDefinition& api, const Any& api_id) {
  return Resource(
      scope, "NONE_DS", "AWS::AppSync::DataSource",
      Json::object({{"ApiId", api_id}, {"Name", "NONE_DS"}, {"Type", "NONE"}}), api.where
  );
}

}  // namespace

Api build(
    const cdk::NestedStack& stack, const ApiDefinition& api, const SignIn& sign_in,
    functions::Registry& functions, std::function<std::string()> branch
) {
  Construct data(stack, api.name, api.where);
  data.addTag("amplify:friendly-name", api.name);
  const Construct scope(data, "GraphQLAPI", api.where);
  const auto asked = authorizer(api, functions);
  const auto role = api.logging ? std::optional(log_role(scope, api.where)) : std::nullopt;
  const Resource graphql = graphql_api(scope, api, sign_in, ApiModes(api, sign_in, asked), role);
  const Any id = graphql.getAtt("ApiId");
  const auto logs =
      api.logging ? std::optional(log_group(scope, *api.logging, id, api.where)) : std::nullopt;
  if (asked) {
    asked->addPermission(
        scope, "Authorizer",
        {.principal = "appsync.amazonaws.com", .sourceArn = graphql.getAtt("Arn")}
    );
  }
  const Resource schema = schema_resource(scope, api, id);
  const auto key = api.apiKey ? std::optional(api_key(scope, api, id)) : std::nullopt;
  const Resource none = none_data_source(scope, api, id);
  if (api.signIn) add_identity_pool_policies(data, api, graphql.getAtt("Arn"), sign_in);
  auto sources = std::make_shared<DataSources>(Construct(data, "DataSources", api.where), id);
  const ModelContext context{
      .apiId = id,
      .graphqlSchema = schema,
      .noneDataSource = none.getAtt("Name"),
      .handlers =
          {.apiId = id,
           .noneDataSource = none.getAtt("Name"),
           .functionArn = [&functions](const defineFunction& function
                          ) { return functions.of(function).lambda.functionArn(); },
           .code = api.handlerCode,
           .dataSources = sources.get(),
           .where = api.where},
      .givenTables = api.givenTables,
      .branch = std::move(branch),
      .stackMappings = api.stackMappings,
      .where = api.where,
  };
  const Tables tables = add_models(data, api.schema, context);
  add_operations(data, api.schema, context, tables);
  const auto model_schema_file = cdk::FileAsset::fromContent(
      scope, "ModelSchema", model_schema(api.schema), ".graphql", api.where
  );
  DataCfnResources cfn = cfn_resources(data, graphql, schema, key);
  cfn.logGroup = logs;
  if (role) cfn.logRole = role->resource();
  std::map<std::string, int, std::less<>> indexes;
  for (const ir::Model& model : api.schema.models)
    indexes[model.name] = static_cast<int>(all_indexes(api.schema, model).size());
  return {
      .resources =
          {
              .stack = stack,
              .graphqlApi = graphql,
              .graphqlSchema = schema,
              .apiKey = key,
              .cfnResources = cfn,
              .tables = ModelTables(cfn.tables, std::move(indexes)),
              .dataSources = std::move(sources),
          },
      .modelSchemaUri = model_schema_file.s3ObjectUrl(),
  };
}

}  // namespace amplify::appsync
