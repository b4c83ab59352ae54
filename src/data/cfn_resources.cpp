// SPDX-License-Identifier: Apache-2.0
#include "data/cfn_resources.hpp"

#include "cdk/inspect.hpp"

#include <string>
#include <string_view>

namespace amplify::appsync {
namespace {

std::string text(const cdk::Resource& resource, std::string_view property) {
  return std::string(cdk::literal_string(resource.property(property)).value_or(""));
}

void add(DataCfnResources& all, const cdk::Resource& resource) {
  const std::string_view type = resource.type();
  const std::string id(resource.id());
  const std::string scope(resource.scope().id());
  if (type == "AWS::DynamoDB::Table") {
    all.tables.add(scope, resource);
  } else if (type == "AWS::IAM::Role" && id == "Role") {
    all.roles.add(scope, resource);
  } else if (type == "AWS::AppSync::DataSource") {
    all.dataSources.add(text(resource, "Name"), resource);
  } else if (type == "AWS::AppSync::Resolver") {
    all.resolvers.add(text(resource, "TypeName") + "." + text(resource, "FieldName"), resource);
  } else if (type == "AWS::IAM::ManagedPolicy") {
    all.identityPoolPolicies.add(id, resource);
  } else if (type == "AWS::CloudFormation::Stack") {
    all.nestedStacks.add(id.substr(0, id.find('.')), resource);
  }
}

}  // namespace

DataCfnResources cfn_resources(
    const cdk::Construct& scope, const cdk::Resource& graphql_api,
    const cdk::Resource& graphql_schema, const std::optional<cdk::Resource>& api_key
) {
  const auto map = [&](std::string_view name) {
    return cdk::ResourceMap(scope, "cfnResources." + std::string(name));
  };
  DataCfnResources all{
      .graphqlApi = graphql_api,
      .graphqlSchema = graphql_schema,
      .apiKey = api_key,
      .tables = map("tables"),
      .roles = map("roles"),
      .dataSources = map("dataSources"),
      .resolvers = map("resolvers"),
      .identityPoolPolicies = map("identityPoolPolicies"),
      .nestedStacks = map("nestedStacks"),
  };
  for (const cdk::Resource& resource : resources_in(scope))
    add(all, resource);
  return all;
}

}  // namespace amplify::appsync
