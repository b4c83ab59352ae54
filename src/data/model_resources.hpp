// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/api_definition.hpp"
#include "data/handler_function.hpp"

#include <amplify/cdk/construct.hpp>
#include <amplify/schema/definition.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::appsync {

/// What the models' resources need of their API.
struct ModelContext {
  cdk::Any apiId{};
  cdk::Resource graphqlSchema;
  /// Name of the data source of resolvers that read and write nothing.
  cdk::Any noneDataSource{};
  HandlerContext handlers{};
  /// Those that take the place of models' own, and the branch that is deployed, which is known at
  /// synthesis.
  std::vector<ApiDefinition::GivenTable> givenTables{};
  std::function<std::string()> branch{};
  /// By model, the stack that the user wants it in.
  std::map<std::string, std::string, std::less<>> stackMappings{};
  std::source_location where{};
};

/// The id of the nested stack that holds a model: one of 256, by the model's name alone. So adding
/// or removing a model never moves another, which would replace its table, and no stack outgrows
/// CloudFormation's limits.
std::string model_stack(std::string_view model);

/// By model.
using Tables = std::map<std::string, cdk::Resource, std::less<>>;

/// Makes every model's table, data source, role and resolvers, in nested stacks in `scope`.
Tables add_models(
    const cdk::Construct& scope, const ir::Definition& definition, const ModelContext& context
);

}  // namespace amplify::appsync
