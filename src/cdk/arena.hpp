// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace amplify::cdk {

/// Where the data of values lives: memory that is handed out piece by piece and freed all at once.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* allocate(std::size_t size, std::size_t alignment);
  template <class T>
  T* array(std::size_t count) {
    return static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
  }
  std::string_view copy(std::string_view text);
  const std::function<Json()>* keep(std::function<Json()> function);

  /// The one that new values of this thread go to.
  static Arena& current();
  /// The one that the living Apps of this thread share; a new one when there is none.
  static std::shared_ptr<Arena> of_apps();

 private:
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::deque<std::function<Json()>> functions_;
};

/// Sends new values of this thread to `arena` until the end of the scope.
class ArenaScope {
 public:
  explicit ArenaScope(Arena& arena);
  ~ArenaScope();
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;

 private:
  Arena* previous_;
};

}  // namespace amplify::cdk
