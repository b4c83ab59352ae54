// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::check {

using Json = nlohmann::json;

/// What is at a path of keys, such as `Policies.PasswordPolicy`; null where nothing is.
const Json& at(const Json& value, std::string_view path);

inline bool is_true(const Json& value) { return value.is_boolean() && value.get<bool>(); }
inline bool is_false(const Json& value) { return value.is_boolean() && !value.get<bool>(); }

/// A list's elements; of anything else but null, the value itself: policies leave out brackets.
std::vector<const Json*> elements(const Json& value);

/// How many bytes a value takes once it is deployed, as JSON. What references stand for isn't
/// known, so that is an estimate.
std::size_t deployed_size(const Json& value);

/// Calls `visit` with each text in the value and the path to it.
void for_each_text(
    const Json& value,
    const std::function<void(const std::string& path, const std::string& text)>& visit
);

}  // namespace amplify::check
