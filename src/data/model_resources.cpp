// SPDX-License-Identifier: Apache-2.0
#include "data/model_resources.hpp"

#include "cdk/digest.hpp"
#include "data/fields.hpp"
#include "data/resolvers/hooks.hpp"
#include "data/table.hpp"
#include "data/table_mappings.hpp"

#include <fmt/format.h>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/resource_options.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/data/tables.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace amplify::appsync {
namespace {

using cdk::Any;
using cdk::Construct;
using cdk::Json;
using cdk::Resource;

Json key_schema(const Table::Key& key) {
  std::vector<Json> schema = {
      Json::object({{"AttributeName", key.partitionKey}, {"KeyType", "HASH"}})
  };
  if (!key.sortKey.empty())
    schema.push_back(Json::object({{"AttributeName", key.sortKey}, {"KeyType", "RANGE"}}));
  return Json::array(schema.data(), schema.size());
}

Json projection(const Table::Index& index) {
  switch (index.projection) {
    case ir::Projection::all:
      return Json::object({{"ProjectionType", "ALL"}});
    case ir::Projection::keysOnly:
      return Json::object({{"ProjectionType", "KEYS_ONLY"}});
    case ir::Projection::include:
      break;
  }
  const std::vector<Json> names(index.nonKeyAttributes.begin(), index.nonKeyAttributes.end());
  return Json::object({
      {"ProjectionType", "INCLUDE"},
      {"NonKeyAttributes", Json::array(names.data(), names.size())},
  });
}

Json indexes(const Table& table) {
  std::vector<Json> list;
  for (const Table::Index& index : table.indexes) {
    list.push_back(Json::object({
        {"IndexName", index.name},
        {"KeySchema", key_schema(index.key)},
        {"Projection", projection(index)},
    }));
  }
  return list.empty() ? Json() : Json::array(list.data(), list.size());
}

/// As the schema has them; what the backend sets comes later, and counts.
ModelTableProps settings(const ir::TableSettings& table) {
  ModelTableProps props{
      .provisioned = table.provisioned,
      .pointInTimeRecovery = table.pointInTimeRecovery,
      .timeToLive = table.timeToLive,
      .deletionProtection = table.deletionProtection,
      .stream = table.stream,
      .retain = table.retain,
  };
  if (!table.encryptionKeyArn.empty()) props.encryptionKeyArn = table.encryptionKeyArn;
  return props;
}

Resource table_resource(
    const Construct& scope, const ir::Model& model, const Table& table, const ModelContext& context
) {
  std::vector<Json> attributes;
  for (const auto& [name, type] : table.attributes)
    attributes.push_back(Json::object({{"AttributeName", name}, {"AttributeType", type}}));
  Resource items(
      scope, "Table", "AWS::DynamoDB::Table",
      Json::object({
          {"AttributeDefinitions", Json::array(attributes.data(), attributes.size())},
          {"BillingMode", "PAY_PER_REQUEST"},
          {"GlobalSecondaryIndexes", indexes(table)},
          {"KeySchema", key_schema(table.key)},
          {"StreamSpecification", Json::object({{"StreamViewType", "NEW_AND_OLD_IMAGES"}})},
          // Amplify's names: handlers that users write find a table by model, API and environment.
          {"TableName", cdk::fn::concat({stored_name(model) + "-", context.apiId, "-NONE"})},
      }),
      context.where
  );
  // Data outlives the deployment, except in sandboxes, which remove everything.
  items.setOptions({
      .deletionPolicy = cdk::DeletionPolicy::retain,
      .updateReplacePolicy = cdk::DeletionPolicy::retain,
  });
  ModelTable(items, static_cast<int>(table.indexes.size())).set(settings(model.table));
  return items;
}

/// Lets AppSync make the calls that the resolvers make, and no others.
Resource data_source_role(
    const Construct& scope, const Resource& table, const std::vector<Resolver>& resolvers,
    const ModelContext& context
) {
  std::set<std::string> actions;
  std::set<std::string> index_actions;
  for (const Resolver& resolver : resolvers) {
    actions.insert(resolver.actions.begin(), resolver.actions.end());
    index_actions.insert(resolver.indexActions.begin(), resolver.indexActions.end());
  }
  const Json trust = Json::object({
      {"Effect", "Allow"},
      {"Action", "sts:AssumeRole"},
      {"Principal", Json::object({{"Service", "appsync.amazonaws.com"}})},
  });
  std::vector<Json> access;
  const auto allow = [&](const std::set<std::string>& names, const Any& resource) {
    std::vector<Json> list;
    for (const std::string& name : names)
      list.emplace_back("dynamodb:" + name);
    if (list.empty()) return;
    access.push_back(Json::object({
        {"Effect", "Allow"},
        {"Action", Json::array(list.data(), list.size())},
        {"Resource", resource},
    }));
  };
  allow(actions, table.getAtt("Arn"));
  allow(index_actions, cdk::fn::concat({table.getAtt("Arn"), "/index/*"}));
  const auto document = [](const Json& statements) {
    return Json::object({{"Version", "2012-10-17"}, {"Statement", statements}});
  };
  return Resource(
      scope, "Role", "AWS::IAM::Role",
      Json::object({
          {"AssumeRolePolicyDocument", document(Json::array({trust}))},
          {"Policies", Json::array({Json::object(
                           {{"PolicyName", "DynamoDBAccess"},
                            {"PolicyDocument", document(Json::array(access.data(), access.size()))}}
                       )})},
      }),
      context.where
  );
}

Resource data_source(
    const Construct& scope, const ir::Model& model, const Resource& table, const Resource& role,
    const ModelContext& context
) {
  return Resource(
      scope, "DataSource", "AWS::AppSync::DataSource",
      Json::object({
          {"ApiId", context.apiId},
          {"DynamoDBConfig",
           Json::object({{"AwsRegion", cdk::aws::region()}, {"TableName", table.ref()}})},
          {"Name", stored_name(model) + "Table"},
          {"ServiceRoleArn", role.getAtt("Arn")},
          {"Type", "AMAZON_DYNAMODB"},
      }),
      context.where
  );
}

Json runtime() { return Json::object({{"Name", "APPSYNC_JS"}, {"RuntimeVersion", "1.0.0"}}); }

/// The functions of pipelines that a model's hooks make, each once.
std::vector<Any> hook_functions(
    const Construct& scope, const ir::Model& model, const Resource& table,
    const ModelContext& context
) {
  std::vector<Any> ids;
  int before = 0;
  int after = 0;
  for (std::size_t i = 0; i < model.hooks.size(); ++i) {
    const ir::Hook& hook = model.hooks[i];
    const std::string name = fmt::format(
        "{}_{}_{}", model.name, hook.after ? "after" : "before", ++(hook.after ? after : before)
    );
    const bool called = hook.handler.kind == ir::Handler::Kind::function;
    const Step step{
        .handler = hook.handler,
        .id = name,
        .name = name,
        .operation = model.name,
        .code = called ? hook_code(model, i) : std::string(),
        .table = hook.handler.dataSourceModel.empty() ? nullptr : &table,
    };
    ids.push_back(step_function(scope, step, context.handlers).getAtt("FunctionId"));
  }
  return ids;
}

/// What a pipeline runs: hooks, the operation, hooks.
Json pipeline(
    const Construct& scope, const Resolver& resolver, const Any& data_source_name,
    const std::vector<Any>& hooks, const ModelContext& context
) {
  const Resource operation(
      scope, resolver.field + "Function", "AWS::AppSync::FunctionConfiguration",
      Json::object({
          {"ApiId", context.apiId},
          {"Code", resolver.code},
          {"DataSourceName", data_source_name},
          {"Name", resolver.type + "_" + resolver.field},
          {"Runtime", runtime()},
      }),
      context.where
  );
  std::vector<Json> functions;
  for (const std::size_t hook : resolver.before)
    functions.emplace_back(hooks[hook]);
  functions.emplace_back(operation.getAtt("FunctionId"));
  for (const std::size_t hook : resolver.after)
    functions.emplace_back(hooks[hook]);
  return Json::object({{"Functions", Json::array(functions.data(), functions.size())}});
}

void add_resolver(
    const Construct& scope, const Resolver& resolver, const Any& data_source_name,
    const std::vector<Any>& hooks, const ModelContext& context
) {
  const bool is_root =
      resolver.type == "Query" || resolver.type == "Mutation" || resolver.type == "Subscription";
  const bool is_pipeline = !resolver.pipelineCode.empty();
  Resource(
      scope, is_root ? resolver.field : resolver.type + "." + resolver.field,
      "AWS::AppSync::Resolver",
      Json::object({
          {"ApiId", context.apiId},
          {"Code", is_pipeline ? resolver.pipelineCode : resolver.code},
          {"DataSourceName", is_pipeline ? Json() : Json(data_source_name)},
          {"FieldName", resolver.field},
          {"Kind", is_pipeline ? "PIPELINE" : "UNIT"},
          {"PipelineConfig",
           is_pipeline ? pipeline(scope, resolver, data_source_name, hooks, context) : Json()},
          {"Runtime", runtime()},
          {"TypeName", resolver.type},
      }),
      context.where
  );
}

Resource add_model(
    const Construct& stack, const ir::Definition& definition, const ir::Model& model,
    const ModelContext& context
) {
  const Construct scope(stack, stored_name(model), context.where);
  const std::vector<Resolver> all = resolvers(definition, model);
  const Table layout = table(definition, model);
  const Resource items = table_resource(scope, model, layout, context);
  if (std::ranges::find(context.givenTables, model.name, &ApiDefinition::GivenTable::model) !=
      context.givenTables.end()) {
    cdk::take_existing(
        items, [tables = context.givenTables, branch = context.branch,
                name = model.name] { return existing_table(tables, name, branch()); }
    );
  }
  const Resource role = data_source_role(scope, items, all, context);
  const Any source = data_source(scope, model, items, role, context).getAtt("Name");
  const std::vector<Any> hooks = hook_functions(scope, model, items, context);
  for (const Resolver& resolver : all) {
    add_resolver(
        scope, resolver,
        resolver.dataSource == Resolver::DataSource::table ? source : context.noneDataSource, hooks,
        context
    );
  }
  return items;
}

/// The nested stacks of models, each made when it is first asked for.
class Stacks {
 public:
  Stacks(const Construct& scope, const ModelContext& context) : scope_(scope), context_(context) {}

