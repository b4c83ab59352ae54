// SPDX-License-Identifier: Apache-2.0
#include "lambda/reader.hpp"

namespace amplify::lambda {
namespace {

const nlohmann::json nothing;

}  // namespace

Reader::json Reader::parse(std::string_view payload) {
  try {
    return json::parse(payload);
  } catch (const json::parse_error& error) {
    // Without the library's own "[json.exception.parse_error.101] ".
    const std::string_view text = error.what();
    throw InvalidPayloadError(
        "the payload is no JSON: " + std::string(text.substr(text.find("] ") + 2))
    );
  }
}

Reader Reader::operator[](const char* name) const {
  std::string path = path_.empty() ? name : path_ + "." + name;
  if (!isThere()) return Reader(nothing, std::move(path));
  expect(value_->is_object(), "no object");
  const auto found = value_->find(name);
  return Reader(found != value_->end() ? *found : nothing, std::move(path));
}

std::string Reader::required(const char* name) const {
  const Reader text = (*this)[name];
  text.expect(text.isThere(), "missing");
  text.expect(text.value_->is_string(), "no text");
  return text.value_->get<std::string>();
}

std::string Reader::text(const char* name) const {
  const Reader text = (*this)[name];
  return text.isThere() ? as_text(*text.value_) : std::string();
}

std::int64_t Reader::integer(const char* name) const {
  const Reader number = (*this)[name];
  if (!number.isThere()) return 0;
  number.expect(number.value_->is_number(), "no number");
  return number.value_->get<std::int64_t>();
}

double Reader::number(const char* name) const {
  const Reader number = (*this)[name];
  if (!number.isThere()) return 0;
  number.expect(number.value_->is_number(), "no number");
  return number.value_->get<double>();
}

bool Reader::boolean(const char* name) const {
  const Reader boolean = (*this)[name];
  if (!boolean.isThere()) return false;
  boolean.expect(boolean.value_->is_boolean(), "neither true nor false");
  return boolean.value_->get<bool>();
}

JsonText Reader::raw(const char* name) const { return as_json(*(*this)[name].value_); }

std::vector<std::string> Reader::texts(const char* name) const {
  std::vector<std::string> result;
  const Reader list = (*this)[name];
  if (!list.isThere()) return result;
  list.expect(list.value_->is_array(), "no list");
  for (const json& element : *list.value_)
    result.push_back(as_text(element));
  return result;
}

void Reader::expect(bool good, const char* otherwise) const {
  if (!good)
    throw InvalidPayloadError((path_.empty() ? "the payload" : path_) + " is " + otherwise);
}

std::string Reader::as_text(const json& value) {
  return value.is_string() ? value.get<std::string>() : as_json(value).text;
}

JsonText Reader::as_json(const json& value) {
  return {value.dump(-1, ' ', false, json::error_handler_t::replace)};
}

}  // namespace amplify::lambda
