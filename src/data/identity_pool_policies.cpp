// SPDX-License-Identifier: Apache-2.0
#include "data/identity_pool_policies.hpp"

#include "data/access.hpp"
#include "data/names.hpp"

#include <amplify/cdk/fn.hpp>

#include <string>
#include <vector>

namespace amplify::appsync {
namespace {

using cdk::Any;
using cdk::Json;
using ir::Operation;

using Allows = bool Access::*;

/// The generated operations of a model as parts of ARNs, those that `allows` lets through.
std::vector<std::string> callable(const ir::Model& model, Allows allows) {
  std::vector<std::string> parts;
  const auto add = [&](Operation operation, std::string_view type, const std::string& field) {
    if (access(model, {operation}).*allows) parts.push_back(std::string(type) + "/fields/" + field);
  };
  add(Operation::get, "Query", "get" + capitalized(model.name));
  add(Operation::list, "Query", list_query(model.name));
  for (const auto operation : {Operation::create, Operation::update, Operation::delete_}) {
    const std::string mutation = std::string(operation_name(operation)) + capitalized(model.name);
    add(operation, "Mutation", mutation);
    add(Operation::listen, "Subscription", subscription_field(mutation));
  }
  if (!parts.empty()) parts.insert(parts.begin(), model.name + "/*");
  return parts;
}

/// A managed policy has at most 6,144 characters (IAM quotas); an ARN adds some 60 to its part.
std::vector<std::vector<std::string>> in_policies(const ApiDefinition& api, Allows allows) {
  constexpr std::size_t limit = 6000;
  constexpr std::size_t arn = 100;
  std::vector<std::vector<std::string>> policies;
  std::size_t size = limit;
  for (const ir::Model& model : api.schema.models) {
    for (std::string& part : callable(model, allows)) {
      size += arn + part.size();
      if (size > limit) {
        policies.emplace_back();
        size = arn + part.size();
      }
      policies.back().push_back(std::move(part));
    }
  }
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
    std::string_view id, Allows allows
) {
  int number = 0;
  for (const auto& parts : in_policies(api, allows)) {
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
      scope, api, api_arn, sign_in.authenticatedRole, "AuthRolePolicy", &Access::identityPool
  );
  add_policies(
      scope, api, api_arn, sign_in.unauthenticatedRole, "UnauthRolePolicy", &Access::guest
  );
}

}  // namespace amplify::appsync
