// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/resolvers/resolver.hpp"

#include <string_view>

/// One function a generated operation.
namespace amplify::appsync {

Resolver get_resolver(const ir::Model& model);
Resolver list_resolver(const ir::Model& model);
Resolver create_resolver(const ir::Model& model);
Resolver update_resolver(const ir::Model& model);
Resolver delete_resolver(const ir::Model& model);
/// The subscription to the mutation whose name starts with `verb`: create, update or delete.
Resolver subscription_resolver(const ir::Model& model, std::string_view verb);

}  // namespace amplify::appsync
