// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/operation.hpp"

#include "data/custom_operations.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

#include <string_view>
#include <vector>

namespace amplify::appsync {
namespace {

constexpr std::string_view request_function = R"js(export function request(ctx) {
<<refuse>>
  return {
    operation: 'Invoke',
<<invocationType>>
    payload: {
      typeName: ctx.info.parentTypeName,
      fieldName: ctx.info.fieldName,
      arguments: ctx.args,
      identity: ctx.identity,
      source: ctx.source,
      request: ctx.request,
      prev: <<prev>>,
    },
  };
}
)js";

constexpr std::string_view response_function = R"js(export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.result;
}
)js";

constexpr std::string_view event_response_function =
    R"js(/** Nobody waits for the function: what counts is that it was called. */
export function response(ctx) {
  if (ctx.error) {
    util.appendError(ctx.error.message, ctx.error.type);
  }
  return { success: !ctx.error };
}
)js";

constexpr std::string_view chain_functions = R"js(export function request(ctx) {
<<refuse>>
  return {};
}

export function response(ctx) {
  return ctx.prev.result;
}
)js";

constexpr std::string_view custom_functions = R"js(export function request(ctx) {
  // Of these, handlers make the names of tables: Post-<api id>-NONE.
  ctx.stash.awsAppsyncApiId = '<<apiId>>';
  ctx.stash.amplifyApiEnvironmentName = 'NONE';
  return {};
}

export function response(ctx) {
  return ctx.prev.result;
}
)js";

std::string name_of(const ir::CustomOperation& operation) {
  return std::string(root_type(operation.kind)) + "." + operation.name;
}

std::vector<Grant> grants_of(const ir::CustomOperation& operation) {
  std::vector<Grant> grants;
  for (const Role& role : roles(operation.rules))
    grants.push_back({.role = role});
  return grants;
}

std::string invocation_type(bool async) { return async ? "    invocationType: 'Event'," : ""; }

std::string response(bool async) {
  return std::string(async ? event_response_function : response_function);
}

}  // namespace

bool is_single_call(const ir::CustomOperation& operation) {
  return calls_functions(operation) && operation.handlers.size() == 1;
}

std::string operation_code(const ir::CustomOperation& operation) {
  const std::string name = name_of(operation);
  if (!calls_functions(operation)) {
    // AppSync itself checks who may call.
    Source source("// " + name + ": the user's own code.\n");
    source.add(fill(custom_functions, {{"apiId", api_id_mark}}));
    return source.text();
  }
  const std::vector<Grant> grants = grants_of(operation);
  if (!is_single_call(operation)) {
    Source source(header(name + ": calls one function after the other.", grants));
    source.add(fill(chain_functions, {{"refuse", refuse_strangers(grants)}})
    ).add(rules_function(grants));
    return source.text();
  }
  const bool async = operation.handlers.front().async;
  Source source(header(name + ": calls a function.", grants));
  source
      .add(fill(
          request_function, {{"refuse", refuse_strangers(grants)},
                             {"invocationType", invocation_type(async)},
                             {"prev", "{ result: {} }"}}
      ))
      .add(response(async))
      .add(rules_function(grants));
  return source.text();
}

std::string step_code(const ir::CustomOperation& operation, std::size_t step) {
  const bool async = operation.handlers[step].async;
  Source source(
      "// " + name_of(operation) + ", step " + std::to_string(step + 1) + ": calls a function.\n"
  );
  source
      .add(fill(
          request_function,
          {{"refuse", ""}, {"invocationType", invocation_type(async)}, {"prev", "ctx.prev"}}
      ))
      .add(response(async));
  return source.text();
}

}  // namespace amplify::appsync
