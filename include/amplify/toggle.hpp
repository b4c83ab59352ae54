// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <optional>
#include <utility>

namespace amplify {

/// A property that is `true`, `false` or a struct of options: `.email = true`, `.email =
/// EmailLogin{…}`. Default: off.
template <class T>
class Toggle {
 public:
  constexpr Toggle() = default;
  constexpr Toggle(std::same_as<bool> auto on) {
    if (on) options_.emplace();
  }
  constexpr Toggle(T options) : options_(std::move(options)) {}

  constexpr bool isOn() const { return options_.has_value(); }
  /// The options; those of `true` are the defaults. Only when on.
  constexpr const T& options() const { return *options_; }

 private:
  std::optional<T> options_{};
};

}  // namespace amplify
