// SPDX-License-Identifier: Apache-2.0
#include "schema/record/json.hpp"

#include "schema/record/text.hpp"

#include <amplify/schema/checks/formats.hpp>

#include <cmath>
#include <limits>

namespace amplify::detail {
namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

constexpr auto no_enum_value = static_cast<std::uint32_t>(-1);

Json scalar_json(ir::Scalar scalar, const void* value) {
  switch (scalar) {
    case ir::Scalar::integer:
      return as<std::int32_t>(value);
    case ir::Scalar::timestamp:
      return as<AWSTimestamp>(value).seconds();
    case ir::Scalar::float_:
      return as<double>(value);
    case ir::Scalar::boolean:
      return as<bool>(value);
    default:
      return text_of(scalar, value);
  }
}

bool is_missing(const value_type& type, const void* value) {
  switch (type.kind) {
    case value_kind::scalar:
      return keeps_text(type.scalar) && text_of(type.scalar, value).empty();
    case value_kind::optional:
      return type.container->size(value) == 0;
    default:
      return false;
  }
}

/// Reads one value; collects what is wrong.
class Reader {
 public:
  Reader(std::vector<JsonFault>& faults, const std::string& path) : faults_(faults), path_(path) {}

  void read(const value_type& type, void* value, const Json& json) {
    switch (type.kind) {
      case value_kind::scalar:
        return read_scalar(type.scalar, value, json);
      case value_kind::enumeration:
        return read_enum(type, value, json);
      case value_kind::optional_enumeration:
        if (!json.is_null()) return read_enum(type, value, json);
        *static_cast<std::uint32_t*>(value) = no_enum_value;
        return;
      case value_kind::record:
        return read_record(*type.record, value, json, path_, faults_);
      case value_kind::optional:
        type.container->clear(value);
        if (!json.is_null()) read(*type.element, type.container->add(value), json);
        return;
      case value_kind::list:
        return read_list(type, value, json);
      case value_kind::connection:
        return read_connection(type, value, json);
      case value_kind::bits:
        return read_bits(value, json);
      case value_kind::none:
        break;
    }
  }

 private:
  void fault(std::string message) { faults_.push_back({path_, std::move(message)}); }

  void read_scalar(ir::Scalar scalar, void* value, const Json& json) {
    if (json.is_null()) return fault("is null");
    switch (scalar) {
      case ir::Scalar::integer:
        if (is_whole(
                json, std::numeric_limits<std::int32_t>::min(),
                std::numeric_limits<std::int32_t>::max()
            ))
          *static_cast<std::int32_t*>(value) = static_cast<std::int32_t>(json.get<double>());
        else
          fault("is no whole number of 32 bits");
        return;
      case ir::Scalar::timestamp:
        if (json.is_number_integer() && !is_huge(json))
          *static_cast<AWSTimestamp*>(value) = AWSTimestamp(json.get<std::int64_t>());
        else
          fault("is no whole number of seconds");
        return;
      case ir::Scalar::float_:
        if (json.is_number())
          *static_cast<double*>(value) = json.get<double>();
        else
          fault("is no number");
        return;
      case ir::Scalar::boolean:
        if (json.is_boolean())
          *static_cast<bool*>(value) = json.get<bool>();
        else
          fault("is neither true nor false");
        return;
      case ir::Scalar::json:
        // AppSync hands it to functions as what it says, to clients as a text that says it.
        if (json.is_string() && set_text(scalar, value, json.get_ref<const std::string&>())) return;
        set_text(scalar, value, print_json(json));
        return;
      case ir::Scalar::id:
        // GraphQL takes whole numbers for IDs.
        if (json.is_number_integer())
          return static_cast<void>(set_text(scalar, value, print_json(json)));
        [[fallthrough]];
      default:
        if (!json.is_string())
          fault("is no text");
        else if (!set_text(scalar, value, json.get_ref<const std::string&>()))
          fault(
              "`" + json.get<std::string>() + "` is no " + std::string(builder_of(scalar)) + ": " +
              std::string(example_of(scalar))
          );
    }
  }

  /// `5.0` is as whole as `5`.
  static bool is_whole(const Json& json, double least, double most) {
    if (!json.is_number()) return false;
    const auto number = json.get<double>();
    return std::trunc(number) == number && number >= least && number <= most;
  }
  static bool is_huge(const Json& json) {
    return json.is_number_unsigned() &&
           json.get<std::uint64_t>() >
               static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  }

  void read_enum(const value_type& type, void* value, const Json& json) {
    if (json.is_null()) return fault("is null");
    if (!json.is_string()) return fault("is no text");
    const auto& text = json.get_ref<const std::string&>();
    std::string known;
    for (std::uint32_t i = 0; i < type.name_count; ++i) {
      if (type.names[i] == text) {
        *static_cast<std::uint32_t*>(value) = i;
        return;
      }
      known += (known.empty() ? "" : ", ") + std::string(type.names[i]);
    }
    fault("`" + text + "` is no value of the enum: there are " + known);
  }

