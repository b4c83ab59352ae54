// SPDX-License-Identifier: Apache-2.0
#include "diff/resource_changes.hpp"

#include "cdk/spec/table.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace amplify::diff {
namespace {

using cdk::spec::Property;
using cdk::spec::ResourceType;

const Property* find(const std::vector<Property>& properties, std::string_view name) {
  const auto found = std::ranges::find(properties, name, &Property::name);
  return found == properties.end() ? nullptr : &*found;
}

/// The properties that differ, as deep as objects go: an element of a list counts for the list.
class PropertyComparison {
 public:
  explicit PropertyComparison(std::string_view type) : type_(cdk::spec::find(type)) {}

  std::vector<PropertyChange> run(const Json& before, const Json& after) {
    static const std::vector<Property> none;
    compare({}, type_ != nullptr ? type_->properties : none, Replacement::no, before, after);
    return std::move(changes_);
  }

 private:
  static bool is_function(const Json& value) {
    return value.is_object() && value.size() == 1 &&
           (value.contains("Ref") || value.begin().key().starts_with("Fn::"));
  }

  void compare(
      const std::string& path, const std::vector<Property>& known, Replacement above,
      const Json& before, const Json& after
  ) {
    std::set<std::string> names;
    for (const Json* side : {&before, &after}) {
      if (!side->is_object()) continue;
      for (const auto& [name, value] : side->items())
        names.insert(name);
    }
    for (const std::string& name : names) {
      const Json& old = member(before, name);
      const Json& now = member(after, name);
      if (old == now) continue;
      const Property* property = find(known, name);
      const Replacement here = std::max(above, replacement(property));
      const std::string at = path.empty() ? name : path + "." + name;
      const auto* below =
          property != nullptr && type_ != nullptr ? type_->find(property->type) : nullptr;
      if (below && old.is_object() && now.is_object() && !is_function(old) && !is_function(now))
        compare(at, below->properties, here, old, now);
      else
        changes_.push_back({at, here});
    }
  }

  static Replacement replacement(const Property* property) {
    if (property == nullptr) return Replacement::no;
    return property->replacement == '~'   ? Replacement::yes
           : property->replacement == '?' ? Replacement::may
                                          : Replacement::no;
  }

  const ResourceType* type_;
  std::vector<PropertyChange> changes_{};
};

bool is_retained(const Json& resource, std::string_view policy) {
  const Json& value = member(resource, policy);
  return value.is_string() && value.get_ref<const std::string&>().starts_with("Retain");
}

std::string type_of(const Json& resource) {
  const Json& type = member(resource, "Type");
  return type.is_string() ? type.get<std::string>() : std::string();
}

class Comparison {
 public:
  std::vector<ResourceChange> run(const Snapshot& before, const Snapshot& after) {
    std::set<std::string> places;
    for (const Snapshot* side : {&before, &after}) {
      for (const auto& [place, body] : side->templates)
        places.insert(place);
    }
    for (const std::string& place : places) {
      compare(place, part(before, place, "Resources"), part(after, place, "Resources"));
    }
    for (const auto& [section, type] : root_sections)
      compare_entries(type, part(before, {}, section), part(after, {}, section));
    return std::move(changes_);
  }

 private:
  static constexpr std::pair<const char*, const char*> root_sections[] = {
      {"Conditions", "Condition"}, {"Mappings", "Mapping"}, {"Outputs", "Output"},
      {"Parameters", "Parameter"}, {"Rules", "Rule"},
  };

  static const Json& part(
      const Snapshot& snapshot, const std::string& place, std::string_view section
  ) {
    static const Json none;
    const auto found = snapshot.templates.find(place);
    return found == snapshot.templates.end() ? none : member(found->second, section);
  }

  void compare_entries(const char* type, const Json& before, const Json& after) {
    const auto changed = [&](Kind kind, const std::string& id) {
      // It follows from the schema.
      if (id != models_output) add({.kind = kind, .logicalId = id, .type = type});
    };
    for (const auto& [id, old] : before.items()) {
      if (!after.contains(id))
        changed(Kind::removed, id);
      else if (old != after[id])
        changed(Kind::changed, id);
    }
    for (const auto& [id, now] : after.items()) {
      if (!before.contains(id)) changed(Kind::added, id);
    }
  }

  void compare(const std::string& place, const Json& before, const Json& after) {
    for (const auto& [id, old] : before.items()) {
      if (is_nested_stack(old)) continue;
      const Json& now = member(after, id);
      if (now.is_null()) {
        add(
            {.kind = Kind::removed,
             .place = place,
             .logicalId = id,
             .type = type_of(old),
             .retained = is_retained(old, "DeletionPolicy")}
        );
      } else if (old != now) {
        compare(place, id, old, now);
      }
    }
    for (const auto& [id, now] : after.items()) {
      if (is_nested_stack(now) || before.contains(id)) continue;
      add({.kind = Kind::added, .place = place, .logicalId = id, .type = type_of(now)});
    }
  }

  void compare(const std::string& place, const std::string& id, const Json& old, const Json& now) {
    ResourceChange change{.place = place, .logicalId = id, .type = type_of(now)};
    if (type_of(old) != change.type) {
      change.properties.push_back({"Type", Replacement::yes});
    } else {
      change.properties =
          PropertyComparison(change.type).run(member(old, "Properties"), member(now, "Properties"));
    }
    for (const char* name :
         {"Condition", "CreationPolicy", "DeletionPolicy", "DependsOn", "UpdatePolicy",
          "UpdateReplacePolicy"}) {
      if (member(old, name) != member(now, name)) change.properties.push_back({name});
    }
    // What is left is metadata, which does nothing.
    if (change.properties.empty()) return;
    for (const PropertyChange& property : change.properties)
      change.replacement = std::max(change.replacement, property.replacement);
    change.retained =
        change.replacement != Replacement::no && is_retained(now, "UpdateReplacePolicy");
    add(std::move(change));
  }

  void add(ResourceChange change) { changes_.push_back(std::move(change)); }

  std::vector<ResourceChange> changes_{};
};

}  // namespace

std::string_view name_of(Replacement replacement) {
  constexpr std::string_view names[] = {"no", "may", "yes"};
  return names[static_cast<std::size_t>(replacement)];
}

std::vector<ResourceChange> resource_changes(const Snapshot& before, const Snapshot& after) {
  return Comparison().run(before, after);
}

}  // namespace amplify::diff
