// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/types.hpp>

#include <string>
#include <string_view>

/// Names of everything that Amplify derives from a model's name. Clients depend on them.
namespace amplify::appsync {

/// The first letter as a capital, the rest as it is.
std::string capitalized(std::string_view name);

/// The GraphQL type of a scalar: `AWSDateTime` for `datetime`.
std::string_view graphql_scalar(ir::Scalar scalar);

/// As written in `.to("…")` and in an `@auth` rule.
std::string_view operation_name(ir::Operation operation);

/// `listPosts`.
std::string list_query(std::string_view model);

/// The subscription to a mutation: `createPost` → `onCreatePost`. At most 50 characters, as AppSync
/// allows: longer names keep 45 and get 5 of their md5.
std::string subscription_field(std::string_view mutation_field);

}  // namespace amplify::appsync
