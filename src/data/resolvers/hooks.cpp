// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/hooks.hpp"

#include "data/resolvers/authorization.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace amplify::appsync {
namespace {

constexpr std::string_view pipeline_functions = R"js(export function request(ctx) {
<<refuse>>
  return {};
}

export function response(ctx) {
  return ctx.prev.result;
}
)js";

constexpr std::string_view call_function = R"js(export function request(ctx) {
  return {
    operation: 'Invoke',
<<invocationType>>
    payload: {
      typeName: ctx.info.parentTypeName,
      fieldName: ctx.info.fieldName,
      arguments: ctx.stash.arguments ?? ctx.args,
      identity: ctx.identity,
      source: ctx.source,
      request: ctx.request,
      prev: <<prev>>,
    },
  };
}
)js";

constexpr std::string_view before_response =
    R"js(/** What the function returns takes the place of arguments. */
export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  ctx.stash.arguments = { ...(ctx.stash.arguments ?? ctx.args), ...ctx.result };
  return {};
}
)js";

constexpr std::string_view after_response =
    R"js(/** What the function returns takes the place of parts of the result. */
export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.result ? { ...ctx.prev.result, ...ctx.result } : ctx.prev.result;
}
)js";

constexpr std::string_view async_response =
    R"js(/** Nobody waits for the function: what counts is that it was called. */
export function response(ctx) {
  if (ctx.error) {
    util.appendError(ctx.error.message, ctx.error.type);
  }
  return ctx.prev.result;
}
)js";

constexpr std::string_view arguments_function =
    R"js(/** Those of the client, or what hooks made of them. */
function argumentsOf(ctx) {
  return ctx.stash.arguments ?? ctx.args;
}
)js";

/// What a hook names it by; none if hooks don't know of it.
std::optional<ir::GeneratedOperation> hooked_as(const ModelOperation& operation) {
  using Kind = ModelOperation::Kind;
  switch (operation.kind) {
    case Kind::get:
      return ir::GeneratedOperation::get;
    case Kind::list:
    case Kind::index:
      return ir::GeneratedOperation::list;
    case Kind::mutation:
      if (operation.verb == "create") return ir::GeneratedOperation::create;
      if (operation.verb == "update") return ir::GeneratedOperation::update;
      if (operation.verb == "delete") return ir::GeneratedOperation::delete_;
      return {};
    case Kind::deleted:
    case Kind::subscription:
      break;
  }
  return {};
}

std::vector<Grant> grants_of(const ir::Model& model, ir::GeneratedOperation operation) {
  switch (operation) {
    case ir::GeneratedOperation::create:
      return create_grants(model);
    case ir::GeneratedOperation::update:
      return update_grants(model);
    case ir::GeneratedOperation::delete_:
      return delete_grants(model);
    case ir::GeneratedOperation::get:
      return reading_grants(model, {ir::Operation::get});
    default:
      return reading_grants(model, {ir::Operation::list});
  }
}

/// With `argumentsOf(ctx)` in the place of `ctx.args`.
std::string with_changed_arguments(std::string code) {
  constexpr std::string_view read = "ctx.args";
  constexpr std::string_view changed = "argumentsOf(ctx)";
  for (auto at = code.find(read); at != code.npos; at = code.find(read, at + changed.size()))
    code.replace(at, read.size(), changed);
  return code + "\n" + std::string(arguments_function);
}

}  // namespace

Resolver with_hooks(const ir::Model& model, const ModelOperation& operation, Resolver resolver) {
  const auto named = hooked_as(operation);
  if (!named) return resolver;
  for (std::size_t i = 0; i < model.hooks.size(); ++i) {
    const ir::Hook& hook = model.hooks[i];
    if (std::ranges::find(hook.operations, *named) == hook.operations.end()) continue;
    (hook.after ? resolver.after : resolver.before).push_back(i);
  }
  if (resolver.before.empty() && resolver.after.empty()) return resolver;
  const std::vector<Grant> grants = grants_of(model, *named);
  Source source(
      header(resolver.type + "." + resolver.field + ": with what is called around it.", grants)
  );
  source.add(fill(pipeline_functions, {{"refuse", refuse_strangers(grants)}})
  ).add(rules_function(grants));
  resolver.pipelineCode = source.text();
  if (!resolver.before.empty()) resolver.code = with_changed_arguments(std::move(resolver.code));
  return resolver;
}

std::string hook_code(const ir::Model& model, std::size_t hook) {
  const ir::Hook& one = model.hooks[hook];
  const bool async = one.handler.async;
  Source source(fmt::format(
      "// {}, {} its operations: calls a function.\n", model.name, one.after ? "after" : "before"
  ));
  source
      .add(fill(
          call_function, {{"invocationType", async ? "    invocationType: 'Event'," : ""},
                          {"prev", one.after ? "ctx.prev" : "{ result: {} }"}}
      ))
      .add(
          async       ? async_response
          : one.after ? after_response
                      : before_response
      );
  return source.text();
}

}  // namespace amplify::appsync
