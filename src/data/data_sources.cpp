// SPDX-License-Identifier: Apache-2.0
#include "data/data_sources.hpp"

#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/role.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/data.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace amplify {
namespace appsync {
namespace {

bool is_name(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name.front()) &&
         std::ranges::all_of(name, [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

}  // namespace

void DataSources::call(
    const std::string& name, const cdk::Resource& caller, const std::string& operation,
    std::source_location where
) {
  calls_.emplace(name, Call{caller, operation, where});
}

cdk::Construct DataSources::scope_of(std::string_view name, std::source_location where) {
  const bool taken = added_.contains(name) || name == "NONE_DS";
  if (!is_name(name) || taken) {
    faults_.push_back(
        {.code = "InvalidDataSourceError",
         .where = fmt::format("data source {}", name),
         .message = taken ? "the API has a data source of this name already"
                          : "a data source's name is letters, digits and '_', a letter first",
         .help = "write another name",
         .source = where}
    );
    return cdk::Construct(scope_, fmt::format("InvalidDataSource{}", ++count_), where);
  }
  return cdk::Construct(scope_, std::string(name), where);
}

cdk::Resource DataSources::add(
    const cdk::Construct& scope, std::string_view name, const cdk::Json& properties,
    std::source_location where
) {
  cdk::Resource source(scope, "DataSource", "AWS::AppSync::DataSource", properties, where);
  source.setProperty("ApiId", api_id_);
  source.setProperty("Name", std::string(name));
  added_.emplace(name, source);
  const auto [first, last] = calls_.equal_range(name);
  for (auto call = first; call != last; ++call)
    call->second.caller.addDependency(source);
  return source;
}

std::vector<Diagnostic> DataSources::faults() const {
  std::vector<Diagnostic> all = faults_;
  for (const auto& [name, call] : calls_) {
    if (added_.contains(name)) continue;
    all.push_back(
        {.code = "UnknownDataSourceError",
         .where = call.operation,
         .message = fmt::format("the API has no data source '{}'", name),
         .help = fmt::format(
             "add it: backend[data].addHttpDataSource(\"{0}\", \"https://…\"), or one of another kind",
             name
         ),
         .source = call.where}
    );
  }
  return all;
}

cdk::Any service_role(
    const cdk::Construct& scope, cdk::List<cdk::Str> actions, cdk::List<cdk::Str> resources,
    std::source_location where
) {
  const cdk::iam::Role role(
      scope, "Role",
      {.assumedBy = {cdk::iam::ServicePrincipal("appsync.amazonaws.com")},
       .inlinePolicies =
           {{.name = "Access", .document = {{{.actions = actions, .resources = resources}}}}}},
      where
  );
  return role.roleArn();
}

}  // namespace appsync

cdk::Resource DataResources::addDynamoDbDataSource(
    std::string_view name, const cdk::dynamodb::Table& table, std::source_location where
) const {
  const cdk::Construct scope = dataSources->scope_of(name, where);
  const cdk::iam::Role access(
      scope, "Role", {.assumedBy = {cdk::iam::ServicePrincipal("appsync.amazonaws.com")}}, where
  );
  table.grantReadWriteData(access);
  return dataSources->add(
      scope, name,
      cdk::Json::object({
          {"Type", "AMAZON_DYNAMODB"},
          {"DynamoDBConfig",
           cdk::Json::object({{"AwsRegion", cdk::aws::region()}, {"TableName", table.tableName()}})
          },
          {"ServiceRoleArn", access.roleArn()},
      }),
      where
  );
}

cdk::Resource DataResources::addLambdaDataSource(
    std::string_view name, const cdk::lambda::Function& function, std::source_location where
) const {
  const cdk::Construct scope = dataSources->scope_of(name, where);
  const cdk::Any arn = function.functionArn();
  return dataSources->add(
      scope, name,
      cdk::Json::object({
          {"Type", "AWS_LAMBDA"},
          {"LambdaConfig", cdk::Json::object({{"LambdaFunctionArn", arn}})},
          {"ServiceRoleArn", appsync::service_role(scope, {"lambda:InvokeFunction"}, {arn}, where)},
      }),
      where
  );
}

cdk::Resource DataResources::addEventBridgeDataSource(
    std::string_view name, cdk::Str eventBusArn, std::source_location where
) const {
  const cdk::Construct scope = dataSources->scope_of(name, where);
  return dataSources->add(
      scope, name,
      cdk::Json::object({
          {"Type", "AMAZON_EVENTBRIDGE"},
          {"EventBridgeConfig", cdk::Json::object({{"EventBusArn", eventBusArn}})},
          {"ServiceRoleArn",
           appsync::service_role(scope, {"events:PutEvents"}, {eventBusArn}, where)},
      }),
      where
  );
}

cdk::Resource DataResources::addHttpDataSource(
    std::string_view name, cdk::Str endpoint, std::source_location where
) const {
  return addDataSource(
      name,
      cdk::Json::object(
          {{"Type", "HTTP"}, {"HttpConfig", cdk::Json::object({{"Endpoint", endpoint}})}}
      ),
      where
  );
}

cdk::Resource DataResources::addNoneDataSource(std::string_view name, std::source_location where)
    const {
  return addDataSource(name, cdk::Json::object({{"Type", "NONE"}}), where);
}

cdk::Resource DataResources::addDataSource(
    std::string_view name, cdk::Json properties, std::source_location where
) const {
  return dataSources->add(dataSources->scope_of(name, where), name, properties, where);
}

}  // namespace amplify
