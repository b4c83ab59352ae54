// SPDX-License-Identifier: Apache-2.0
#include "spec.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <stdexcept>

namespace amplify::spec {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

char lower(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}
char upper(char letter) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
}
bool is_capital(char letter) {
  return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

/// `DBName` is dbName, `ARN` arn: spec/import.mjs has the same rule.
std::string property_rule(std::string_view name) {
  std::string result(name);
  const auto end = std::ranges::find_if_not(result, is_capital);
  const auto capitals = end - result.begin();
  const auto lowered = capitals <= 1 || end == result.end() ? capitals : capitals - 1;
  std::transform(result.begin(), result.begin() + lowered, result.begin(), lower);
  return result;
}

std::string attribute_rule(const std::string& name) {
  std::string result = "attr";
  for (const auto& part : split(name, '.')) {
    auto words = property_rule(part);
    words.front() = upper(words.front());
    result += words;
  }
  return result;
}

struct Names {
  std::string name;
  std::string cxx;
};

template <class Rule>
Names names(const std::string& entry, Rule rule) {
  const auto parts = split(entry, '=');
  return {parts[0], parts.size() > 1 ? parts[1] : rule(parts[0])};
}

Names names(const std::string& entry) {
  return names(entry, [](const std::string& name) { return name; });
}

Property property(const std::vector<std::string>& fields) {
  const auto [name, cxx] = names(fields.at(1), property_rule);
  Property result{.name = name, .cxx = cxx, .type = fields.at(2), .values = {}};
  if (const char last = result.type.back(); last == '~' || last == '?') {
    result.replacement = last;
    result.type.pop_back();
  }
  if (result.type.back() == '!') {
    result.required = true;
    result.type.pop_back();
  }
  if (fields.size() > 3) result.values = split(fields[3], '|');
  return result;
}

ResourceType resource(const Service& service, const std::vector<std::string>& fields) {
  const auto [name, cxx] = names(fields.at(1));
  ResourceType result{};
  result.name = service.name + "::" + name;
  result.cxx = cxx;
  for (const auto& fact : fields) {
    if (fact.starts_with("ref=")) result.ref = split(fact.substr(4), '|');
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

std::vector<Service> read(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<Service> services;
  std::vector<Property>* properties = nullptr;
  for (std::string line; std::getline(in, line);) {
    const auto fields = split(line, '\t');
    const auto& kind = fields.front();
    if (kind.starts_with('#')) continue;
    if (kind == "service") {
      services.push_back({.cxx = fields.at(1), .name = fields.at(2), .resources = {}});
      continue;
    }
    auto& resources = services.back().resources;
    if (kind == "resource") {
      resources.push_back(resource(services.back(), fields));
      properties = &resources.back().properties;
    } else if (kind == "type") {
      resources.back().types.push_back({.cxx = names(fields.at(1)).cxx, .properties = {}});
      properties = &resources.back().types.back().properties;
    } else if (kind == "attribute") {
      const auto [name, cxx] = names(fields.at(1), attribute_rule);
      resources.back().attributes.push_back({.name = name, .cxx = cxx, .type = fields.at(2)});
    } else if (kind.empty()) {
      properties->push_back(property(fields));
    } else {
      throw std::runtime_error(file + ": no line is a `" + kind + "`");
    }
  }
  return services;
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

}  // namespace amplify::spec
