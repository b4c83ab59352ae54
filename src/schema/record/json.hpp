// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/record_type.hpp>
#include <amplify/schema/json_error.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace amplify::detail {

using Json = nlohmann::ordered_json;

Json value_json(const value_type& type, const void* value);
Json record_json(const record_type& type, const void* record);

/// Fills a value in. What is wrong goes to `faults`, with its path below `path`.
void read_value(
    const value_type& type, void* value, const Json& json, const std::string& path,
    std::vector<JsonFault>& faults
);
void read_record(
    const record_type& type, void* record, const Json& json, const std::string& path,
    std::vector<JsonFault>& faults
);

/// Throws JsonError for what is no JSON.
Json parse_json(std::string_view text);
/// On one line. Bytes that are no UTF-8 are replaced.
std::string print_json(const Json& json);

}  // namespace amplify::detail