  void read_list(const value_type& type, void* value, const Json& json) {
    type.container->clear(value);
    if (json.is_null()) return fault("is null");
    if (!json.is_array()) return fault("is no list");
    for (std::size_t i = 0; i < json.size(); ++i)
      read_value(
          *type.element, type.container->add(value), json[i], path_ + "[" + std::to_string(i) + "]",
          faults_
      );
  }

  void read_connection(const value_type& type, void* value, const Json& json) {
    if (json.is_null()) return fault("is null");
    if (!json.is_object() || !json.contains("items")) return fault("has no items");
    type.container->clear(value);
    const Json& items = json["items"];
    if (!items.is_array()) return fault("is no list");
    for (std::size_t i = 0; i < items.size(); ++i)
      // An item that the caller may not read is null.
      if (!items[i].is_null())
        read_value(
            *type.element, type.container->add(value), items[i],
            path_ + "[" + std::to_string(i) + "]", faults_
        );
  }

  void read_bits(void* value, const Json& json) {
    auto& bits = *static_cast<std::vector<bool>*>(value);
    bits.clear();
    if (json.is_null()) return fault("is null");
    if (!json.is_array()) return fault("is no list");
    for (std::size_t i = 0; i < json.size(); ++i) {
      bool bit = false;
      read_value(
          scalar_values[static_cast<std::size_t>(ir::Scalar::boolean)][0], &bit, json[i],
          path_ + "[" + std::to_string(i) + "]", faults_
      );
      bits.push_back(bit);
    }
  }

  std::vector<JsonFault>& faults_;
  const std::string& path_;
};

Json list_json(const value_type& type, const void* value) {
  Json list = Json::array();
  for (std::size_t i = 0; i < type.container->size(value); ++i)
    list.push_back(value_json(*type.element, type.container->at(value, i)));
  return list;
}

bool may_be_missing(const record_field& field) {
  return field.read_only || field.type->kind == value_kind::optional ||
         field.type->kind == value_kind::optional_enumeration;
}

}  // namespace

Json value_json(const value_type& type, const void* value) {
  switch (type.kind) {
    case value_kind::scalar:
      return scalar_json(type.scalar, value);
    case value_kind::enumeration:
    case value_kind::optional_enumeration: {
      const auto index = as<std::uint32_t>(value);
      return index == no_enum_value ? Json() : Json(type.names[index]);
    }
    case value_kind::record:
      return record_json(*type.record, value);
    case value_kind::optional:
      return type.container->size(value) == 0
                 ? Json()
                 : value_json(*type.element, type.container->at(value, 0));
    case value_kind::list:
      return list_json(type, value);
    case value_kind::connection:
      return {{"items", list_json(type, value)}};
    case value_kind::bits:
      return as<std::vector<bool>>(value);
    case value_kind::none:
      break;
  }
  return {};
}

Json record_json(const record_type& type, const void* record) {
  const auto places = places_of(type, record);
  Json json = Json::object();
  for (std::uint32_t i = 0; i < type.count; ++i) {
    const record_field& field = type.fields()[i];
    if (field.type->kind == value_kind::none) continue;
    if (field.read_only && is_missing(*field.type, places[i])) continue;
    json[std::string(field.name)] = value_json(*field.type, places[i]);
  }
  return json;
}

void read_value(
    const value_type& type, void* value, const Json& json, const std::string& path,
    std::vector<JsonFault>& faults
) {
  Reader(faults, path).read(type, value, json);
}

void read_record(
    const record_type& type, void* record, const Json& json, const std::string& path,
    std::vector<JsonFault>& faults
) {
  if (!json.is_object())
    return faults.push_back({path, json.is_null() ? "is null" : "is no object"});
  const auto places = places_of(type, record);
  for (std::uint32_t i = 0; i < type.count; ++i) {
    const record_field& field = type.fields()[i];
    if (field.type->kind == value_kind::none) continue;
    const std::string name(field.name);
    const std::string below = path.empty() ? name : path + "." + name;
    const auto found = json.find(name);
    // The places are those of a record that isn't const.
    if (found != json.end() && !(field.read_only && found->is_null()))
      read_value(*field.type, const_cast<void*>(places[i]), *found, below, faults);
    else if (!may_be_missing(field))
      faults.push_back({below, "is missing"});
  }
}

Json parse_json(std::string_view text) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    // Without the library's own "[json.exception.parse_error.101] ".
    const std::string_view message = error.what();
    throw JsonError("", "is no JSON: " + std::string(message.substr(message.find("] ") + 2)));
  }
}

std::string print_json(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const value_type& type, const void* value) {
  return print_json(value_json(type, value));
}

std::string to_json(const record_type& type, const void* record) {
  return print_json(record_json(type, record));
}

void from_json(const record_type& type, void* record, std::string_view text) {
  std::vector<JsonFault> faults;
  read_record(type, record, parse_json(text), "", faults);
  if (!faults.empty()) throw JsonError(std::move(faults));
}

}  // namespace amplify::detail
