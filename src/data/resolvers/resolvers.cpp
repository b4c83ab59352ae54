// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/operations.hpp"

namespace amplify::appsync {

std::vector<Resolver> resolvers(const ir::Model& model) {
  return {
      get_resolver(model),
      list_resolver(model),
      create_resolver(model),
      update_resolver(model),
      delete_resolver(model),
      subscription_resolver(model, "create"),
      subscription_resolver(model, "update"),
      subscription_resolver(model, "delete"),
  };
}

}  // namespace amplify::appsync
