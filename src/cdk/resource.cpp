// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/construct.hpp>

#include "cdk/logical_id.hpp"
#include "cdk/node.hpp"

#include <fmt/format.h>

namespace amplify::cdk {

using detail::Access;
using detail::ConstructNode;
using detail::ResourceData;

namespace {

ResourceData& data_of(ConstructNode* node) { return *node->as<ResourceData>(); }

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
  if (data.properties == nullptr) return {};
  return Access::make<Json>(data.properties->find(name));
}

void Resource::addMetadata(std::string_view key, Json value) {
  data_of(node_).metadata.insert_or_assign(std::string(key), Access::data(value));
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
