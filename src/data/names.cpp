// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"

#include "cdk/digest.hpp"
#include "data/plural.hpp"

#include <cctype>

namespace amplify::appsync {

std::string capitalized(std::string_view name) {
  std::string result(name);
  if (!result.empty()) {
    result.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(result.front())));
  }
  return result;
}

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

std::string list_query(std::string_view model) { return "list" + capitalized(plural(model)); }

std::string subscription_field(std::string_view mutation_field) {
  constexpr std::size_t limit = 50;
  constexpr std::size_t kept = 45;
  std::string name = "on" + capitalized(mutation_field);
  if (name.size() > limit) name = name.substr(0, kept) + cdk::md5_hex(name).substr(0, limit - kept);
  return name;
}

}  // namespace amplify::appsync
