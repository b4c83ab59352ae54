// SPDX-License-Identifier: Apache-2.0
#include "cdk/resolve.hpp"

#include "cdk/arena.hpp"
#include "cdk/tags.hpp"
#include "cdk/template_parts.hpp"
#include "cdk/wiring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace amplify::cdk {

using detail::ConstructNode;
using detail::Data;
using detail::Kind;

namespace {

/// Makes values free of tokens, for one place of use.
class Resolver {
 public:
  Resolver(
      Plan& plan, StackPlan& stack, const ConstructNode& user, ResourcePlan* resource,
      Scope scope = Scope::everything
  )
      : plan_(plan), stack_(stack), user_(user), resource_(resource), scope_(scope) {}

  const Data* value(const Data& data) {
    if (!data.refers) return &data;
    switch (data.kind) {
      case Kind::list:
        return list(data);
      case Kind::object:
        return object(data);
      case Kind::reference:
        return reference(*data.reference);
      case Kind::lazy:
        return lazy(data);
      default:
        return &data;
    }
  }

 private:
  const Data* list(const Data& data) {
    std::vector<const Data*> elements;
    elements.reserve(data.size);
    for (std::size_t i = 0; i < data.size; ++i) {
      path_.push_back(std::to_string(i));
      elements.push_back(value(*data.elements[i]));
      path_.pop_back();
    }
    return detail::make_list(elements);
  }

  const Data* object(const Data& data) {
    if (data.size == 1) note_function(data.members[0]);
    std::vector<detail::Member> members;
    members.reserve(data.size);
    for (const auto& member : data.object()) {
      path_.emplace_back(member.key);
      members.push_back({member.key, value(*member.value)});
      path_.pop_back();
    }
    return detail::make_ordered_object(members);
  }

  const Data* reference(const detail::Reference& reference) {
    if (const auto* const existing = plan_.existing(*reference.target)) {
      const auto* const given = value_of(*existing, reference);
      return given == nullptr ? nullptr : value(*given);
    }
    const auto use = use_of(*reference.target, reference.attribute);
    const auto located = locate(plan_, stack_, reference, use);
    if (located.resource != nullptr) note(*located.resource, use);
    return located.value;
  }

  const Data* value_of(const Existing& existing, const detail::Reference& reference) {
    if (reference.attribute.empty()) return detail::Access::data(existing.ref);
    const auto found = existing.attributes.find(reference.attribute);
    if (found != existing.attributes.end()) return detail::Access::data(found->second);
    plan_.report(
        user_, "UnknownAttributeError",
        fmt::format(
            "it uses the {} of {}, which is there already and of which that isn't known",
            reference.attribute, reference.target->path()
        ),
        "say it where the existing resource is named, or don't use it"
    );
    return nullptr;
  }

  const Data* lazy(const Data& data) {
    const auto* const result = [&] {
      // What the function makes may be kept by it, so it must live as long as the app.
      const ArenaScope scope(*plan_.tree.arena);
      return detail::Access::data((*data.function)());
    }();
    return result != nullptr ? value(*result) : nullptr;
  }

  /// Without the functions around the reference: they are no place that a user knows.
  Use use_of(const ConstructNode& used, std::string_view attribute) const {
    const auto function = std::ranges::find_if(path_, [](const std::string& key) {
      return key == "Ref" || key.starts_with("Fn::");
    });
    const auto place = std::span(path_.data(), static_cast<std::size_t>(function - path_.begin()));
    return {
        .user = &user_,
        .used = &used,
        .property = resource_ != nullptr ? detail::print_path(place) : std::string(),
        .attribute = attribute
    };
  }

  void note(ResourcePlan& used, const Use& use) {
    if (resource_ != nullptr) resource_->uses.push_back({&used, use});
    if (scope_ == Scope::everything) return;
    plan_.report(
        user_, "TokenNotAllowedError",
        fmt::format("it refers to {}, which isn't made yet when it is decided", use.used->path()),
        "refer to parameters, mappings and conditions alone"
    );
  }

  void note(std::string_view id) {
    const auto dot = id.find('.');
    const auto found = stack_.resources_by_id.find(id.substr(0, dot));
    if (found == stack_.resources_by_id.end()) return;
    const auto attribute = dot == std::string_view::npos ? std::string_view() : id.substr(dot + 1);
    note(*found->second, use_of(*found->second->node, attribute));
  }

