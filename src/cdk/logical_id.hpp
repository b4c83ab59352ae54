// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/node.hpp"

#include <span>
#include <string>
#include <string_view>

namespace amplify::cdk {

/// The letters and digits of `text`.
std::string alphanumeric(std::string_view text);
bool is_logical_id(std::string_view text);

/// The id that the CDK makes from a path: readable part, then 8 digits of the path's hash.
std::string unique_id(std::span<const std::string_view> path);

/// Of a resource, output or parameter in its stack's template.
std::string logical_id_of(const detail::ConstructNode& node);
/// A stack's physical name, which it has in the manifest too: what the cdk CLI lists.
std::string stack_name_of(const detail::ConstructNode& stack);

/// What a value is called when it is passed between stacks: the same in every stack it passes.
std::string crossing_name(const detail::Reference& reference);

}  // namespace amplify::cdk
