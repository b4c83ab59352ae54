// SPDX-License-Identifier: Apache-2.0
#include "cdk/services/custom_resource.hpp"

#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/stack.hpp>

#include <fmt/format.h>

#include <optional>

namespace amplify::cdk {
namespace {

constexpr std::string_view answer = R"js(
exports.handler = async (event) => {
  const { StackId, RequestId, LogicalResourceId } = event;
  const PhysicalResourceId = event.PhysicalResourceId ?? `${LogicalResourceId}-${RequestId}`;
  let answer = { Status: 'SUCCESS', PhysicalResourceId };
  try {
    answer = { ...answer, ...(await handle(event)) };
  } catch (error) {
    answer = { Status: 'FAILED', PhysicalResourceId, Reason: `${error.name}: ${error.message}` };
  }
  const body = JSON.stringify({ StackId, RequestId, LogicalResourceId, ...answer });
  await fetch(event.ResponseURL, { method: 'PUT', body });
};
)js";

/// The child of this id, or a new one.
std::optional<Construct> find(const Construct& scope, std::string_view id) {
  for (auto& child : scope.children()) {
    if (child.id() == id) return child;
  }
  return {};
}

Resource find_resource(const Construct& scope, std::string_view id) {
  return *Resource::from(*find(scope, id));
}

Construct provider(const Construct& scope, std::string_view kind, std::string_view handle) {
  const Stack stack = scope.stack();
  const auto id = fmt::format("{}Provider", kind);
  if (const auto made = find(stack, id)) return *made;
  return lambda::Function(
      stack, id,
      {.runtime = "nodejs22.x",
       .handler = "index.handler",
       .code = lambda::Code::fromInline(fmt::format("{}{}", handle, answer)),
       .timeout = 300,
       .logRetentionInDays = 30}
  );
}

}  // namespace

CustomResource custom_resource(
    const Construct& scope, std::string_view kind, std::string_view handle, Json properties,
    std::source_location where
) {
  const Construct function = provider(scope, kind, handle);
  const Construct made_role = *find(function, "ServiceRole");
  Resource made(scope, kind, fmt::format("Custom::{}", kind), properties, where);
  made.setProperty("ServiceToken", find_resource(function, "Resource").getAtt("Arn"));
  const auto role = iam::Role::fromResource(
      scope, fmt::format("{}Role", kind), find_resource(made_role, "Resource"), where
  );
  // Made once the function may do what it is for, gone while it still may.
  made.addDependency(role);
  return {.resource = made, .role = role};
}

}  // namespace amplify::cdk
