// SPDX-License-Identifier: Apache-2.0
#include "data/handler_function.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/stack.hpp>

#include <string_view>
#include <utility>

namespace amplify::appsync {
namespace {

using cdk::Any;
using cdk::Construct;
using cdk::Json;
using cdk::Resource;

Json data_source(
    const Construct& scope, const std::string& name, std::string_view type,
    std::pair<std::string_view, Json> config, const Any& role, const HandlerContext& context
) {
  Resource source(
      scope, "DataSource", "AWS::AppSync::DataSource",
      Json::object({
          {"ApiId", context.apiId},
          {"Name", name},
          {"ServiceRoleArn", role},
          {"Type", std::string(type)},
      }),
      context.where
  );
  source.setProperty(config.first, config.second);
  return source.getAtt("Name");
}

Json lambda_source(const Construct& scope, const Step& step, const HandlerContext& context) {
  const Any arn = step.handler.function
                      ? context.functionArn(*step.handler.function)
                      : cdk::fn::concat(
                            {"arn:", cdk::aws::partition(), ":lambda:", cdk::aws::region(), ":",
                             cdk::aws::accountId(), ":function:" + step.handler.functionName}
                        );
  const Construct own(scope, step.id + "Source", context.where);
  return data_source(
      own, step.id + "LambdaDataSource", "AWS_LAMBDA",
      {"LambdaConfig", Json::object({{"LambdaFunctionArn", arn}})},
      service_role(own, {"lambda:InvokeFunction"}, {arn}, context.where), context
  );
}

/// Apart from that of the generated operations, whose role permits no more than they do: what the
/// user's code does with the table isn't known.
Json table_source(const Construct& scope, const Step& step, const HandlerContext& context) {
  const Construct own(scope, step.id + "Source", context.where);
  const Any arn = step.table->getAtt("Arn");
  const Any role = service_role(
      own,
      {"dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem",
       "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
       "dynamodb:Scan", "dynamodb:UpdateItem"},
      {arn, cdk::fn::concat({arn, "/index/*"})}, context.where
  );
  return data_source(
      own, step.id + "TableDataSource", "AMAZON_DYNAMODB",
      {"DynamoDBConfig",
       Json::object({{"AwsRegion", cdk::aws::region()}, {"TableName", step.table->ref()}})},
      role, context
  );
}

}  // namespace

Json step_source(const Construct& scope, const Step& step, const HandlerContext& context) {
  if (step.handler.kind == ir::Handler::Kind::function) return lambda_source(scope, step, context);
  if (!step.handler.dataSourceName.empty()) return step.handler.dataSourceName;
  if (step.table != nullptr) return table_source(scope, step, context);
  return context.noneDataSource;
}

Resource step_function(const Construct& scope, const Step& step, const HandlerContext& context) {
  const bool custom = step.handler.kind == ir::Handler::Kind::custom;
  Resource function(
      scope, step.id, "AWS::AppSync::FunctionConfiguration",
      Json::object({
          {"ApiId", context.apiId},
          {"Code", custom ? context.code.at(step.handler.entry) : step.code},
          {"DataSourceName", step_source(scope, step, context)},
          {"Name", step.name},
          {"Runtime", Json::object({{"Name", "APPSYNC_JS"}, {"RuntimeVersion", "1.0.0"}})},
      }),
      context.where
  );
  if (!step.handler.dataSourceName.empty())
    context.dataSources->call(step.handler.dataSourceName, function, step.operation, context.where);
  return function;
}

}  // namespace amplify::appsync
