// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"

#include <algorithm>
#include <array>

namespace amplify::appsync {
namespace {

using ir::Operation;

bool is_reading(Operation operation) {
  return operation == Operation::get || operation == Operation::list ||
         operation == Operation::listen || operation == Operation::sync ||
         operation == Operation::search;
}

void add(Access& access, const ir::Rule& rule) {
  switch (rule.allow) {
    case ir::Allow::public_:
      (rule.provider == ir::Provider::identityPool ? access.guest : access.apiKey) = true;
      break;
    case ir::Allow::private_:
      (rule.provider == ir::Provider::identityPool ? access.identityPool : access.userPool) = true;
      break;
    case ir::Allow::owner:
      if (std::ranges::find(access.ownerFields, rule.ownerField) == access.ownerFields.end()) {
        access.ownerFields.push_back(rule.ownerField);
      }
      break;
    case ir::Allow::groups:
    case ir::Allow::custom:
      break;
  }
}

}  // namespace

bool Access::uses(ir::Provider provider) const {
  switch (provider) {
    case ir::Provider::apiKey:
      return apiKey;
    case ir::Provider::identityPool:
      return guest || identityPool;
    case ir::Provider::userPools:
      return userPool || !ownerFields.empty();
    case ir::Provider::oidc:
    case ir::Provider::function:
      break;
  }
  return false;
}

bool grants(const ir::Rule& rule, Operation operation) {
  static constexpr std::array by_default = {
      Operation::create, Operation::update, Operation::delete_, Operation::read
  };
  const auto matches = [&](Operation granted) {
    return granted == operation || (granted == Operation::read && is_reading(operation));
  };
  return rule.operations.empty() ? std::ranges::any_of(by_default, matches)
                                 : std::ranges::any_of(rule.operations, matches);
}

Access access(const ir::Model& model, std::initializer_list<Operation> operations) {
  Access result;
  for (const ir::Rule& rule : model.rules) {
    if (std::ranges::any_of(operations, [&](Operation o) { return grants(rule, o); }))
      add(result, rule);
  }
  return result;
}

Access access(const ir::Model& model) {
  Access result;
  for (const ir::Rule& rule : model.rules)
    add(result, rule);
  return result;
}

}  // namespace amplify::appsync
