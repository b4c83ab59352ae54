// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/resolvers/grants.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The JavaScript of a resolver that decides who is let in. AppSync has already turned away callers
/// whose kind of sign-in the field's directives don't name.
namespace amplify::appsync {

/// `rulesFor(ctx)`: the rules that let the caller in, and what that needs. One with a `field` holds
/// for the items that have one of its `values` there.
std::string rules_function(const std::vector<Grant>& grants);
/// The same for several sets of rules, each by the name of its function.
std::string rules_functions(
    std::initializer_list<std::pair<std::string_view, const std::vector<Grant>&>> functions
);

/// `holds(rule, item)`. Empty when no rule is about items.
std::string holds_function(const std::vector<Grant>& grants);

/// `filterOf(rules)`: a filter for the items for which one of the rules holds. Empty when no rule
/// is about items.
std::string filter_function(const std::vector<Grant>& grants);

/// The statements that turn away callers for whom there is no rule, of those that `rules` gives.
/// They leave `rules` if rules are about items.
std::string refuse_strangers(const std::vector<Grant>& grants, std::string_view rules = {});

/// `settle(rules, key)`: the rules, once it is known what the items have in their key. DynamoDB
/// takes no filters on keys.
std::string settle_function(const std::vector<Grant>& grants);

/// Names of the API's environment variables that the code reads from `ctx.env`.
namespace environment {
inline constexpr const char* authenticated_role_arn = "AUTHENTICATED_ROLE_ARN";
inline constexpr const char* unauthenticated_role_arn = "UNAUTHENTICATED_ROLE_ARN";
inline constexpr const char* identity_pool_id = "IDENTITY_POOL_ID";
}  // namespace environment

}  // namespace amplify::appsync
