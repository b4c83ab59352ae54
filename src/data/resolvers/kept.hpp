// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

/// The JavaScript of what the API keeps in the fields that options of a model add. All of it is
/// empty for models without the option.
namespace amplify::appsync {

/// The members of a new item, a line each: `version: 1,`.
std::string kept_of_new(const ir::Model& model);

/// The members of a change, each after a comma.
std::string kept_of_change(const ir::Model& model);

/// `callerOf(ctx)`: who calls, as it is stored.
std::string caller_function(const ir::Model& model);

/// The condition that the item isn't deleted, or is.
std::string presence_condition(const ir::Model& model, bool present);

/// An expression for the item, or null if it is deleted; the item alone if that can't be.
std::string present_item(const ir::Model& model, std::string_view item);

/// `toUpdate(changes)`: the update of an item, which counts its version.
std::string to_update_function(const ir::Model& model, bool composites);

/// `hasVersion(version)`: the condition that the item has this version; and `isOutdated(item,
/// version)`.
std::string version_functions(const ir::Model& model);

/// The statement that tells a failed condition about the version from others.
std::string version_conflict(const ir::Model& model);

/// How clients see a kept field whose stored value this is; nothing if they see it as it is stored.
std::string kept_value(const ir::Field& field, const std::string& stored);

/// `shown(caller)`, which `kept_value` uses.
std::string shown_function(const ir::Model& model);

}  // namespace amplify::appsync
