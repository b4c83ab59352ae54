// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/error.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

// Events and results of any type that nlohmann/json converts, `nlohmann::json` itself included. It
// takes seconds to compile, so no other header includes it.

namespace amplify::lambda {

/// Reads a part of an event: `parse<Arguments>(event.arguments)`. Errors: InvalidPayloadError.
template <class T = nlohmann::json>
T parse(std::string_view text) {
  try {
    return nlohmann::json::parse(text).template get<T>();
  } catch (const nlohmann::json::exception& error) {
    throw InvalidPayloadError(error.what());
  }
}
template <class T = nlohmann::json>
T parse(const JsonText& json) {
  return parse<T>(std::string_view(json.text));
}

template <class T>
  requires requires(const nlohmann::json& json) { json.get<T>(); } ||
           requires(nlohmann::json& json, const T& value) { json = value; }
struct Codec<T> {
  static T decode(std::string_view payload)
    requires requires(const nlohmann::json& json) { json.get<T>(); }
  {
    return parse<T>(payload);
  }
  static std::string encode(const T& result, std::string_view)
    requires requires(nlohmann::json& json, const T& value) { json = value; }
  {
    return nlohmann::json(result).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
};

}  // namespace amplify::lambda
