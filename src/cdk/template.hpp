// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"
#include "cdk/tags.hpp"

#include <amplify/cdk/app.hpp>

#include <string>
#include <unordered_map>

namespace amplify::cdk {

struct Template {
  std::string file{};
  std::string body{};
  /// The sha256 of the body.
  std::string hash{};
};

/// Prints the templates of a root stack, nested ones first: a parent names them by their hash.
class TemplatePrinter {
 public:
  struct Options {
    bool indent = false;
    /// Resources tell the path of their construct.
    bool path_metadata = false;
  };
  TemplatePrinter(Plan& plan, Tags& tags, Options options)
      : plan_(plan), tags_(tags), options_(options) {}

  /// Errors (recorded in the plan): `StackLimitError`, `InvalidTextError`, those of
  /// `deletion_policy`.
  void print(StackPlan& stack);
  const Template& of(const StackPlan& stack) const { return templates_.at(&stack); }

 private:
  const detail::Data* whole(StackPlan& stack);
  const detail::Data* parameters(StackPlan& stack);
  const detail::Data* resources(StackPlan& stack);
  const detail::Data* resource(ResourcePlan& resource);
  const detail::Data* properties(const ResourcePlan& resource);
  const detail::Data* nested_properties(const ResourcePlan& resource);
  const detail::Data* resource_metadata(const ResourcePlan& resource);
  const detail::Data* outputs(StackPlan& stack);
  void check_text(const StackPlan& stack, const std::string& body);
  void check_limit(
      const StackPlan& stack, std::size_t count, std::size_t limit, std::string_view what
  );

  Plan& plan_;
  Tags& tags_;
  Options options_;
  std::unordered_map<const StackPlan*, Template> templates_{};
};

}  // namespace amplify::cdk