  const cdk::NestedStack& of(const ir::Model& model) {
    const auto chosen = context_.stackMappings.find(model.name);
    if (chosen == context_.stackMappings.end())
      return of(own_, scope_, model_stack(stored_name(model)));
    // Apart, so that names which the user chooses don't meet the API's own.
    if (!place_) place_.emplace(scope_, "Stacks", context_.where);
    return of(chosen_, *place_, chosen->second);
  }

 private:
  using ById = std::map<std::string, cdk::NestedStack>;

  const cdk::NestedStack& of(ById& stacks, const Construct& scope, const std::string& id) {
    const auto found = stacks.find(id);
    if (found != stacks.end()) return found->second;
    cdk::NestedStack& stack =
        stacks.emplace(id, cdk::NestedStack(scope, id, {}, context_.where)).first->second;
    // Resolvers name fields of the schema, which CloudFormation can't see.
    stack.addDependency(context_.graphqlSchema);
    return stack;
  }

  const Construct& scope_;
  const ModelContext& context_;
  ById own_{};
  ById chosen_{};
  std::optional<Construct> place_{};
};

}  // namespace

std::string model_stack(std::string_view model) {
  return "Models" + cdk::md5_hex(model).substr(0, 2);
}

Tables add_models(
    const Construct& scope, const ir::Definition& definition, const ModelContext& context
) {
  Tables tables;
  Stacks stacks(scope, context);
  for (const ir::Model& model : definition.models)
    tables.emplace(model.name, add_model(stacks.of(model), definition, model, context));
  return tables;
}

}  // namespace amplify::appsync
