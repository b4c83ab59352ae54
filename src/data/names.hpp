// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schema/words.hpp"

#include <amplify/schema/types.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Names of everything that Amplify derives from a model's name. Clients depend on them.
namespace amplify::appsync {

using ir::capitalized;
using ir::index_name;
using ir::uncapitalized;

/// The GraphQL type of a scalar: `AWSDateTime` for `datetime`.
std::string_view graphql_scalar(ir::Scalar scalar);

/// As written in an `@auth` rule: `private`.
std::string_view strategy_name(ir::Allow allow);
std::string_view provider_name(ir::Provider provider);
/// Whether Amplify writes the provider into the rule, or leaves it to the strategy to imply it.
bool states_provider(ir::Allow allow, ir::Provider provider);

/// As written in `.to("…")` and in an `@auth` rule.
std::string_view operation_name(ir::Operation operation);

/// As in `a.minLength(3)` and `@validate`.
std::string_view constraint_name(ir::Constraint constraint);

/// `listPosts`.
std::string list_query(std::string_view model);
/// `listDeletedPosts`.
std::string deleted_query(std::string_view model);

/// Names put together as Amplify does: `day`, `seq` → `daySeq`.
std::string camel_case(const std::vector<std::string>& names);

/// The subscription to a mutation: `createPost` → `onCreatePost`. At most 50 characters, as AppSync
/// allows: longer names keep 45 and get 5 of their md5.
std::string subscription_field(std::string_view mutation_field);

}  // namespace amplify::appsync
