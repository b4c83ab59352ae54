// SPDX-License-Identifier: Apache-2.0
#include "cdk/spec/table.hpp"

#include <amplify/detail/suggestion.hpp>

#include <algorithm>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>

namespace amplify::cdk::spec {
namespace {

std::span<const Entry> entries() { return {table, table_size}; }

std::string_view type_of(const Entry& entry) { return entry.type; }

/// Resource types that have been read. Never freed, since others may be used until the very end.
struct Cache {
  std::mutex mutex{};
  std::unordered_map<const Entry*, std::unique_ptr<const ResourceType>> types{};
};

}  // namespace

const ResourceType* find(std::string_view type) {
  const auto all = entries();
  const auto entry = std::ranges::lower_bound(all, type, {}, type_of);
  if (entry == all.end() || entry->type != type) return nullptr;
  static auto& cache = *new Cache;
  const std::scoped_lock lock(cache.mutex);
  auto& known = cache.types[&*entry];
  if (!known) known = std::make_unique<const ResourceType>(parse_resource(entry->lines));
  return known.get();
}

std::string_view nearest_type(std::string_view type) {
  constexpr std::size_t far = 3;
  std::string_view nearest;
  std::size_t least = far;
  for (const auto& entry : entries()) {
    const auto distance = amplify::detail::edit_distance(type, entry.type);
    if (distance >= least) continue;
    least = distance;
    nearest = entry.type;
  }
  return nearest;
}

}  // namespace amplify::cdk::spec
