// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"
#include "data/sdl/faults.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::sdl {

/// What a directive stands on.
enum class Site { model, customType, modelField, customTypeField, operation, input, enumeration };

/// Reports directives that aren't Amplify's, don't belong on the site or aren't supported, and
/// arguments that are unknown, missing, twice or of the wrong type. True if there were none.
bool check_directives(
    const std::vector<Directive>& directives, Site site, const std::string& where, Faults& faults
);

/// The first of this name, or null.
const Directive* find(const std::vector<Directive>& directives, std::string_view name);

/// The argument's value, or null.
const Value* argument(const Directive& directive, std::string_view name);
const Value* member(const Value& object, std::string_view name);

/// The text of a string argument; empty without it.
std::string text(const Directive& directive, std::string_view name);
/// The texts of a list of strings. GraphQL takes a single string for a list of one.
std::vector<std::string> texts(const Value* value);

}  // namespace amplify::sdl
