// SPDX-License-Identifier: Apache-2.0
// Compares the templates of every resource type, with all its properties and attributes, to the
// specification: resources SPEC
#include "make.hpp"
#include "spec.hpp"

#include <amplify/cdk/validations.hpp>
#include <amplify/error.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>

using amplify::cdk::App;
using amplify::cdk::Json;
using nlohmann::json;
using namespace amplify::spec;

#define AMPLIFY_PART(number) void make_resources_##number(App& app);
AMPLIFY_PARTS
#undef AMPLIFY_PART

void attributes(const amplify::cdk::Resource& of, std::initializer_list<Json::Entry> values) {
  const amplify::cdk::Resource shown(
      of.scope(), std::string(of.id()) + "Attributes", "Test::Attributes", Json::object(values)
  );
}

namespace {

int faults = 0;

bool quiet = false;

void fault(const std::string& where, const std::string& what) {
  if (++faults <= 50 && !quiet) std::fprintf(stderr, "%s: %s\n", where.c_str(), what.c_str());
}

bool is_token(const json& value) {
  return value.is_object() && value.size() == 1 && value.contains("Fn::ImportValue");
}

class Checker {
 public:
  explicit Checker(const ResourceType& resource) : resource_(resource) {}

  void members(const json& object, const std::vector<Property>& properties, std::string where) {
    if (!object.is_object()) return fault(where, "is no object");
    std::set<std::string> missing;
    for (const auto& property : properties)
      missing.insert(property.name);
    for (const auto& [name, value] : object.items()) {
      const auto found = std::ranges::find(properties, name, &Property::name);
      if (found == properties.end()) {
        fault(where, "has a " + name);
        continue;
      }
      missing.erase(name);
      if (!matches(value, found->type, where + "." + name)) {
        fault(where + "." + name, value.dump() + " is no " + found->type);
      }
    }
    for (const auto& name : missing)
      fault(where, "lacks " + name);
  }

  /// Every type has been written out with all its members somewhere.
  void finish() {
    for (const auto& type : resource_.types) {
      // Some types of the specification are used by nothing but attributes, or by nothing.
      if (!seen_.contains(type.cxx) && is_used(type.cxx))
        fault(resource_.name, type.cxx + " is untested");
    }
  }

 private:
  bool matches(const json& value, std::string_view type, const std::string& where) {
    if (is_token(value)) return true;
    const auto [kind, parts] = parse_type(type);
    const auto& part = parts.front();
    switch (kind) {
      case TypeText::Kind::list:
        return value.is_array() && value.size() == 1 && matches(value[0], part, where);
      case TypeText::Kind::map:
        return value.is_object() && value.contains("key") && matches(value["key"], part, where);
      case TypeText::Kind::either:
        return std::ranges::any_of(parts, [&](auto one) { return is_one(value, one, where); });
      case TypeText::Kind::simple:
        break;
    }
    if (part == "string") return value.is_string();
    if (part == "integer") return value.is_number_integer();
    if (part == "number") return value.is_number();
    if (part == "boolean") return value.is_boolean();
    if (part == "json") return true;
    if (part == "tag") {
      return value.is_object() && value.size() == 2 && value.contains("Key") &&
             value.contains("Value");
    }
    const auto* const type_definition = resource_.find(part);
    if (type_definition == nullptr || !value.is_object()) return false;
    seen_.insert(type_definition->cxx);
    members(value, type_definition->properties, where);
    return true;
  }

  /// A try, which leaves no faults behind.
  bool is_one(const json& value, std::string_view type, const std::string& where) {
    const int before = std::exchange(faults, 0);
    quiet = true;
    const bool result = matches(value, type, where) && faults == 0;
    quiet = false;
    faults = before;
    return result;
  }

  /// From the properties, through lists, maps and types that are written out.
  bool is_used(const std::string& name) const {
    std::set<std::string> reached;
    reach(resource_.properties, reached);
    return reached.contains(name);
  }

  void reach(const std::vector<Property>& properties, std::set<std::string>& reached) const {
    for (const auto& property : properties)
      reach(property.type, reached);
  }

  void reach(std::string_view type, std::set<std::string>& reached) const {
    const auto [kind, parts] = parse_type(type);
    if (kind == TypeText::Kind::either) return;  // the alternatives by turns
    if (kind != TypeText::Kind::simple) return reach(parts.front(), reached);
    const auto* const definition = resource_.find(parts.front());
    if (definition == nullptr || !reached.insert(definition->cxx).second) return;
    reach(definition->properties, reached);
  }

  const ResourceType& resource_;
  std::set<std::string> seen_{};
};

void check_attributes(const ResourceType& resource, const std::string& id, const json& shown) {
  if (shown.value("Ref", json()) != json({{"Ref", id}})) fault(resource.name, "Ref is wrong");
  for (const auto& attribute : resource.attributes) {
    const json expected = {{"Fn::GetAtt", {id, attribute.name}}};
    if (shown.value(attribute.name, json()) != expected) {
      fault(resource.name, attribute.cxx + "() is wrong");
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto services = read(argv[1]);
  App app;
#define AMPLIFY_PART(number) make_resources_##number(app);
  AMPLIFY_PARTS
#undef AMPLIFY_PART

  // The values are made up.
  for (const auto* id : {"PropertyRangeError", "PropertyLengthError", "PropertyPatternError"})
    amplify::cdk::Validations::of(app).acknowledge(id, "any value of the type will do");

  std::map<std::string, json> templates;
  try {
    for (const auto& stack : app.synth().stacks)
      templates[stack.path] = json::parse(stack.templateBody);
  } catch (const amplify::UserError& error) {
    std::fprintf(stderr, "%s", error.what());
    return 1;
  }
  int count = 0;
  for (const auto& service : services) {
    std::map<std::string, json> by_id = templates[service.cxx]["Resources"];
    for (const auto& resource : service.resources) {
      const auto id = service.cxx + resource.cxx;
      const auto starts = [&](const auto& entry, const std::string& type) {
        return entry.first.starts_with(id) && entry.second["Type"] == type;
      };
      const auto made = std::ranges::find_if(by_id, [&](const auto& entry) {
        return starts(entry, resource.name);
      });
      const auto shown = std::ranges::find_if(by_id, [&](const auto& entry) {
        return entry.first.starts_with(id + "Attributes") &&
               entry.second["Type"] == "Test::Attributes";
      });
      if (made == by_id.end() || shown == by_id.end()) {
        fault(resource.name, "is not there");
        continue;
      }
      ++count;
      Checker checker(resource);
      checker.members(
          made->second.value("Properties", json::object()), resource.properties, resource.name
      );
      checker.finish();
      check_attributes(resource, made->first, shown->second["Properties"]);
    }
  }
  std::printf("%d resource types, %d faults\n", count, faults);
  return faults == 0 && count > 0 ? 0 : 1;
}
