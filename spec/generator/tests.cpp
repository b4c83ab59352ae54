// SPDX-License-Identifier: Apache-2.0
#include "generator.hpp"

#include <algorithm>
#include <set>

namespace amplify::spec {
namespace {

/// Writes the expressions for one resource. Every property type is written out once, so that
/// recursion ends; everywhere else a token stands for it.
class Writer {
 public:
  Writer(const Service& service, const ResourceType& resource)
      : resource_(resource), scope_("cfn::" + service.cxx + "::" + resource.cxx) {}

  const std::string& scope() const { return scope_; }

  std::string members(const std::vector<Property>& properties) {
    std::string out = "{";
    for (const auto& property : properties) {
      out += "." + property.cxx + " = ";
      // Tokens and literals by turns, but structs are always written.
      ++count_;
      out += count_ % 5 == 0 && is_plain(property.type) ? "token" : value(property.type);
      out += ", ";
    }
    return out + "}";
  }

 private:
  static bool is_plain(std::string_view type) {
    return type == "string" || type == "integer" || type == "number" || type == "boolean" ||
           type == "[string]";
  }

  std::string value(std::string_view type) {
    if (is_written(type)) return "token";
    const auto [kind, parts] = parse_type(type);
    switch (kind) {
      case TypeText::Kind::list:
        return "{" + value(parts[0]) + "}";
      case TypeText::Kind::map:
        return "{{\"key\", " + value(parts[0]) + "}}";
      case TypeText::Kind::either:
        return alternative(parts);
      case TypeText::Kind::simple:
        break;
    }
    return simple(parts[0]);
  }

  /// The type itself, or what lists and maps hold: their elements are structs, not tokens.
  bool is_written(std::string_view type) const {
    const auto [kind, parts] = parse_type(type);
    if (kind == TypeText::Kind::either) return false;
    if (kind == TypeText::Kind::simple) return written_.contains(std::string(parts[0]));
    return is_written(parts[0]);
  }

  /// Another one each time.
  std::string alternative(const std::vector<std::string_view>& parts) {
    if (std::ranges::find(parts, "json") != parts.end()) return "json";
    const auto part = parts[++count_ % parts.size()];
    return parse_type(part).kind == TypeText::Kind::simple ? value(part) : "token";
  }

  std::string simple(std::string_view name) {
    if (name == "string") return "\"text\"";
    if (name == "integer") return "7";
    if (name == "number") return "1.5";
    if (name == "boolean") return "true";
    if (name == "json") return "json";
    if (name == "tag") return "cdk::Tag{.key = \"key\", .value = token}";
    written_.emplace(name);
    return scope_ + "::" + std::string(name) + members(resource_.find(name)->properties);
  }

  const ResourceType& resource_;
  std::string scope_;
  std::set<std::string> written_{};
  std::size_t count_ = 0;
};

void add_resource(std::string& out, const Service& service, const ResourceType& resource) {
  Writer writer(service, resource);
  out += "void make_" + service.cxx + "_" + resource.cxx + "(const cdk::Construct& stack) {\n";
  out += "  const " + writer.scope() + " made{stack, \"" + service.cxx + resource.cxx + "\", " +
         writer.members(resource.properties) + "};\n";
  out += "  attributes(made, {{\"Ref\", made.ref()}";
  for (const auto& attribute : resource.attributes)
    out += ", {\"" + attribute.name + "\", made." + attribute.cxx + "()}";
  out += "});\n}\n";
}

/// Whole services, so that each header is read once.
std::vector<const Service*> share(
    const std::vector<Service>& services, std::size_t part, std::size_t parts
) {
  const auto weight = [](const Service& service) {
    std::ptrdiff_t sum = 0;
    for (const auto& resource : service.resources) {
      for (const auto& type : resource.types)
        sum += std::ssize(type.properties);
      sum += std::ssize(resource.properties) + 10;
    }
    return sum;
  };
  std::vector<const Service*> heaviest_first;
  for (const auto& service : services)
    heaviest_first.push_back(&service);
  std::ranges::sort(heaviest_first, std::less(), [&](const Service* service) {
    return std::pair(-weight(*service), service);
  });
  std::vector<std::ptrdiff_t> loads(parts);
  std::vector<const Service*> result;
  for (const auto* service : heaviest_first) {
    const auto least = std::ranges::min_element(loads);
    *least += weight(*service);
    if (least - loads.begin() == static_cast<std::ptrdiff_t>(part)) result.push_back(service);
  }
  return result;
}

}  // namespace

std::string test_source(const std::vector<Service>& services, std::size_t part, std::size_t parts) {
  const auto mine = share(services, part, parts);
  std::string out = "// Generated: every resource with every property and attribute.\n";
  for (const auto* service : mine)
    out += "#include <amplify/cfn/" + service->cxx + ".hpp>\n";
  out +=
      "#include \"make.hpp\"\n\n"
      "using namespace amplify;\n\n"
      "namespace {\n"
      "const cdk::Any token = cdk::fn::importValue(\"token\");\n"
      "const cdk::Json json = cdk::Json::object({{\"json\", true}});\n";
  for (const auto* service : mine) {
    for (const auto& resource : service->resources)
      add_resource(out, *service, resource);
  }
  out += "}  // namespace\n\nvoid make_resources_" + std::to_string(part) + "(cdk::App& app) {\n";
  for (const auto* service : mine) {
    out += "  {\n    const cdk::Stack stack(app, \"" + service->cxx + "\");\n";
    for (const auto& resource : service->resources)
      out += "    make_" + service->cxx + "_" + resource.cxx + "(stack);\n";
    out += "  }\n";
  }
  return out + "}\n";
}

}  // namespace amplify::spec
