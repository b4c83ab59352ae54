// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema/json_error.hpp>
#include <amplify/schema/scalars.hpp>

#include <charconv>
#include <utility>

namespace amplify {

std::optional<AWSTimestamp> AWSTimestamp::parse(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return AWSTimestamp(seconds);
}

std::string AWSTimestamp::text() const { return std::to_string(seconds_); }

JsonError::JsonError(std::string path, std::string message)
    : JsonError(std::vector<JsonFault>{{std::move(path), std::move(message)}}) {}

JsonError::JsonError(std::vector<JsonFault> faults) : faults_(std::move(faults)) {
  for (const JsonFault& fault : faults_) {
    if (!text_.empty()) text_ += "\n";
    if (!fault.path.empty()) text_ += fault.path + ": ";
    text_ += fault.message;
  }
}

}  // namespace amplify
