// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/context.hpp>
#include <amplify/lambda/error.hpp>
#include <amplify/lambda/values.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::lambda {

/// A place in a payload. What isn't there, or is null, reads as empty, unless it is required.
class Reader {
 public:
  using json = nlohmann::json;

  /// The whole payload. Errors: InvalidPayloadError.
  static json parse(std::string_view payload);

  explicit Reader(const json& value, std::string path = {})
      : value_(&value), path_(std::move(path)) {}

  bool isThere() const { return !value_->is_null(); }
  Reader operator[](const char* name) const;

  /// Errors: InvalidPayloadError if it isn't there, or is no text.
  std::string required(const char* name) const;
  /// The text; a number or a boolean as JSON has it.
  std::string text(const char* name) const;
  std::int64_t integer(const char* name) const;
  double number(const char* name) const;
  bool boolean(const char* name) const;
  /// Null if it isn't there.
  JsonText raw(const char* name) const;
  std::vector<std::string> texts(const char* name) const;
  /// Values of an object that are no texts are given as JSON.
  template <class Map>
  Map map(const char* name) const {
    Map result;
    const Reader object = (*this)[name];
    if (!object.isThere()) return result;
    object.expect(object.value_->is_object(), "no object");
    for (const auto& [key, value] : object.value_->items())
      if (!value.is_null()) result.emplace(key, as_text(value));
    return result;
  }
  /// Calls `read` with a reader of each element, and collects what it returns. Errors:
  /// InvalidPayloadError if it is no list.
  template <class F>
  auto list(const char* name, F read) const {
    std::vector<decltype(read(*this))> result;
    const Reader elements = (*this)[name];
    elements.expect(elements.value_->is_array(), "no list");
    std::size_t index = 0;
    for (const json& element : *elements.value_)
      result.push_back(read(Reader(element, elements.path_ + "[" + std::to_string(index++) + "]")));
    return result;
  }

  const json& value() const { return *value_; }
  const std::string& path() const { return path_; }
  /// Errors: InvalidPayloadError with the place, unless `good`.
  void expect(bool good, const char* otherwise) const;
  static std::string as_text(const json& value);
  static JsonText as_json(const json& value);

 private:
  const json* value_;
  std::string path_;
};

}  // namespace amplify::lambda
