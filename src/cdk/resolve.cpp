// SPDX-License-Identifier: Apache-2.0
#include "cdk/arena.hpp"
#include "cdk/tags.hpp"
#include "cdk/wiring.hpp"

#include <optional>
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
  Resolver(Plan& plan, StackPlan& stack, const ConstructNode& user, ResourcePlan* resource)
      : plan_(plan), stack_(stack), user_(user), resource_(resource) {}

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
    for (const auto* element : data.list())
      elements.push_back(value(*element));
    return detail::make_list(elements);
  }

  const Data* object(const Data& data) {
    if (data.size == 1) note_plain_reference(data.members[0]);
    std::vector<detail::Member> members;
    members.reserve(data.size);
    for (const auto& member : data.object())
      members.push_back({member.key, value(*member.value)});
    return detail::make_ordered_object(members);
  }

  const Data* reference(const detail::Reference& reference) {
    const auto located = locate(plan_, stack_, reference, user_);
    if (located.resource != nullptr) use(*located.resource, *reference.target);
    return located.value;
  }

  const Data* lazy(const Data& data) {
    const auto* const result = [&] {
      // What the function makes may be kept by it, so it must live as long as the app.
      const ArenaScope scope(*plan_.tree.arena);
      return detail::Access::data((*data.function)());
    }();
    return result != nullptr ? value(*result) : nullptr;
  }

  void use(ResourcePlan& used, const ConstructNode& target) {
    if (resource_ != nullptr) resource_->uses.push_back({&used, &user_, &target});
  }

  void use(std::string_view id) {
    const auto found = stack_.resources_by_id.find(id.substr(0, id.find('.')));
    if (found != stack_.resources_by_id.end()) use(*found->second, *found->second->node);
  }

  /// Intrinsic functions over logical ids, which nobody has checked.
  void note_plain_reference(const detail::Member& member) {
    const auto* argument = member.value;
    const bool is_attribute = member.key == "Fn::GetAtt";
    const bool is_text = member.key == "Fn::Sub";
    if (!is_attribute && !is_text && member.key != "Ref") return;
    if (argument->kind == Kind::list && argument->size > 0) argument = argument->list().front();
    if (argument->kind != Kind::string) return;
    if (is_text) {
      note_names_in(argument->string());
    } else {
      use(argument->string());
    }
  }

  void note_names_in(std::string_view text) {
    for (auto start = text.find("${"); start != std::string_view::npos;
         start = text.find("${", start + 2)) {
      const auto name = text.substr(start + 2);
      use(name.substr(0, name.find('}')));
    }
  }

  Plan& plan_;
  StackPlan& stack_;
  const ConstructNode& user_;
  ResourcePlan* resource_;
};

using Values = std::map<std::string, const Data*>;

const Data* resolve(Plan& plan, StackPlan& stack, const ConstructNode& user, const Data* value) {
  return value == nullptr ? nullptr : Resolver(plan, stack, user, nullptr).value(*value);
}

const Data* resolve(Plan& plan, StackPlan& stack, const ConstructNode& user, const Values& values) {
  std::vector<detail::Member> members;
  for (const auto& [key, value] : values) {
    members.push_back({key, resolve(plan, stack, user, value)});
  }
  return members.empty() ? nullptr : detail::make_object(members);
}

const Data* text_or_null(std::string_view text) {
  return text.empty() ? nullptr : detail::make_string(text);
}

const Data* parameter_entry(Plan& plan, StackPlan& stack, const ConstructNode& node) {
  const auto& props = *node.as<ParameterProps>();
  const auto value = [&](const Node& token) {
    return resolve(plan, stack, node, detail::Access::data(token));
  };
  return detail::make_ordered_object({
      {"Type", detail::make_string(props.type)},
      {"Default", value(props.defaultValue)},
      {"Description", text_or_null(props.description)},
      {"AllowedValues", value(props.allowedValues)},
  });
}

const Data* output_entry(Plan& plan, StackPlan& stack, const ConstructNode& node) {
  const auto& props = *node.as<OutputProps>();
  const auto* const value = resolve(plan, stack, node, detail::Access::data(props.value));
  if (value == nullptr) {
    plan.report(node, "MissingOutputValueError", "the output has no value", "set .value");
  }
  const auto* const name = text_or_null(props.exportName);
  return detail::make_ordered_object({
      {"Description", text_or_null(props.description)},
      {"Value", value},
      {"Export", name != nullptr ? detail::make_object({{"Name", name}}) : nullptr},
  });
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
}

}  // namespace

void resolve_values(Plan& plan) {
  for (auto& stack : plan.stacks) {
    for (auto& resource : stack.resources)
      resolve_resource(plan, stack, resource);
    for (const auto* node : stack.parameters) {
      stack.parameter_entries[node->id] = parameter_entry(plan, stack, *node);
    }
    for (const auto* node : stack.outputs) {
      stack.output_entries[node->id] = output_entry(plan, stack, *node);
    }
    stack.metadata = resolve(plan, stack, *stack.node, stack.data().metadata);
  }
}

}  // namespace amplify::cdk
