// SPDX-License-Identifier: Apache-2.0
#include "spec.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <stdexcept>

namespace amplify::spec {
namespace {

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

std::string attribute_rule(std::string_view name) {
  std::string result = "attr";
  for (const auto part : cdk::spec::split(name, '.')) {
    auto words = property_rule(part);
    words.front() = upper(words.front());
    result += words;
  }
  return result;
}

std::vector<std::string> copied(const std::vector<std::string_view>& texts) {
  return {texts.begin(), texts.end()};
}

std::vector<Property> copied(const std::vector<cdk::spec::Property>& properties) {
  std::vector<Property> result;
  for (const auto& each : properties) {
    result.push_back({
        .name = std::string(each.name),
        .cxx = each.cxx.empty() ? property_rule(each.name) : std::string(each.cxx),
        .type = std::string(each.type),
        .required = each.required,
        .replacement = each.replacement,
        .values = copied(each.values),
    });
  }
  return result;
}

ResourceType resource(const Service& service, std::string lines) {
  const auto parsed = cdk::spec::parse_resource(lines);
  ResourceType result{};
  result.name = service.name + "::" + std::string(parsed.name);
  result.cxx = parsed.cxx;
  result.ref = copied(parsed.ref);
  result.properties = copied(parsed.properties);
  for (const auto& [name, cxx, type] : parsed.attributes) {
    result.attributes.push_back({
        .name = std::string(name),
        .cxx = cxx.empty() ? attribute_rule(name) : std::string(cxx),
        .type = std::string(type),
    });
  }
  for (const auto& [cxx, properties] : parsed.types)
    result.types.push_back({.cxx = std::string(cxx), .properties = copied(properties)});
  result.lines = std::move(lines);
  return result;
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
  std::string lines;  // of the resource that is being read
  const auto finish = [&] {
    if (!lines.empty()) services.back().resources.push_back(resource(services.back(), lines));
    lines.clear();
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    if (line.starts_with("service\t") || line.starts_with("resource\t")) finish();
    if (line.starts_with("service\t")) {
      const auto fields = cdk::spec::split(line, '\t');
      services.push_back(
          {.cxx = std::string(fields.at(1)), .name = std::string(fields.at(2)), .resources = {}}
      );
    } else {
      lines += line + "\n";
    }
  }
  finish();
  return services;
}

}  // namespace amplify::spec
