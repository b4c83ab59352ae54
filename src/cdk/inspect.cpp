// SPDX-License-Identifier: Apache-2.0
#include "cdk/inspect.hpp"

#include "cdk/logical_id.hpp"
#include "cdk/node.hpp"
#include "cdk/print.hpp"

#include <utility>

namespace amplify::cdk {

using detail::Access;
using detail::ConstructNode;
using detail::Data;
using detail::Kind;

namespace {

const Data* of_kind(const Node& node, Kind kind) {
  const auto* const data = Access::data(node);
  return data != nullptr && data->kind == kind ? data : nullptr;
}

void collect(ConstructNode& node, std::vector<Resource>& resources) {
  if (node.as<detail::ResourceData>() != nullptr) {
    resources.push_back(ConstructNode::resource_handle(node));
  }
  if (const auto* stack = node.as<detail::StackData>(); stack != nullptr && stack->resource) {
    resources.push_back(ConstructNode::resource_handle(*stack->resource));
  }
  for (auto* child : node.children)
    collect(*child, resources);
}

}  // namespace

std::optional<std::string_view> literal_string(const Node& node) {
  const auto* const data = of_kind(node, Kind::string);
  return data != nullptr ? std::optional(data->string()) : std::nullopt;
}

std::optional<bool> literal_boolean(const Node& node) {
  const auto* const data = of_kind(node, Kind::boolean);
  return data != nullptr ? std::optional(data->boolean) : std::nullopt;
}

std::optional<std::int64_t> literal_integer(const Node& node) {
  const auto* const data = of_kind(node, Kind::integer);
  return data != nullptr ? std::optional(data->integer) : std::nullopt;
}

std::optional<std::vector<Json>> literal_list(const Node& node) {
  const auto* const data = of_kind(node, Kind::list);
  if (data == nullptr) return std::nullopt;
  std::vector<Json> elements;
  for (const auto* element : data->list())
    elements.push_back(Access::make<Json>(element));
  return elements;
}

Json evaluated(const Node& node) {
  const auto* const data = of_kind(node, Kind::lazy);
  return data != nullptr ? (*data->function)() : Json(node);
}

Json member(const Node& node, std::string_view key) {
  const auto* const data = of_kind(node, Kind::object);
  return data != nullptr ? Access::make<Json>(data->find(key)) : Json();
}

std::string to_text(const Node& node) {
  const auto* const data = Access::data(node);
  return data != nullptr ? print(*data) : std::string();
}

std::optional<Construct> target_of(const Node& node) {
  const auto* const data = of_kind(node, Kind::reference);
  if (data == nullptr) return std::nullopt;
  return ConstructNode::handle(*data->reference->target);
}

std::vector<Resource> resources_in(const Construct& construct) {
  std::vector<Resource> resources;
  collect(ConstructNode::of(construct), resources);
  return resources;
}

std::string logical_id(const Resource& resource) {
  return logical_id_of(ConstructNode::of(resource));
}

std::string unique_id(const Construct& construct) {
  return unique_id(ConstructNode::of(construct).path_below(nullptr));
}

void set_placement(const Construct& construct, std::string option) {
  detail::ConstructNode::of(construct).placement = std::move(option);
}

void add_error(
    const Construct& construct, std::string code, std::string message, std::string help
) {
  ConstructNode::of(construct).record(std::move(code), std::move(message), std::move(help));
}

}  // namespace amplify::cdk