  /// References by logical id, which nobody has checked, and functions that need an extension.
  void note_function(const detail::Member& member) {
    const auto& [function, argument] = member;
    const bool has_default =
        function == "Fn::FindInMap" && argument->kind == Kind::list && argument->size > 3;
    if (has_default || function == "Fn::Length" || function == "Fn::ToJsonString") {
      stack_.needs_extensions = true;
    }
    const bool is_text = function == "Fn::Sub";
    if (!is_text && function != "Ref" && function != "Fn::GetAtt") return;
    const auto* name = argument;
    if (name->kind == Kind::list && name->size > 0) name = name->list().front();
    if (name->kind != Kind::string) return;
    if (is_text) {
      note_names_in(name->string());
    } else {
      note(name->string());
    }
  }

  void note_names_in(std::string_view text) {
    for (auto start = text.find("${"); start != std::string_view::npos;
         start = text.find("${", start + 2)) {
      const auto name = text.substr(start + 2);
      note(name.substr(0, name.find('}')));
    }
  }

  Plan& plan_;
  StackPlan& stack_;
  const ConstructNode& user_;
  ResourcePlan* resource_;
  Scope scope_;
  std::vector<std::string> path_{};
};

using Values = std::map<std::string, const Data*>;

const Data* resolve(Plan& plan, StackPlan& stack, const ConstructNode& user, const Values& values) {
  std::vector<detail::Member> members;
  for (const auto& [key, value] : values) {
    members.push_back({key, cdk::resolve(plan, stack, user, value)});
  }
  return members.empty() ? nullptr : detail::make_object(members);
}

/// Tags, and what deploys a nested stack, are added when the template is printed, and overrides
/// come after that.
bool is_late(const detail::ResourceData& data, const detail::Override& change) {
  if (change.path.front() != "Properties" || data.nested_stack != nullptr) return true;
  return change.path.size() > 1 && change.path[1] == tags_property(data.type);
}

/// The properties with overrides, tokens and all. References that an override takes out are no
/// longer there to be resolved.
const Data* overridden(Plan& plan, const ConstructNode& node) {
  const auto& data = *node.as<detail::ResourceData>();
  const auto* properties = data.properties;
  // What lazy values make may be kept by them, so it must live as long as the app.
  const ArenaScope scope(*plan.tree.arena);
  for (const auto& change : data.overrides) {
    if (is_late(data, change)) continue;
    std::optional<detail::OverrideFault> fault;
    properties = detail::apply(
        properties == nullptr ? detail::make_object({}) : properties, change, 1, fault
    );
    if (fault) plan.errors.push_back(invalid_override(node, change, *fault));
  }
  return properties;
}

void resolve_resource(Plan& plan, StackPlan& stack, ResourcePlan& resource) {
  const auto& data = resource.data();
  Resolver resolver(plan, stack, *resource.node, &resource);
  const auto* const properties =
      data.overrides.empty() ? data.properties : overridden(plan, *resource.node);
  if (properties != nullptr) resource.properties = resolver.value(*properties);
  for (const auto& change : data.overrides) {
    if (!is_late(data, change)) continue;
    auto& late = resource.late_overrides.emplace_back(change);
    if (late.value != nullptr) late.value = resolver.value(*late.value);
  }
  resource.metadata = resolve(plan, stack, *resource.node, data.metadata);
  const auto plain = [&](const Data* value) {
    return cdk::resolve(plan, stack, *resource.node, value);
  };
  const auto& options = data.options;
  if (options.condition) resource.condition = plain(detail::condition_name(*options.condition));
  resource.creation_policy = plain(detail::Access::data(options.creationPolicy));
  resource.update_policy = plain(detail::Access::data(options.updatePolicy));
}

}  // namespace

const Data* resolve(
    Plan& plan, StackPlan& stack, const ConstructNode& user, const Data* value, Scope scope
) {
  return value == nullptr ? nullptr : Resolver(plan, stack, user, nullptr, scope).value(*value);
}

void resolve_values(Plan& plan) {
  for (auto& stack : plan.stacks) {
    for (auto& resource : stack.resources)
      resolve_resource(plan, stack, resource);
    resolve_entries(plan, stack);
    stack.metadata = resolve(plan, stack, *stack.node, stack.data().metadata);
  }
}

}  // namespace amplify::cdk
