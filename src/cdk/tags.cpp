// SPDX-License-Identifier: Apache-2.0
#include "cdk/tags.hpp"

#include "cdk/spec/table.hpp"

#include <string_view>
#include <vector>

namespace amplify::cdk {

using detail::ConstructNode;
using detail::Data;
using detail::Kind;
using detail::make_list;
using detail::make_object;
using detail::make_string;
using detail::Member;

namespace {

/// What the specification says of a type that can have tags; null for others.
const spec::ResourceType* find_taggable(std::string_view type) {
  const auto* const found = spec::find(type);
  return found != nullptr && !found->tags_property.empty() ? found : nullptr;
}

bool is_auto_scaling(const spec::ResourceType& type) { return type.tags_form == "asg"; }

const Data* as_list(const Tags::Map& tags, bool auto_scaling) {
  // Machines of the group get its tags, like the CDK has it.
  const auto* const propagate = auto_scaling ? detail::make_boolean(true) : nullptr;
  std::vector<const Data*> list;
  for (const auto& [key, value] : tags) {
    list.push_back(make_object({
        {"Key", make_string(key)},
        {"PropagateAtLaunch", propagate},
        {"Value", make_string(value)},
    }));
  }
  return make_list(list);
}

const Data* as_map(const Tags::Map& tags) {
  std::vector<Member> members;
  for (const auto& [key, value] : tags)
    members.push_back({key, make_string(value)});
  return make_object(members);
}

/// The key of a tag in a list; empty when it can't be told.
std::string_view key_of(const Data& tag) {
  const auto* const key = tag.kind == Kind::object ? tag.find("Key") : nullptr;
  return key != nullptr && key->kind == Kind::string ? key->string() : std::string_view();
}

const Data* merge_lists(const Data& tags, const Data& explicit_tags) {
  std::map<std::string_view, const Data*> by_key;
  std::vector<const Data*> others;
  for (const auto* tag : tags.list())
    by_key[key_of(*tag)] = tag;
  for (const auto* tag : explicit_tags.list()) {
    if (const auto key = key_of(*tag); key.empty()) {
      others.push_back(tag);
    } else {
      by_key[key] = tag;
    }
  }
  std::vector<const Data*> merged;
  for (const auto& [key, tag] : by_key)
    merged.push_back(tag);
  merged.insert(merged.end(), others.begin(), others.end());
  return make_list(merged);
}

const Data* merge_maps(const Data& tags, const Data& explicit_tags) {
  std::vector<Member> members(tags.object().begin(), tags.object().end());
  members.insert(members.end(), explicit_tags.object().begin(), explicit_tags.object().end());
  return make_object(members);
}

/// What the resource sets itself wins; when that is a token, nothing can be added to it.
const Data* merge(const Data& tags, const Data& explicit_tags) {
  if (tags.kind == Kind::list && explicit_tags.kind == Kind::list) {
    return merge_lists(tags, explicit_tags);
  }
  if (tags.kind == Kind::object && explicit_tags.kind == Kind::object &&
      !detail::is_function_call(explicit_tags)) {
    return merge_maps(tags, explicit_tags);
  }
  return &explicit_tags;
}

}  // namespace

std::string_view tags_property(std::string_view type) {
  const auto* const found = find_taggable(type);
  return found != nullptr ? found->tags_property : std::string_view();
}

Tags::Set& Tags::set_at(const ConstructNode& node) {
  if (node.scope != nullptr && node.tags.empty()) return set_at(*node.scope);
  const auto [entry, is_new] = own_.try_emplace(&node);
  auto& set = entry->second;
  if (!is_new) return set;
  set.tags = node.tags;
  if (node.scope != nullptr) {
    const auto& outer = set_at(*node.scope).tags;
    set.tags.insert(outer.begin(), outer.end());
  }
  return set;
}

const Data* Tags::add_to(const Data* properties, const ResourcePlan& resource) {
  const auto& data = resource.data();
  const auto* const type = find_taggable(data.type);
  if (type == nullptr) return properties;
  // A nested stack's tags are its resource's, too.
  auto& set = set_at(
      data.nested_stack != nullptr && resource.node->tags.empty() ? *data.nested_stack
                                                                  : *resource.node
  );
  if (set.tags.empty()) return properties;
  const bool is_map = type->tags_form == "map";
  auto*& cached = is_map ? set.map : is_auto_scaling(*type) ? set.auto_scaling : set.list;
  if (cached == nullptr) {
    cached = is_map ? as_map(set.tags) : as_list(set.tags, is_auto_scaling(*type));
  }
  const auto* const present =
      properties != nullptr ? properties->find(type->tags_property) : nullptr;
  return detail::with_member(
      properties, type->tags_property, present != nullptr ? merge(*cached, *present) : cached
  );
}

}  // namespace amplify::cdk
