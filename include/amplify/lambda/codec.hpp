// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/context.hpp>

#include <concepts>
#include <string>
#include <string_view>

namespace amplify::lambda {

/// How a type is read from a payload, or written as a result. `<amplify/lambda/json.hpp>` has it
/// for every type that nlohmann/json converts.
///
/// `decode` throws `InvalidPayloadError`. `encode` gets the payload that the result answers.
template <class T>
struct Codec;

/// An event of the library: its header declares `decodePayload`.
template <class T>
  requires requires(std::string_view payload, T& event) { decodePayload(payload, event); }
struct Codec<T> {
  static T decode(std::string_view payload) {
    T event;
    decodePayload(payload, event);
    return event;
  }
};

/// A result of the library: its header declares `encodeResult`.
template <class T>
  requires requires(const T& result, std::string_view payload) { encodeResult(result, payload); }
struct Codec<T> {
  static std::string encode(const T& result, std::string_view payload) {
    return encodeResult(result, payload);
  }
};

template <>
struct Codec<JsonText> {
  static JsonText decode(std::string_view payload) { return {std::string(payload)}; }
  static std::string encode(const JsonText& result, std::string_view) { return result.text; }
};

template <class T>
concept Decodable = requires(std::string_view payload) {
  { Codec<T>::decode(payload) } -> std::same_as<T>;
};

template <class T>
concept Encodable = requires(const T& result, std::string_view payload) {
  { Codec<T>::encode(result, payload) } -> std::same_as<std::string>;
};

}  // namespace amplify::lambda
