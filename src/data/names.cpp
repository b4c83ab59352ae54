// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"

#include "cdk/digest.hpp"
#include "schema/plural.hpp"

namespace amplify::appsync {

std::string_view graphql_scalar(ir::Scalar scalar) {
  switch (scalar) {
    case ir::Scalar::id:
      return "ID";
    case ir::Scalar::string:
      return "String";
    case ir::Scalar::integer:
      return "Int";
    case ir::Scalar::float_:
      return "Float";
    case ir::Scalar::boolean:
      return "Boolean";
    case ir::Scalar::date:
      return "AWSDate";
    case ir::Scalar::time:
      return "AWSTime";
    case ir::Scalar::datetime:
      return "AWSDateTime";
    case ir::Scalar::timestamp:
      return "AWSTimestamp";
    case ir::Scalar::email:
      return "AWSEmail";
    case ir::Scalar::json:
      return "AWSJSON";
    case ir::Scalar::phone:
      return "AWSPhone";
    case ir::Scalar::url:
      return "AWSURL";
    case ir::Scalar::ipAddress:
      return "AWSIPAddress";
  }
  return "";
}

std::string_view strategy_name(ir::Allow allow) {
  switch (allow) {
    case ir::Allow::owner:
      return "owner";
    case ir::Allow::groups:
      return "groups";
    case ir::Allow::private_:
      return "private";
    case ir::Allow::public_:
      return "public";
    case ir::Allow::custom:
      return "custom";
  }
  return {};
}

std::string_view provider_name(ir::Provider provider) {
  switch (provider) {
    case ir::Provider::apiKey:
      return "apiKey";
    case ir::Provider::identityPool:
      return "identityPool";
    case ir::Provider::userPools:
      return "userPools";
    case ir::Provider::oidc:
      return "oidc";
    case ir::Provider::function:
      return "function";
  }
  return {};
}

bool states_provider(ir::Allow allow, ir::Provider provider) {
  return allow == ir::Allow::public_ ||
         (provider != ir::Provider::userPools && provider != ir::Provider::function);
}

std::string_view operation_name(ir::Operation operation) {
  switch (operation) {
    case ir::Operation::create:
      return "create";
    case ir::Operation::update:
      return "update";
    case ir::Operation::delete_:
      return "delete";
    case ir::Operation::read:
      return "read";
    case ir::Operation::get:
      return "get";
    case ir::Operation::list:
      return "list";
    case ir::Operation::sync:
      return "sync";
    case ir::Operation::listen:
      return "listen";
    case ir::Operation::search:
      return "search";
  }
  return "";
}

std::string_view constraint_name(ir::Constraint constraint) {
  constexpr std::string_view names[] = {
      "minLength", "maxLength", "startsWith", "endsWith", "matches", "gt", "lt", "gte", "lte"
  };
  return names[static_cast<std::size_t>(constraint)];
}

std::string list_query(std::string_view model) { return "list" + capitalized(ir::plural(model)); }

std::string deleted_query(std::string_view model) {
  return "listDeleted" + capitalized(ir::plural(model));
}

std::string camel_case(const std::vector<std::string>& names) {
  std::string result;
  for (const std::string& name : names)
    result += result.empty() ? uncapitalized(name) : capitalized(name);
  return result;
}

std::string subscription_field(std::string_view mutation_field) {
  constexpr std::size_t limit = 50;
  constexpr std::size_t kept = 45;
  std::string name = "on" + capitalized(mutation_field);
  if (name.size() > limit) name = name.substr(0, kept) + cdk::md5_hex(name).substr(0, limit - kept);
  return name;
}

}  // namespace amplify::appsync
