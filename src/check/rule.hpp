// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/state.hpp"
#include "check/policies.hpp"
#include "check/synthesized.hpp"

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/finding.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What rules are: rows of a table, each with a function that looks for what it is about.

namespace amplify::check {

using cdk::Severity;

/// What rules look at.
struct Subject {
  const Backend::State& backend;
  const Synthesized& made;
  /// Of every policy.
  std::vector<Statement> statements;
  DeploymentType deployment = DeploymentType::sandbox;
};

struct Rule;

/// Takes what a rule finds.
class Report {
 public:
  Report(const Rule& rule, std::vector<cdk::detail::PlannedFinding>& findings)
      : rule_(rule), findings_(findings) {}

  /// `property` is a path in the resource's properties.
  void add(const Resource& resource, std::string message, std::string property = {});
  void add(const cdk::Construct& construct, std::string message);

 private:
  cdk::Finding& add(const cdk::detail::ConstructNode& node, std::string message);

  const Rule& rule_;
  std::vector<cdk::detail::PlannedFinding>& findings_;
};

/// Whether a rule is about every deployment, or only those that are meant to last.
enum class About : bool { all, lasting };

struct Rule {
  /// Ends in `Risk` or `Limit`.
  std::string_view id;
  Severity severity;
  About about;
  /// What is wrong, as a sentence without its end.
  std::string_view title;
  /// What to do.
  std::string_view help;
  /// Who says so.
  std::string_view source;
  void (*look)(const Subject& subject, Report& report);

  bool applies_to(DeploymentType deployment) const {
    return about == About::all || deployment != DeploymentType::sandbox;
  }
};

}  // namespace amplify::check
