// SPDX-License-Identifier: Apache-2.0
#include "cdk/logical_id.hpp"

#include "cdk/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace amplify::cdk {
namespace {

constexpr std::size_t maximal_length = 255;
constexpr std::size_t maximal_readable_length = 240;
constexpr std::size_t hash_length = 8;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string path_hash(std::string_view path) {
  auto hash = md5_hex(path).substr(0, hash_length);
  std::ranges::transform(hash, hash.begin(), [](unsigned char c) {
    return static_cast<char>(std::toupper(c));
  });
  return hash;
}

std::string readable(std::span<const std::string_view> path) {
  std::string text;
  std::string_view previous;
  for (const auto id : path) {
    if (!previous.empty() && previous.ends_with(id)) continue;
    previous = id;
    if (id != "Resource") text += alphanumeric(id);
  }
  return text.substr(0, maximal_readable_length);
}

/// The id that the peer gives a nested stack at the root, for nested stacks anywhere.
std::string nested_stack_id(const detail::ConstructNode& resource) {
  const auto& nested = *resource.as<detail::ResourceData>()->nested_stack;
  return readable(nested.path_below(resource.stack)) +
         path_hash(fmt::format("{}", fmt::join(resource.path_below(resource.stack), "/")));
}

}  // namespace

std::string alphanumeric(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::ranges::copy_if(text, std::back_inserter(result), is_alphanumeric);
  return result;
}

bool is_logical_id(std::string_view text) {
  return !text.empty() && text.size() <= maximal_length &&
         std::ranges::all_of(text, is_alphanumeric);
}

std::string unique_id(std::span<const std::string_view> path) {
  std::vector<std::string_view> ids;
  std::ranges::copy_if(path, std::back_inserter(ids), [](auto id) { return id != "Default"; });
  if (ids.size() == 1) {
    auto id = alphanumeric(ids.front());
    if (!id.empty() && id.size() <= maximal_length) return id;
  }
  return readable(ids) + path_hash(fmt::format("{}", fmt::join(ids, "/")));
}

std::string logical_id_of(const detail::ConstructNode& node) {
  const auto* resource = node.as<detail::ResourceData>();
  if (resource == nullptr) return node.id;  // outputs and parameters
  if (!resource->logical_id.empty()) return resource->logical_id;
  if (resource->nested_stack != nullptr) return nested_stack_id(node);
  return unique_id(node.path_below(node.stack));
}

std::string stack_name_of(const detail::ConstructNode& stack) {
  const auto& name = stack.as<detail::StackData>()->name;
  if (!name.empty()) return name;
  const auto path = stack.path_below(nullptr);
  return path.size() == 1 ? std::string(path.front()) : unique_id(path);
}

std::string crossing_name(const detail::Reference& reference) {
  const auto* root = reference.target->stack;
  while (const auto* resource = root->as<detail::StackData>()->resource)
    root = resource->stack;
  const auto attribute = reference.attribute.empty() ? "Ref" : alphanumeric(reference.attribute);
  const auto name = unique_id(reference.target->path_below(root)) + attribute;
  // Parameters get a prefix, and names have the same limit as ids.
  const auto limit = maximal_length - std::string_view("referenceto").size();
  return name.size() <= limit ? name : name.substr(0, limit - hash_length) + path_hash(name);
}

}  // namespace amplify::cdk
