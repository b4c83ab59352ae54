// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/graphql.hpp"

#include <amplify/schema/definition.hpp>

#include <string>
#include <vector>

/// The inputs with which clients filter by a field's value.
namespace amplify::appsync {

/// The filter input of a field in queries and conditions: `ModelStringInput`,
/// `ModelPostStatusInput`, `ModelPostStatusListInput`.
std::string filter_input(const ir::Type& type);
/// The filter input of a field in subscriptions: `ModelSubscriptionStringInput`.
std::string subscription_filter_input(const ir::Type& type);
/// What `filter_input` names for an enum: `{eq ne}`, or of a list `{eq ne contains notContains}`.
graphql::Type enum_filter_input(const ir::Type& type);

/// The input that compares a sort key: `ModelStringKeyConditionInput`. Enums compare as strings.
std::string key_condition_input(const ir::Type& type);
/// All that `key_condition_input` names.
std::vector<graphql::Type> key_condition_types();

/// The type of a part of a composite sort key. The last one is compared as a string or number.
std::string composite_key_part(const ir::Type& type, bool last);
/// `{eq le lt ge gt between beginsWith}` on an input of several keys.
graphql::Type composite_key_condition(std::string name, const std::string& key_input);

/// The types that every API has, whether its models use them or not.
std::vector<graphql::Type> standard_types();

}  // namespace amplify::appsync
