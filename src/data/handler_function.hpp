// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/data_sources.hpp"

#include <amplify/cdk/construct.hpp>
#include <amplify/schema/definition.hpp>

#include <functional>
#include <map>
#include <source_location>
#include <string>

/// The user's handlers in AppSync: a function of a pipeline, and the data source that it calls.
namespace amplify::appsync {

/// The ARN of a function's resource.
using FunctionArn = std::function<cdk::Any(const defineFunction&)>;

/// What handlers need of their API.
struct HandlerContext {
  cdk::Any apiId{};
  /// Name of the data source of handlers that read and write nothing.
  cdk::Any noneDataSource{};
  FunctionArn functionArn{};
  /// The text of handlers' files, by the path in the definition.
  std::map<std::string, std::string> code{};
  DataSources* dataSources = nullptr;
  std::source_location where{};
};

/// A handler to be made.
struct Step {
  const ir::Handler& handler;
  /// What its resources' ids and its data source's name begin with: `FnSayHello2`.
  std::string id{};
  /// The name of the function, of which an API has one.
  std::string name{};
  /// The operation that it is a part of, for errors.
  std::string operation{};
  /// What a function of Lambda's is called by; a custom handler has its own.
  std::string code{};
  /// That of the handler's model, if it has one.
  const cdk::Resource* table = nullptr;
};

/// The name of the step's data source, which is made in `scope` unless the user or the API has it.
cdk::Json step_source(const cdk::Construct& scope, const Step& step, const HandlerContext& context);

/// The step as a function of a pipeline, with its data source.
cdk::Resource step_function(
    const cdk::Construct& scope, const Step& step, const HandlerContext& context
);

}  // namespace amplify::appsync
