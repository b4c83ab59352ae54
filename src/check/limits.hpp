// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/rule.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What AWS counts, and how near a backend is to it.

namespace amplify::check {

/// How much of something one place of a backend has.
struct Usage {
  const cdk::detail::ConstructNode* node = nullptr;
  /// Null when it is about a stack.
  const Resource* resource = nullptr;
  std::size_t used = 0;
};

class Meter {
 public:
  void add(const Resource& resource, std::size_t used) {
    usages_.push_back({.node = resource.node, .resource = &resource, .used = used});
  }
  void add(const Template& stack, std::size_t used) {
    usages_.push_back({.node = stack.stack, .used = used});
  }
  const std::vector<Usage>& usages() const { return usages_; }

 private:
  std::vector<Usage> usages_{};
};

struct Limit {
  /// Ends in `Limit`.
  std::string_view id;
  /// What is counted, in the plural: `resources in a stack`.
  std::string_view counted;
  std::size_t most;
  /// What to do when it gets near.
  std::string_view help;
  /// Where AWS says so.
  std::string_view source;
  void (*measure)(const Subject& subject, Meter& meter);
};

std::span<const Limit> limits();

/// How near the backend is to a limit, at its nearest place.
struct Nearness {
  const Limit* limit = nullptr;
  /// 0 when the backend has nothing of the kind.
  std::size_t used = 0;
  /// The construct's path; empty when the backend has nothing of the kind.
  std::string where{};

  double share() const { return static_cast<double>(used) / static_cast<double>(limit->most); }
};

/// Measures everything, the nearest first. What is past four fifths of a limit becomes a warning,
/// what is past it an error.
std::vector<Nearness> measure(
    const Subject& subject, std::vector<cdk::detail::PlannedFinding>& findings
);

}  // namespace amplify::check
