// SPDX-License-Identifier: Apache-2.0
#include "data/function_access.hpp"

#include "data/introspection.hpp"

#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/fn.hpp>

#include <optional>
#include <vector>

namespace amplify::appsync {
namespace {

using cdk::Str;

/// The parts of the API that a function may call.
std::vector<Str> callable(const cdk::Any& api_arn, const ir::FunctionAccess& access) {
  std::vector<Str> parts;
  const auto add = [&](bool granted, const char* type) {
    if (granted) parts.emplace_back(cdk::fn::concat({api_arn, "/types/", type, "/*"}));
  };
  add(access.query, "Query");
  add(access.mutate, "Mutation");
  add(access.listen, "Subscription");
  return parts;
}

}  // namespace

void grant_function_access(
    const Api& made, const ApiDefinition& api, functions::Registry& functions
) {
  if (api.schema.functionAccess.empty()) return;
  const cdk::Resource& graphql = made.resources.graphqlApi;
  const cdk::Construct scope = graphql.scope();
  const auto introspection = cdk::FileAsset::fromContent(
      scope, "ModelIntrospectionSchema", model_introspection(api.schema), ".json", api.where
  );
  const Str file = cdk::fn::concat(
      {"arn:", cdk::aws::partition(), ":s3:::", introspection.bucketName(), "/",
       introspection.objectKey()}
  );
  for (const ir::FunctionAccess& granted : api.schema.functionAccess) {
    const auto access = functions.access(*granted.function, scope);
    const auto role = access.role();
    role.addToPolicy(
        {.actions = {"appsync:GraphQL"}, .resources = callable(graphql.getAtt("Arn"), granted)}
    );
    role.addToPolicy({.actions = {"s3:GetObject"}, .resources = {file}});
    access.addEnvironment("AMPLIFY_DATA_GRAPHQL_ENDPOINT", graphql.getAtt("GraphQLUrl"));
    access.addEnvironment(
        "AMPLIFY_DATA_MODEL_INTROSPECTION_SCHEMA_BUCKET_NAME", introspection.bucketName()
    );
    access.addEnvironment("AMPLIFY_DATA_MODEL_INTROSPECTION_SCHEMA_KEY", introspection.objectKey());
    access.addEnvironment("AMPLIFY_DATA_DEFAULT_NAME", "amplifyData");
  }
}

}  // namespace amplify::appsync
