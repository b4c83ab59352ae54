// SPDX-License-Identifier: Apache-2.0
#include "cdk/services/support.hpp"

#include "cdk/iam/grant.hpp"
#include "cdk/logical_id.hpp"
#include "cdk/node.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/stack.hpp>

namespace amplify::cdk {

std::string id_for(std::string_view prefix, const Construct& other) {
  const auto& node = detail::ConstructNode::of(other);
  const auto* root = node.stack;
  while (root != nullptr && root->as<detail::StackData>()->resource != nullptr)
    root = root->as<detail::StackData>()->resource->stack;
  return std::string(prefix) + unique_id(node.path_below(root));
}

Json text_or_unset(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json list_or_unset(const std::vector<Json>& list) {
  return list.empty() ? Json() : Json::array(list.data(), list.size());
}

Json true_or_unset(bool value) { return value ? Json(true) : Json(); }

Json on_behalf_of(const Construct& target, const Construct& source, const Any& source_arn) {
  if (target.stack() == source.stack()) {
    return Json::object({{"ArnEquals", Json::object({{"aws:SourceArn", source_arn}})}});
  }
  return Json::object({{"StringEquals", Json::object({{"aws:SourceAccount", aws::accountId()}})}});
}

void grant_key_use(
    const Construct& resource, const iam::Grantee& grantee, const Str& key, const List<Str>& actions
) {
  if (!key.isSet() || !actions.isSet()) return;
  // Principals other than roles get the key by its own policy.
  if (grantee.role() == nullptr) return;
  iam::grant(resource, grantee, {.actions = actions, .resources = {key}});
}

}  // namespace amplify::cdk
