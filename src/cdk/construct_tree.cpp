// SPDX-License-Identifier: Apache-2.0
#include "cdk/construct_tree.hpp"

#include <amplify/version.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

using detail::ConstructNode;
using detail::Data;
using detail::make_object;
using detail::make_ordered_object;
using detail::make_string;
using detail::Member;

namespace {

std::string_view kind(const ConstructNode& node) {
  if (node.scope == nullptr) return "App";
  if (const auto* const stack = node.as<detail::StackData>()) {
    return stack->resource != nullptr ? "NestedStack" : "Stack";
  }
  if (node.as<detail::ResourceData>() != nullptr) return "Resource";
  if (node.as<OutputProps>() != nullptr) return "Output";
  if (node.as<ParameterProps>() != nullptr) return "Parameter";
  if (node.as<detail::AssetData>() != nullptr) return "FileAsset";
  return "Construct";
}

class TreePrinter {
 public:
  explicit TreePrinter(Plan& plan) : plan_(plan) {}

  const Data* node(const ConstructNode& node) {
    std::vector<Member> children;
    std::vector<std::string> ids;  // which the members' keys view
    ids.reserve(node.children.size());
    for (const auto* child : node.children) {
      children.push_back({child->id, this->node(*child)});
      const auto* const stack = child->as<detail::StackData>();
      if (stack == nullptr || stack->resource == nullptr) continue;
      // What deploys a nested stack stands beside it, under an id of two parts.
      const auto& id = ids.emplace_back(child->id + ".NestedStack");
      const std::string path = child->path() + ".NestedStack";
      const auto* const resource = entry(
          id + "Resource", path + "/" + id + "Resource", "Resource", attributes(*stack->resource),
          nullptr
      );
      children.push_back(
          {id, entry(id, path, "Construct", nullptr, make_object({{id + "Resource", resource}}))}
      );
    }
    return entry(
        node.scope == nullptr ? "App" : node.id, node.path(), kind(node), attributes(node),
        children.empty() ? nullptr : make_object(children)
    );
  }

 private:
  static const Data* entry(
      std::string_view id, std::string_view path, std::string_view kind, const Data* attributes,
      const Data* children
  ) {
    const auto* const info = make_object({
        {"fqn", make_string(fmt::format("amplify-cpp.{}", kind))},
        {"version", make_string(AMPLIFY_VERSION)},
    });
    return make_ordered_object({
        {"id", make_string(id)},
        {"path", make_string(path)},
        {"constructInfo", info},
        {"attributes", attributes},
        {"children", children},
    });
  }

  /// Null for what is no resource.
  const Data* attributes(const ConstructNode& node) {
    const auto* const resource = plan_.resource_of(node);
    if (resource == nullptr) return nullptr;
    return make_object({
        {"aws:cdk:cloudformation:type", make_string(resource->data().type)},
        {"aws:cdk:cloudformation:props", properties(*resource)},
    });
  }

  static const Data* properties(const ResourcePlan& resource) {
    for (const auto& member : resource.entry->object()) {
      if (member.key == "Properties") return member.value;
    }
    return make_object({});
  }

  Plan& plan_;
};

}  // namespace

const Data* construct_tree(Plan& plan) {
  return make_object({
      {"version", make_string("tree-0.1")},
      {"tree", TreePrinter(plan).node(*plan.tree.root)},
  });
}

}  // namespace amplify::cdk
