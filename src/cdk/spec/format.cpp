// SPDX-License-Identifier: Apache-2.0
#include "cdk/spec/format.hpp"

#include <algorithm>
#include <charconv>

namespace amplify::cdk::spec {
namespace {

std::optional<double> bound(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

/// `1..128`
Bounds bounds(std::string_view text) {
  const auto dots = text.find("..");
  return {.low = bound(text.substr(0, dots)), .high = bound(text.substr(dots + 2))};
}

struct Names {
  std::string_view name;
  std::string_view cxx;
};

/// `Name` or `Name=cxx`.
Names names(std::string_view entry) {
  const auto equals = entry.find('=');
  if (equals == std::string_view::npos) return {entry, {}};
  return {entry.substr(0, equals), entry.substr(equals + 1)};
}

Names names_with_default(std::string_view entry) {
  const auto found = names(entry);
  return {found.name, found.cxx.empty() ? found.name : found.cxx};
}

/// What follows `key` in the fact; nothing when it is another.
std::optional<std::string_view> fact_of(std::string_view fact, std::string_view key) {
  if (!fact.starts_with(key)) return std::nullopt;
  return fact.substr(key.size());
}

Property property(const std::vector<std::string_view>& fields) {
  const auto [name, cxx] = names(fields.at(1));
  Property result{.name = name, .cxx = cxx, .type = fields.at(2)};
  if (const char last = result.type.back(); last == '~' || last == '?') {
    result.replacement = last;
    result.type.remove_suffix(1);
  }
  if (result.type.back() == '!') {
    result.required = true;
    result.type.remove_suffix(1);
  }
  for (const auto field : fields) {
    if (const auto values = fact_of(field, "values=")) result.values = split(*values, '|');
    if (const auto length = fact_of(field, "length=")) result.length = bounds(*length);
    if (const auto range = fact_of(field, "range=")) result.range = bounds(*range);
    if (const auto pattern = fact_of(field, "pattern=")) result.pattern = *pattern;
  }
  return result;
}

ResourceType resource(const std::vector<std::string_view>& fields) {
  const auto [name, cxx] = names_with_default(fields.at(1));
  ResourceType result{.name = name, .cxx = cxx};
  for (const auto field : fields) {
    if (const auto ref = fact_of(field, "ref=")) result.ref = split(*ref, '|');
    if (const auto tags = fact_of(field, "tags=")) {
      const auto colon = tags->find(':');
      result.tags_property = tags->substr(0, colon);
      result.tags_form = tags->substr(colon + 1);
    }
  }
  return result;
}

/// Where in a text of alternatives the first ends.
std::size_t end_of_first(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (text[i] == '|' && depth == 0) return i;
  }
  return text.size();
}

}  // namespace

const Type* ResourceType::find(std::string_view cxx_name) const {
  const auto found = std::ranges::find(types, cxx_name, &Type::cxx);
  return found != types.end() ? &*found : nullptr;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

ResourceType parse_resource(std::string_view lines) {
  ResourceType result{};
  std::vector<Property>* properties = &result.properties;
  for (const auto line : split(lines, '\n')) {
    if (line.empty()) continue;
    const auto fields = split(line, '\t');
    const auto kind = fields.front();
    if (kind == "resource") {
      result = resource(fields);
    } else if (kind == "type") {
      properties = &result.types.emplace_back(names_with_default(fields.at(1)).cxx).properties;
    } else if (kind == "attribute") {
      const auto [name, cxx] = names(fields.at(1));
      result.attributes.push_back({.name = name, .cxx = cxx, .type = fields.at(2)});
    } else {
      properties->push_back(property(fields));
    }
  }
  return result;
}

TypeText parse_type(std::string_view text) {
  const auto inner = text.size() > 2 ? text.substr(1, text.size() - 2) : std::string_view();
  switch (text.front()) {
    case '[':
      return {TypeText::Kind::list, {inner}};
    case '{':
      return {TypeText::Kind::map, {inner}};
    case '(': {
      TypeText result{TypeText::Kind::either, {}};
      for (auto rest = inner;;) {
        const auto end = end_of_first(rest);
        result.parts.push_back(rest.substr(0, end));
        if (end == rest.size()) return result;
        rest.remove_prefix(end + 1);
      }
    }
    default:
      return {TypeText::Kind::simple, {text}};
  }
}

}  // namespace amplify::cdk::spec
