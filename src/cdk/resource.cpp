// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/construct.hpp>

#include "cdk/logical_id.hpp"
#include "cdk/node.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace amplify::cdk {

using detail::Access;
using detail::ConstructNode;
using detail::ResourceData;

namespace {

ResourceData& data_of(ConstructNode* node) { return *node->as<ResourceData>(); }

void add_override(
    ConstructNode& node, std::string_view path, const Json& value, std::source_location where
) {
  detail::Override change{
      .path = detail::parse_path(path), .value = Access::data(value), .where = where
  };
  if (const auto fault = detail::check_path(change)) {
    node.tree->errors.push_back(invalid_override(node, change, *fault));
    return;
  }
  data_of(&node).overrides.push_back(std::move(change));
}

}  // namespace

Resource::Resource(
    const Construct& scope, std::string_view id, std::string_view type, Json properties,
    std::source_location where
)
    : Construct(ConstructNode::add(scope, id, where, ResourceData{.type = std::string(type)})) {
  const auto* data = Access::data(properties);
  if (data != nullptr && data->kind != detail::Kind::object) {
    node_->record("InvalidPropertiesError", "the properties are no object");
    return;
  }
  data_of(node_).properties = data;
}

std::optional<Resource> Resource::from(const Construct& construct) {
  auto& node = ConstructNode::of(construct);
  if (node.as<ResourceData>() == nullptr) return std::nullopt;
  return Resource(&node);
}

std::string_view Resource::type() const { return data_of(node_).type; }

Any Resource::ref() const { return Access::make<Any>(detail::make_reference(node_)); }

Any Resource::getAtt(std::string_view attribute) const {
  return Access::make<Any>(detail::make_reference(node_, attribute));
}

void Resource::setProperty(std::string_view name, Json value) {
  auto& data = data_of(node_);
  data.properties = detail::with_member(data.properties, name, Access::data(value));
}

Json Resource::property(std::string_view name) const {
  const auto& data = data_of(node_);
  const auto* properties = data.properties != nullptr ? data.properties : detail::make_object({});
  std::optional<detail::OverrideFault> fault;  // which synthesis reports
  for (const auto& change : data.overrides) {
    if (change.path[0] == "Properties") properties = detail::apply(properties, change, 1, fault);
    if (properties == nullptr) properties = detail::make_object({});
  }
  return Access::make<Json>(properties->find(name));
}

void Resource::addPropertyOverride(std::string_view path, Json value, std::source_location where) {
  add_override(*node_, fmt::format("Properties.{}", path), value, where);
}

void Resource::addPropertyDeletionOverride(std::string_view path, std::source_location where) {
  add_override(*node_, fmt::format("Properties.{}", path), {}, where);
}

void Resource::addOverride(std::string_view path, Json value, std::source_location where) {
  add_override(*node_, path, value, where);
}

void Resource::addDeletionOverride(std::string_view path, std::source_location where) {
  add_override(*node_, path, {}, where);
}

void Resource::addMetadata(std::string_view key, Json value) {
  data_of(node_).metadata.insert_or_assign(std::string(key), Access::data(value));
}

void Resource::setOptions(const ResourceOptions& options) {
  auto& data = data_of(node_);
  auto& own = data.options;
  if (options.deletionPolicy != DeletionPolicy::unset) own.deletionPolicy = options.deletionPolicy;
  if (options.updateReplacePolicy != DeletionPolicy::unset) {
    own.updateReplacePolicy = options.updateReplacePolicy;
  }
  if (options.condition) own.condition = options.condition;
  if (options.creationPolicy.isSet()) own.creationPolicy = options.creationPolicy;
  if (options.updatePolicy.isSet()) own.updatePolicy = options.updatePolicy;
  for (const auto& other : options.dependsOn)
    addDependency(other);
  const auto* const metadata = Access::data(options.metadata);
  if (metadata == nullptr) return;
  if (metadata->kind != detail::Kind::object) {
    node_->record(
        "InvalidMetadataError", "the metadata are no object",
        "write Json::object({{\"key\", value}})"
    );
    return;
  }
  for (const auto& [key, value] : metadata->object())
    data.metadata.insert_or_assign(std::string(key), value);
}

void Resource::overrideLogicalId(std::string_view logical_id) {
  if (!is_logical_id(logical_id)) {
    node_->record(
        "InvalidLogicalIdError",
        fmt::format("`{}` is no logical id: it takes 1 to 255 letters and digits", logical_id),
        fmt::format("write `{}`", alphanumeric(logical_id).substr(0, 255))
    );
    return;
  }
  data_of(node_).logical_id = logical_id;
}

}  // namespace amplify::cdk
