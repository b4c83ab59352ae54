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
      const Construct& scope, const ir::CustomOperation& operation, const ModelContext& context,
      const Tables& tables
  )
      : scope_(scope), operation_(operation), context_(context), tables_(tables) {}

  void add() {
    if (is_single_call(operation_)) {
      add_resolver(
          {{"Kind", "UNIT"}, {"DataSourceName", step_source(scope_, step(0), context_.handlers)}}
      );
      return;
    }
    std::vector<Json> functions;
    for (std::size_t i = 0; i < operation_.handlers.size(); ++i)
      functions.push_back(step_function(scope_, step(i), context_.handlers).getAtt("FunctionId"));
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
            {"ApiId", context_.apiId},
            {"Code", deployed(operation_code(operation_), context_.apiId)},
            {"FieldName", operation_.name},
            {"Runtime", Json::object({{"Name", "APPSYNC_JS"}, {"RuntimeVersion", "1.0.0"}})},
            {"TypeName", std::string(root_type(operation_.kind))},
        }),
        context_.where
    );
    for (const auto& [name, value] : how)
      resolver.setProperty(name, value);
  }

  Step step(std::size_t index) const {
    const ir::Handler& handler = operation_.handlers[index];
    const bool called = handler.kind == ir::Handler::Kind::function;
    return {
        .handler = handler,
        .id = step_name(index),
        .name = std::string(root_type(operation_.kind)) + "_" + operation_.name + "_" +
                std::to_string(index + 1),
        .operation = operation_.name,
        .code = called ? step_code(operation_, index) : std::string(),
        .table = handler.dataSourceModel.empty() ? nullptr : &tables_.at(handler.dataSourceModel),
    };
  }

  std::string step_name(std::size_t step) const {
    return "Fn" + capitalized(operation_.name) + (step == 0 ? "" : std::to_string(step + 1));
  }

  Construct scope_;
  const ir::CustomOperation& operation_;
  const ModelContext& context_;
  const Tables& tables_;
};

}  // namespace

void add_operations(
    const Construct& scope, const ir::Definition& definition, const ModelContext& context,
    const Tables& tables
) {
  std::map<std::string, cdk::NestedStack> stacks;
  for (const ir::CustomOperation& operation : definition.operations) {
    if (operation.handlers.empty()) continue;
    const std::string id = operation_stack(operation.name);
    auto found = stacks.find(id);
    if (found == stacks.end()) {
      found = stacks.emplace(id, cdk::NestedStack(scope, id, {}, context.where)).first;
      // Resolvers name fields of the schema, which CloudFormation can't see.
      found->second.addDependency(context.graphqlSchema);
    }
    Operation(Construct(found->second, operation.name, context.where), operation, context, tables)
        .add();
  }
}

}  // namespace amplify::appsync
