// SPDX-License-Identifier: Apache-2.0
#include "cdk/spec/pattern.hpp"

#include "detail/pattern.hpp"

#include <mutex>
#include <unordered_map>

namespace amplify::cdk::spec {
namespace {

using detail::Pattern;

const Pattern& compiled(std::string_view pattern) {
  static std::mutex mutex;
  static auto& known = *new std::unordered_map<std::string_view, Pattern>;
  const std::scoped_lock lock(mutex);
  return known.try_emplace(pattern, pattern).first->second;
}

}  // namespace

std::optional<bool> matches(std::string_view pattern, std::string_view text) {
  using Outcome = Pattern::Match::Outcome;
  const auto outcome = compiled(pattern).search(text).outcome;
  return outcome == Outcome::unknown ? std::nullopt : std::optional(outcome == Outcome::found);
}

}  // namespace amplify::cdk::spec
