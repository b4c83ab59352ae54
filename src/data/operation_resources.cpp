// SPDX-License-Identifier: Apache-2.0
#include "data/operation_resources.hpp"

#include "cdk/digest.hpp"
#include "data/custom_operations.hpp"
#include "data/names.hpp"
#include "data/resolvers/operation.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/stack.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace amplify::appsync {
namespace {

using cdk::Any;
using cdk::Construct;
using cdk::Json;
using cdk::Resource;

std::string operation_stack(std::string_view operation) {
  return "Operations" + cdk::md5_hex(operation).substr(0, 1);
}

Json runtime() { return Json::object({{"Name", "APPSYNC_JS"}, {"RuntimeVersion", "1.0.0"}}); }

/// Code with the API's id in it.
Json deployed(const std::string& code, const Any& api_id) {
  const std::size_t mark = code.find(api_id_mark);
  if (mark == std::string::npos) return code;
  const std::size_t length = std::string_view(api_id_mark).size();
  return cdk::fn::concat({code.substr(0, mark), api_id, code.substr(mark + length)});
}

/// One operation in the making.
class Operation {
 public:
  Operation(
      const Construct& scope, const ir::CustomOperation& operation, const OperationContext& context
  )
      : scope_(scope), operation_(operation), context_(context) {}

  void add() {
    if (is_single_call(operation_)) {
      add_resolver({{"Kind", "UNIT"}, {"DataSourceName", source(0)}});
      return;
    }
    std::vector<Json> functions;
    for (std::size_t step = 0; step < operation_.handlers.size(); ++step)
      functions.push_back(add_step(step).getAtt("FunctionId"));
    add_resolver({
        {"Kind", "PIPELINE"},
        {"PipelineConfig",
         Json::object({{"Functions", Json::array(functions.data(), functions.size())}})},
    });
  }

 private:
  void add_resolver(std::initializer_list<std::pair<std::string_view, Json>> how) {
    Resource resolver(
        scope_, "Resolver", "AWS::AppSync::Resolver",
        Json::object({
            {"ApiId", context_.api.apiId},
            {"Code", deployed(operation_code(operation_), context_.api.apiId)},
            {"FieldName", operation_.name},
            {"Runtime", runtime()},
            {"TypeName", std::string(root_type(operation_.kind))},
        }),
        context_.api.where
    );
    for (const auto& [name, value] : how)
      resolver.setProperty(name, value);
  }

  Resource add_step(std::size_t step) {
    const ir::Handler& handler = operation_.handlers[step];
    const bool custom = handler.kind == ir::Handler::Kind::custom;
    Resource function(
        scope_, step_name(step), "AWS::AppSync::FunctionConfiguration",
        Json::object({
            {"ApiId", context_.api.apiId},
            {"Code", custom ? context_.code.at(handler.entry) : step_code(operation_, step)},
            {"DataSourceName", source(step)},
            {"Name", std::string(root_type(operation_.kind)) + "_" + operation_.name + "_" +
                         std::to_string(step + 1)},
            {"Runtime", runtime()},
        }),
        context_.api.where
    );
    if (!handler.dataSourceName.empty())
      context_.dataSources->call(
          handler.dataSourceName, function, operation_.name, context_.api.where
      );
    return function;
  }

  /// The name of the step's data source.
  Json source(std::size_t step) {
    const ir::Handler& handler = operation_.handlers[step];
    if (handler.kind == ir::Handler::Kind::function) return lambda_source(step);
    if (!handler.dataSourceName.empty()) return handler.dataSourceName;
    if (!handler.dataSourceModel.empty()) return table_source(step);
    return context_.api.noneDataSource;
  }

  Json lambda_source(std::size_t step) {
    const ir::Handler& handler = operation_.handlers[step];
    const Any arn = handler.function
                        ? context_.functionArn(*handler.function)
                        : cdk::fn::concat(
                              {"arn:", cdk::aws::partition(), ":lambda:", cdk::aws::region(), ":",
                               cdk::aws::accountId(), ":function:" + handler.functionName}
                          );
    const Construct scope(scope_, step_name(step) + "Source", context_.api.where);
    return source(
        scope, step_name(step) + "LambdaDataSource", "AWS_LAMBDA",
        {"LambdaConfig", Json::object({{"LambdaFunctionArn", arn}})},
        service_role(scope, {"lambda:InvokeFunction"}, {arn}, context_.api.where)
    );
  }

  /// Apart from that of the generated operations, whose role permits no more than they do: what the
  /// user's code does with the table isn't known.
  Json table_source(std::size_t step) {
    const Resource& table = context_.tables.at(operation_.handlers[step].dataSourceModel);
    const Construct scope(scope_, step_name(step) + "Source", context_.api.where);
    const Any arn = table.getAtt("Arn");
    const Any role = service_role(
        scope,
        {"dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem",
         "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
         "dynamodb:Scan", "dynamodb:UpdateItem"},
        {arn, cdk::fn::concat({arn, "/index/*"})}, context_.api.where
    );
    return source(
        scope, step_name(step) + "TableDataSource", "AMAZON_DYNAMODB",
        {"DynamoDBConfig",
         Json::object({{"AwsRegion", cdk::aws::region()}, {"TableName", table.ref()}})},
        role
    );
  }

  Json source(
      const Construct& scope, const std::string& name, std::string_view type,
      std::pair<std::string_view, Json> config, const Any& role
  ) {
    Resource source(
        scope, "DataSource", "AWS::AppSync::DataSource",
        Json::object({
            {"ApiId", context_.api.apiId},
            {"Name", name},
            {"ServiceRoleArn", role},
            {"Type", std::string(type)},
        }),
        context_.api.where
    );
    source.setProperty(config.first, config.second);
    return source.getAtt("Name");
  }

  std::string step_name(std::size_t step) const {
    return "Fn" + capitalized(operation_.name) + (step == 0 ? "" : std::to_string(step + 1));
  }

  Construct scope_;
  const ir::CustomOperation& operation_;
  const OperationContext& context_;
};

}  // namespace

void add_operations(
    const Construct& scope, const ir::Definition& definition, const OperationContext& context
) {
  std::map<std::string, cdk::NestedStack> stacks;
  for (const ir::CustomOperation& operation : definition.operations) {
    if (operation.handlers.empty()) continue;
    const std::string id = operation_stack(operation.name);
    auto found = stacks.find(id);
    if (found == stacks.end()) {
      found = stacks.emplace(id, cdk::NestedStack(scope, id, {}, context.api.where)).first;
      // Resolvers name fields of the schema, which CloudFormation can't see.
      found->second.addDependency(context.api.graphqlSchema);
    }
    Operation(Construct(found->second, operation.name, context.api.where), operation, context)
        .add();
  }
}

}  // namespace amplify::appsync
