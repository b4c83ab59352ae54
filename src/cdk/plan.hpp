// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/node.hpp"

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// What one synthesis knows of an app: its stacks and their resources, without the constructs
// between.

namespace amplify::cdk {

using detail::PlannedFinding;

struct StackPlan;
struct ResourcePlan;

/// Why something waits for something else: the use itself, which may lie deeper.
struct Use {
  const detail::ConstructNode* user;
  const detail::ConstructNode* used;
  /// Where in the user's properties; empty for a dependency.
  std::string property{};
  /// Of what is used; empty for `Ref`.
  std::string_view attribute{};
};

/// One resource waits for another of the same template.
struct Edge {
  ResourcePlan* to;
  Use use;
};

struct ResourcePlan {
  const detail::ConstructNode* node;
  StackPlan* stack;
  std::string id;
  /// Without tokens; null when there are none.
  const detail::Data* properties = nullptr;
  const detail::Data* metadata = nullptr;
  /// The name of its condition.
  const detail::Data* condition = nullptr;
  const detail::Data* creation_policy = nullptr;
  const detail::Data* update_policy = nullptr;
  /// The whole resource, once its template is printed.
  const detail::Data* entry = nullptr;
  /// Those that are made when the template is printed; their values are without tokens.
  std::vector<detail::Override> late_overrides{};
  /// By reference from its properties.
  std::vector<Edge> uses{};
  /// By dependency alone.
  std::vector<Edge> waits_for{};

  const detail::ResourceData& data() const { return *node->as<detail::ResourceData>(); }
};

/// A reference as one template writes it.
struct Located {
  const detail::Data* value = nullptr;
  /// What it refers to in this template; null for a parameter.
  ResourcePlan* resource = nullptr;
};

/// Entries of a template that aren't resources.
struct Section {
  std::vector<const detail::ConstructNode*> nodes{};
  /// What took the names.
  std::map<std::string, std::string> names{};
  /// By name, without tokens.
  std::map<std::string, const detail::Data*> entries{};
};

struct StackPlan {
  const detail::ConstructNode* node;
  StackPlan* parent = nullptr;
  StackPlan* root = nullptr;
  /// What deploys it, in the parent.
  ResourcePlan* resource = nullptr;
  /// Sorted by path.
  std::vector<StackPlan*> nested{};

  std::deque<ResourcePlan> resources{};
  std::map<std::string, ResourcePlan*, std::less<>> resources_by_id{};
  /// Names of resources are parameters' names too.
  Section parameters{};
  Section outputs{};
  Section conditions{};
  Section mappings{};
  Section rules{};
  std::vector<const detail::ConstructNode*> assets{};
  /// Without tokens.
  const detail::Data* metadata = nullptr;
  /// Whether something in it needs the transform `AWS::LanguageExtensions`.
  bool needs_extensions = false;

  /// Parameters for values from outside, with their values in the parent.
  std::map<std::string, const detail::Data*> passed_in{};
  /// Outputs for uses outside, with their values here.
  std::map<std::string, const detail::Data*> passed_out{};
  std::map<std::pair<const detail::ConstructNode*, std::string_view>, Located> located{};

  /// Of a root: the other roots that must be deployed before, with one reason each.
  std::map<StackPlan*, Use> waits_for{};

  const detail::StackData& data() const { return *node->as<detail::StackData>(); }
  /// The nested stack that `inner` is or is in; null when `inner` isn't below this one.
  StackPlan* nested_toward(StackPlan& inner);
};

class Plan {
 public:
  explicit Plan(const detail::Tree& tree);

  const detail::Tree& tree;
  std::vector<Diagnostic> errors{};
  std::vector<PlannedFinding> findings{};
  /// Names of exports, and what took them.
  std::map<std::string, std::string, std::less<>> exports{};
  /// Sorted by path.
  std::vector<StackPlan*> roots{};
  std::deque<StackPlan> stacks{};

  StackPlan* stack_of(const detail::ConstructNode& node);
  /// Null for what isn't in a template.
  ResourcePlan* resource_of(const detail::ConstructNode& node);
  /// What stands in for a resource; null for most.
  const Existing* existing(const detail::ConstructNode& node) const;

  /// Takes a name in a template, or of a root stack; a second taker is an error.
  void claim(
      std::map<std::string, std::string>& names, const std::string& name,
      const detail::ConstructNode& node
  );
  void report(
      const detail::ConstructNode& node, std::string code, std::string message,
      std::string help = {}
  );

 private:
  void visit(const detail::ConstructNode& node, StackPlan* stack);
  StackPlan* add_stack(const detail::ConstructNode& node);
  /// Whether something stands in for it.
  bool take_existing(const detail::ConstructNode& node);
  ResourcePlan& add_resource(StackPlan& stack, const detail::ConstructNode& node);
  void add_entry(StackPlan& stack, Section& section, const detail::ConstructNode& node);

  std::map<std::string, std::string> root_names_{};
  std::unordered_map<const detail::ConstructNode*, StackPlan*> stacks_by_node_{};
  std::unordered_map<const detail::ConstructNode*, ResourcePlan*> resources_by_node_{};
  std::unordered_map<const detail::ConstructNode*, Existing> existing_{};
};

}  // namespace amplify::cdk
