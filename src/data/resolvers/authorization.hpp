// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/access.hpp"

#include <string>

/// The JavaScript of a resolver that decides who is let in. AppSync has already turned away callers
/// whose kind of sign-in the field's directives don't name.
namespace amplify::appsync {

/// Of the callers whom `one` and `other` both let in. Who passes one as any user may pass the other
/// as the owner.
Access both(const Access& one, const Access& other);

/// `isAllowed(ctx)`: whether a rule lets the caller in, whatever the item holds. Callers who are in
/// `access` but not in `emptying` may not take a field's value away: `empties(ctx)`.
std::string is_allowed_function(const Access& access, const Access& emptying);
inline std::string is_allowed_function(const Access& access) {
  return is_allowed_function(access, access);
}

/// `ownerForms(ctx)`: the ways in which an item may name the caller as its owner. Empty when no
/// rule is about owners. `emptying` as above.
std::string owner_forms_function(const Access& access, const Access& emptying);
inline std::string owner_forms_function(const Access& access) {
  return owner_forms_function(access, access);
}

/// `empties(ctx)`: whether an update takes a field's value away. Empty when whoever is in `access`
/// may do that.
std::string empties_function(const Access& access, const Access& emptying);

/// `isOwned(item, forms)`: whether the item names one of the forms as its owner. Empty when no rule
/// is about owners.
std::string is_owned_function(const Access& access);

/// A GraphQL filter in JavaScript that matches the items of the owner `forms`.
std::string owner_filter(const Access& access);

/// Names of the API's environment variables that the code reads from `ctx.env`.
namespace environment {
inline constexpr const char* authenticated_role_arn = "AUTHENTICATED_ROLE_ARN";
inline constexpr const char* unauthenticated_role_arn = "UNAUTHENTICATED_ROLE_ARN";
inline constexpr const char* identity_pool_id = "IDENTITY_POOL_ID";
}  // namespace environment

}  // namespace amplify::appsync
