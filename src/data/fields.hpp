// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

/// What a model's fields become: questions that the GraphQL schema, the introspection and the
/// resolvers all ask.
namespace amplify::appsync {

/// The declared field of this name, or null.
const ir::Field* find_field(const ir::Model& model, std::string_view name);

/// Whether the model has a key field of its own. Its list query then takes the key too.
inline bool declares_id(const ir::Model& model) { return find_field(model, "id") != nullptr; }

/// The GraphQL type of the key field, without `!`.
std::string key_type(const ir::Model& model);

/// The owner fields that rules add to the model without being declared, each once, in the order of
/// the rules.
std::vector<std::string> implicit_owner_fields(const ir::Model& model);

/// `String`, `PostStatus`: without list and nullability.
std::string named_type(const ir::Field& field);

/// The field's type as GraphQL writes it: `[String!]!`.
std::string graphql_type(const ir::Field& field);

}  // namespace amplify::appsync
