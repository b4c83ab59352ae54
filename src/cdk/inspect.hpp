// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/app.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What other layers of the library may see of values and constructs.

namespace amplify::cdk {

std::optional<std::string_view> literal_string(const Node& node);
std::optional<bool> literal_boolean(const Node& node);
std::optional<std::int64_t> literal_integer(const Node& node);
/// The elements of a literal list.
std::optional<std::vector<Json>> literal_list(const Node& node);
/// The member of a literal object; unset when there is none.
Json member(const Node& node, std::string_view key);
/// What a lazy value gives when it is asked now; any other value as it is. For use in lazy values.
Json evaluated(const Node& node);
/// JSON text of a value; where it has tokens, `"<token>"`.
std::string to_text(const Node& node);
/// What `ref()` or `getAtt()` made the value.
std::optional<Construct> target_of(const Node& node);

/// Synthesizes the whole app that the construct is in. Errors: as `App::synth`.
CloudAssembly synth_app_of(const Construct& construct);

/// Every resource in the construct and below, those of nested stacks and these themselves included.
std::vector<Resource> resources_in(const Construct& construct);
std::string logical_id(const Resource& resource);
/// The id that the CDK makes from the whole path.
std::string unique_id(const Construct& construct);

/// Tells by which option the user puts the construct into another stack, for the remedy of cycles:
/// `.resourceGroupName of defineFunction worker`.
void set_placement(const Construct& construct, std::string option);

/// Records a fault of a construct with its path and the user's line, for synthesis to report.
void add_error(
    const Construct& construct, std::string code, std::string message, std::string help = {}
);

}  // namespace amplify::cdk
