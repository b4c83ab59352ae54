// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>

/// The JavaScript of fields that items have under the names that they had at first. All of it is
/// empty, or leaves texts as they are, for models without such fields.
namespace amplify::appsync {

/// An expression for the members of an item by the names of its fields, as they are stored.
std::string stored_fields(const ir::Model& model, std::string_view fields);

/// The function that it calls.
std::string stored_fields_function(const ir::Model& model);

/// An expression for a filter as it is for stored items.
std::string stored_filter(const ir::Model& model, std::string_view filter);

}  // namespace amplify::appsync
