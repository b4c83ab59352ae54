// SPDX-License-Identifier: Apache-2.0
#include "testing/json.hpp"

#include "cdk/data.hpp"
#include "cdk/logical_id.hpp"
#include "cdk/node.hpp"

#include <string_view>

namespace amplify::assertions {
namespace {

using cdk::detail::Data;
using cdk::detail::Kind;

class Converter {
 public:
  explicit Converter(References references) : references_(references) {}

  json convert(const cdk::Node& value) const {
    const auto* const data = cdk::detail::Access::data(value);
    return data == nullptr ? json() : convert(*data);
  }

 private:
  json convert(const Data& data) const {
    switch (data.kind) {
      case Kind::null:
        break;
      case Kind::boolean:
        return data.boolean;
      case Kind::integer:
        return data.integer;
      case Kind::number:
        return data.number;
      case Kind::string:
        return std::string(data.string());
      case Kind::list:
        return list(data);
      case Kind::object:
        return object(data);
      case Kind::reference:
        return reference(*data.reference);
      case Kind::lazy:
        return convert((*data.function)());
    }
    return nullptr;
  }

  json list(const Data& data) const {
    json result = json::array();
    for (const auto* element : data.list())
      result.push_back(convert(*element));
    return result;
  }

  json object(const Data& data) const {
    json result = json::object();
    for (const auto& [key, value] : data.object())
      result[std::string(key)] = convert(*value);
    return result;
  }

  json reference(const cdk::detail::Reference& reference) const {
    const std::string id = cdk::logical_id_of(*reference.target);
    const std::string attribute(reference.attribute);
    if (references_ == References::with_stack) {
      json place = json::array({reference.target->stack->path(), id});
      if (!attribute.empty()) place.push_back(attribute);
      return {{std::string(located_reference), place}};
    }
    if (attribute.empty()) return {{"Ref", id}};
    return {{"Fn::GetAtt", json::array({id, attribute})}};
  }

  References references_;
};

}  // namespace

json to_json(const cdk::Node& value, References references) {
  return Converter(references).convert(value);
}

std::string print(const json& value, bool indent) {
  return value.dump(indent ? 2 : -1, ' ', false, json::error_handler_t::replace);
}

std::string kind_of(const json& value) {
  switch (value.type()) {
    case json::value_t::null:
      return "null";
    case json::value_t::boolean:
      return "a boolean";
    case json::value_t::string:
      return "a string";
    case json::value_t::array:
      return "a list";
    case json::value_t::object:
      return "an object";
    default:
      return "a number";
  }
}

const json& detail::ValueAccess::of(const Value& value) {
  static const json null;
  return value.data_ == nullptr ? null : *static_cast<const json*>(value.data_.get());
}

}  // namespace amplify::assertions
