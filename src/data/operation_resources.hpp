// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/data_sources.hpp"
#include "data/model_resources.hpp"

#include <amplify/cdk/construct.hpp>
#include <amplify/schema/definition.hpp>

#include <functional>
#include <map>
#include <string>

namespace amplify::appsync {

/// The ARN of a function's resource.
using FunctionArn = std::function<cdk::Any(const defineFunction&)>;

/// What the user's own operations need besides what models need.
struct OperationContext {
  ModelContext api;
  /// By model.
  Tables tables{};
  FunctionArn functionArn{};
  /// The text of handlers' files, by the path in the definition.
  std::map<std::string, std::string> code{};
  DataSources* dataSources = nullptr;
};

/// Makes resolvers, functions and data sources of every operation with handlers, in nested stacks
/// in `scope`: one of 16, by the operation's name alone.
void add_operations(
    const cdk::Construct& scope, const ir::Definition& definition, const OperationContext& context
);

}  // namespace amplify::appsync
