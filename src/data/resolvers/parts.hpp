// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/access.hpp"

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>

/// JavaScript that several operations share.
namespace amplify::appsync {

/// The comment on top of a resolver: what it does and who may call it.
std::string header(std::string_view summary, const Access& access);

/// `toClient(item)`: the item as clients see it. Empty when items go out as they are stored.
std::string to_client_function(const ir::Model& model);
/// `toClient(expression)`, or the expression alone when items go out as they are stored.
std::string to_client(const ir::Model& model, const std::string& expression);

/// `toExpression(filter)`: DynamoDB's form of a GraphQL filter, by `util.transform.<transform>`.
std::string to_expression_function(std::string_view transform);

/// The statements that refuse a caller before the item is known. `forms` holds the caller's owner
/// forms if the access has owners.
std::string refuse_strangers(const Access& access);

}  // namespace amplify::appsync
