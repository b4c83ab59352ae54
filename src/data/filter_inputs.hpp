// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/graphql.hpp"

#include <amplify/schema/definition.hpp>

#include <string>
#include <vector>

/// The inputs with which clients filter by a field's value.
namespace amplify::appsync {

/// The filter input of a field in queries and conditions: `ModelStringInput`,
/// `ModelPostStatusInput`.
std::string filter_input(const ir::Field& field);
/// The filter input of a field in subscriptions: `ModelSubscriptionStringInput`.
std::string subscription_filter_input(const ir::Field& field);
/// `{eq ne}` on an enum.
graphql::Type enum_filter_input(const ir::EnumType& enumeration);

/// The types that every API has, whether its models use them or not.
std::vector<graphql::Type> standard_types();

}  // namespace amplify::appsync
