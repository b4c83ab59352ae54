// SPDX-License-Identifier: Apache-2.0
#include "generator.hpp"

#include <algorithm>
#include <cctype>

namespace amplify::spec {
namespace {

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  });
  return text;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const auto& part : parts) {
    if (!result.empty()) result += separator;
    result += part;
  }
  return result;
}

/// `AWS::SQS::Queue` -> https://…/aws-resource-sqs-queue.html
std::string page(const std::string& type) {
  std::string name = lower(type.substr(type.find("::") + 2));
  name.replace(name.find("::"), 2, "-");
  const auto vendor = lower(type.substr(0, type.find("::")));
  return "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/" + vendor +
         "-resource-" + name + ".html";
}

std::string cxx_type(const ResourceType& resource, std::string_view text, bool is_element = false);

std::string either(const ResourceType& resource, const std::vector<std::string_view>& parts) {
  std::vector<std::string> alternatives;
  for (const auto part : parts) {
    if (part == "json") return "cdk::Json";
    alternatives.push_back(cxx_type(resource, part));
  }
  return "cdk::OneOf<" + join(alternatives, ", ") + ">";
}

std::string simple(const ResourceType& resource, std::string_view name, bool is_element) {
  if (name == "string") return "cdk::Str";
  if (name == "integer") return "cdk::Int";
  if (name == "number") return "cdk::Num";
  if (name == "boolean") return "cdk::Bool";
  if (name == "json") return "cdk::Json";
  const auto structure = name == "tag" ? std::string("cdk::Tag") : resource.find(name)->cxx;
  return is_element ? structure : "cdk::Obj<" + structure + ">";
}

/// Lists and maps hold structs as they are, everything else holds an Obj.
std::string cxx_type(const ResourceType& resource, std::string_view text, bool is_element) {
  const auto [kind, parts] = parse_type(text);
  switch (kind) {
    case TypeText::Kind::list:
      return "cdk::List<" + cxx_type(resource, parts[0], true) + ">";
    case TypeText::Kind::map:
      return "cdk::Map<" + cxx_type(resource, parts[0], true) + ">";
    case TypeText::Kind::either:
      return either(resource, parts);
    case TypeText::Kind::simple:
      break;
  }
  return simple(resource, parts[0], is_element);
}

std::string attribute_type(const ResourceType& resource, const std::string& type) {
  const bool has_values = type == "string" || type == "integer" || type == "number" ||
                          type == "boolean" || type == "[string]";
  return has_values ? cxx_type(resource, type) : "cdk::Any";
}

void add_notes(std::string& out, const Property& property, std::string_view indent) {
  std::vector<std::string> notes;
  if (property.replacement == '~') notes.emplace_back("A change replaces the resource.");
  if (property.replacement == '?') notes.emplace_back("A change may replace the resource.");
  const auto values = join(property.values, "`, `");
  constexpr std::size_t most = 300;  // lists of every instance type help nobody
  if (!values.empty() && values.size() < most) notes.push_back("Known values: `" + values + "`.");
  for (const auto& note : notes) {
    out += indent;
    out += "/// " + note + "\n";
  }
}

void add_struct(
    std::string& out, const ResourceType& resource, std::string_view name,
    const std::vector<Property>& properties
) {
  out += "  struct ";
  out += name;
  out += " {\n";
  std::string names;
  for (const auto& property : properties) {
    const auto type = cxx_type(resource, property.type);
    add_notes(out, property, "    ");
    out += property.required
               ? "    cdk::Req<" + type + ", \"" + property.cxx + "\"> " + property.cxx + ";\n"
               : "    " + type + " " + property.cxx + "{};\n";
    names += property.name + "\\0";
  }
  out += "    static constexpr const char* cfn_names = \"" + names + "\";\n  };\n";
}

void add_resource(std::string& out, const ResourceType& resource) {
  out += "\n/// " + resource.name + ".";
  if (!resource.ref.empty()) out += " `ref()` gives " + join(resource.ref, "|") + ".";
  out += "\n///\n/// " + page(resource.name) + "\n";
  out += "struct [[maybe_unused]] " + resource.cxx + " {\n";
  out += "  static constexpr const char* cfn_type = \"" + resource.name + "\";\n";
  for (const auto& type : resource.types)
    out += "  struct " + type.cxx + ";\n";
  for (const auto& type : resource.types)
    add_struct(out, resource, type.cxx, type.properties);
  add_struct(out, resource, "Props", resource.properties);
  const bool required = std::ranges::any_of(resource.properties, &Property::required);
  out += "  cdk::Construct scope;\n  cdk::NewId id;\n";
  out += required ? "  const Props props;\n" : "  const Props props{};\n";
  out +=
      "  cdk::ResourceOptions options{};\n"
      "  std::source_location where = std::source_location::current();\n"
      "  cdk::Resource resource = cdk::detail::add_resource(\n"
      "      scope, id, cfn_type, &props, Props::cfn_names, options, where);\n";
  for (const auto& attribute : resource.attributes) {
    out += "  " + attribute_type(resource, attribute.type) + " " + attribute.cxx +
           "() const { return resource.getAtt(\"" + attribute.name + "\"); }\n";
  }
  out +=
      "  cdk::Str ref() const { return resource.ref(); }\n"
      "  operator const cdk::Resource&() const { return resource; }\n"
      "};\n";
}

}  // namespace

std::string header(const Service& service) {
  std::string out =
      "// SPDX-License-Identifier: Apache-2.0\n"
      "// Generated from amplify-cpp's spec/cloudformation.txt.\n"
      "#pragma once\n\n"
      "#include <amplify/cdk/typed.hpp>\n\n"
      "/// The resources of " +
      service.name +
      ".\n"
      "namespace amplify::cfn::" +
      service.cxx + " {\n";
  for (const auto& resource : service.resources)
    add_resource(out, resource);
  return out + "\n}  // namespace amplify::cfn::" + service.cxx + "\n";
}

}  // namespace amplify::spec
