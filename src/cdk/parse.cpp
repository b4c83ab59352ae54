// SPDX-License-Identifier: Apache-2.0
#include "cdk/data.hpp"

#include <amplify/error.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace amplify::cdk {
namespace {

using detail::Data;
using nlohmann::json;

const Data* convert(const json& value);

const Data* convert_list(const json& value) {
  std::vector<const Data*> elements;
  elements.reserve(value.size());
  for (const auto& element : value)
    elements.push_back(convert(element));
  return detail::make_list(elements);
}

const Data* convert_object(const json& value) {
  std::vector<detail::Member> members;
  members.reserve(value.size());
  for (const auto& [key, member] : value.items())
    members.push_back({key, convert(member)});
  return detail::make_object(members);
}

const Data* convert(const json& value) {
  switch (value.type()) {
    case json::value_t::boolean:
      return detail::make_boolean(value.get<bool>());
    case json::value_t::string:
      return detail::make_string(value.get_ref<const std::string&>());
    case json::value_t::array:
      return convert_list(value);
    case json::value_t::object:
      return convert_object(value);
    case json::value_t::number_float:
      return detail::make_number(value.get<double>());
    case json::value_t::number_integer:
      return detail::make_integer(value.get<std::int64_t>());
    case json::value_t::number_unsigned:
      if (value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
        return detail::make_number(value.get<double>());
      }
      return detail::make_integer(value.get<std::int64_t>());
    default:
      return detail::make_null();
  }
}

/// The parser's sentence without its prefix "[json.exception…] parse error at line 1, column 2: ".
std::string reason(std::string_view text) {
  const auto column = text.find("column ");
  const auto start = column == std::string_view::npos ? text.find("] ") : text.find(": ", column);
  return std::string(start == std::string_view::npos ? text : text.substr(start + 2));
}

Diagnostic invalid(std::string_view text, std::size_t byte, std::string_view why) {
  const auto before = text.substr(0, byte == 0 ? 0 : std::min(byte - 1, text.size()));
  const auto line = 1 + std::ranges::count(before, '\n');
  const auto column = before.size() - (before.rfind('\n') + 1) + 1;  // npos + 1 is 0
  return {
      .code = "InvalidJsonError",
      .where = fmt::format("line {}, column {}", line, column),
      .message = "the text is not JSON: " + reason(why),
  };
}

}  // namespace

Json Json::parse(std::string_view text) {
  try {
    return detail::Access::make<Json>(convert(json::parse(text)));
  } catch (const json::parse_error& error) {
    throw UserError(invalid(text, error.byte, error.what()));
  } catch (const json::out_of_range& error) {  // a number that no double holds; it has no position
    throw UserError(invalid(text, 0, error.what()));
  }
}

}  // namespace amplify::cdk
