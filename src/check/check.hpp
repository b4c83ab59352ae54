// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/limits.hpp"
#include "check/rule.hpp"

#include <amplify/cdk/finding.hpp>
#include <amplify/define_backend.hpp>

#include <string_view>
#include <vector>

// Everything that can be known of a backend without deploying it.

namespace amplify::check {

struct Result {
  /// The worst first, then by kind and place. Acknowledged ones are among them.
  std::vector<cdk::Finding> findings{};
  /// The nearest first. None when synthesis found errors, for then there is nothing to measure.
  std::vector<Nearness> limits{};
};

/// Synthesizes the backend, and looks at the outcome. What synthesis finds is among the findings.
Result check(const Backend& backend, const BackendIdentifier& identifier);

/// A kind of finding, as people read about it.
struct Kind {
  std::string_view id;
  Severity severity;
  About about;
  std::string_view title;
  std::string_view help;
  std::string_view source;
  /// What it is a limit of; null for a risk.
  const Limit* limit = nullptr;
};

/// Every kind that `check` looks for, by id.
const std::vector<Kind>& kinds();
/// Null for an id that is none of them.
const Kind* find_kind(std::string_view id);

std::string_view name_of(Severity severity);

}  // namespace amplify::check
