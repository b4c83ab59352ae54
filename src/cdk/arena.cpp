// SPDX-License-Identifier: Apache-2.0
#include "cdk/arena.hpp"

#include <cstring>
#include <memory>
#include <mutex>
#include <utility>

namespace amplify::cdk {
namespace {

constexpr std::size_t chunk_size = 64UL * 1024;

thread_local std::weak_ptr<Arena> apps;
thread_local Arena* chosen = nullptr;

/// Values made outside any App may be used by any thread until the process ends, so they outlive
/// the thread, and everything else that is destroyed at the end.
Arena& permanent() {
  thread_local Arena* const arena = [] {
    static std::mutex mutex;
    static auto& all = *new std::vector<std::unique_ptr<Arena>>;
    const std::scoped_lock lock(mutex);
    return all.emplace_back(std::make_unique<Arena>()).get();
  }();
  return *arena;
}

}  // namespace

void* Arena::allocate(std::size_t size, std::size_t alignment) {
  void* place = next_;
  if (place == nullptr || std::align(alignment, size, place, left_) == nullptr) {
    // Operator new aligns a chunk for every type that is put here.
    const auto chunk = size > chunk_size ? size : chunk_size;
    place = chunks_.emplace_back(new std::byte[chunk]).get();
    left_ = chunk;
  }
  next_ = static_cast<std::byte*>(place) + size;
  left_ -= size;
  return place;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  auto* const place = array<char>(text.size());
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

const std::function<Json()>* Arena::keep(std::function<Json()> function) {
  return &functions_.emplace_back(std::move(function));
}

Arena& Arena::current() {
  if (chosen != nullptr) return *chosen;
  // Whoever locks it last keeps it alive, and the Apps of this thread are still there.
  const auto shared = apps.lock();
  return shared ? *shared : permanent();
}

std::shared_ptr<Arena> Arena::of_apps() {
  auto shared = apps.lock();
  if (!shared) {
    shared = std::make_shared<Arena>();
    apps = shared;
  }
  return shared;
}

ArenaScope::ArenaScope(Arena& arena) : previous_(std::exchange(chosen, &arena)) {}
ArenaScope::~ArenaScope() { chosen = previous_; }

}  // namespace amplify::cdk
