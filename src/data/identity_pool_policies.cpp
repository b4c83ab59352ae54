// SPDX-License-Identifier: Apache-2.0
#include "data/identity_pool_policies.hpp"

#include "data/access.hpp"
#include "data/custom_operations.hpp"
#include "data/fields.hpp"
#include "data/model_operations.hpp"
#include "data/model_types.hpp"

#include <amplify/cdk/fn.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::appsync {
namespace {

using cdk::Any;
using cdk::Json;

/// Guests are `public_`, the signed-in `private_`.
bool includes(const std::vector<Role>& roles, ir::Allow identities) {
  return std::ranges::any_of(roles, [&](const Role& role) {
    return role.provider == ir::Provider::identityPool && role.allow == identities;
  });
}

std::string part(std::string_view type, std::string_view field) {
  return std::string(type) + "/fields/" + std::string(field);
}

/// Adds the custom types that values of a type hold, each once.
void add_custom_types(
    std::vector<std::string>& parts, const ir::Definition& schema, const ir::Type& type
) {
  if (type.kind != ir::TypeKind::customType) return;
  const auto custom = std::ranges::find(schema.customTypes, type.name, &ir::CustomType::name);
  std::string own = type.name + "/*";
  if (custom == schema.customTypes.end() || std::ranges::find(parts, own) != parts.end()) return;
  parts.push_back(std::move(own));
  for (const ir::Field& field : custom->fields)
    add_custom_types(parts, schema, field.type);
}

/// A model with the types of what its items hold and lead to.
std::vector<std::string> types_of(const ir::Definition& schema, const ir::Model& model) {
  std::vector<std::string> parts = {model.name + "/*"};
  std::set<std::string> connections;
  for (const ir::Field& field : model.fields) {
    add_custom_types(parts, schema, field.type);
    if (is_relation(field) && field.type.array)
      connections.insert(connection_type(field.type.name));
  }
  for (const std::string& connection : connections)
    parts.push_back(connection + "/*");
  return parts;
}

/// The generated operations of a model as parts of ARNs, as far as they are theirs, with the types
/// that they return.
std::vector<std::string> callable(
    const ir::Definition& schema, const ir::Model& model, ir::Allow identities
) {
  const AccessMatrix matrix(model);
  std::vector<std::string> parts;
  for (const ModelOperation& operation : model_operations(model)) {
    if (includes(matrix.roles(operation.grantedBy), identities))
      parts.push_back(part(operation.type, operation.field));
  }
  if (parts.empty()) return parts;
  std::vector<std::string> types = types_of(schema, model);
  parts.insert(parts.begin(), types.begin(), types.end());
  return parts;
}

std::vector<std::string> callable(
    const ir::Definition& schema, const ir::CustomOperation& operation, ir::Allow identities
) {
  if (!includes(roles(operation.rules), identities)) return {};
  std::vector<std::string> parts = {part(root_type(operation.kind), operation.name)};
  if (operation.returns) add_custom_types(parts, schema, *operation.returns);
  return parts;
}

/// A managed policy has at most 6,144 characters (IAM quotas); an ARN adds some 60 to its part.
std::vector<std::vector<std::string>> in_policies(const ApiDefinition& api, ir::Allow identities) {
  constexpr std::size_t limit = 6000;
  constexpr std::size_t arn = 100;
  std::vector<std::vector<std::string>> policies;
  std::size_t size = limit;
  const auto add = [&](std::vector<std::string> parts) {
    for (std::string& part : parts) {
      size += arn + part.size();
      if (size > limit) {
        policies.emplace_back();
        size = arn + part.size();
      }
      policies.back().push_back(std::move(part));
    }
  };
  for (const ir::Model& model : api.schema.models)
    add(callable(api.schema, model, identities));
  for (const ir::CustomOperation& operation : api.schema.operations)
    add(callable(api.schema, operation, identities));
  return policies;
}

Json policy_document(const std::vector<std::string>& parts, const Any& api_arn) {
  std::vector<Json> resources;
  for (const std::string& part : parts)
    resources.push_back(cdk::fn::concat({api_arn, "/types/" + part}));
  return Json::object({
      {"Version", "2012-10-17"},
      {"Statement", Json::array({Json::object({
                        {"Effect", "Allow"},
                        {"Action", "appsync:GraphQL"},
                        {"Resource", Json::array(resources.data(), resources.size())},
                    })})},
  });
}

void add_policies(
    const cdk::Construct& scope, const ApiDefinition& api, const Any& api_arn, const Any& role,
    std::string_view id, ir::Allow identities
) {
  int number = 0;
  for (const auto& parts : in_policies(api, identities)) {
    const std::string digits = std::to_string(++number);
    cdk::Resource(
        scope, std::string(id) + (digits.size() < 2 ? "0" : "") + digits, "AWS::IAM::ManagedPolicy",
        Json::object({
            {"PolicyDocument", policy_document(parts, api_arn)},
            {"Roles", Json::array({role})},
        }),
        api.where
    );
  }
}

}  // namespace

void add_identity_pool_policies(
    const cdk::Construct& scope, const ApiDefinition& api, const Any& api_arn, const SignIn& sign_in
) {
  add_policies(
      scope, api, api_arn, sign_in.authenticatedRole, "AuthRolePolicy", ir::Allow::private_
  );
  add_policies(
      scope, api, api_arn, sign_in.unauthenticatedRole, "UnauthRolePolicy", ir::Allow::public_
  );
}

}  // namespace amplify::appsync
