// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/node.hpp"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// What one synthesis knows of an app: its stacks and their resources, without the constructs
// between.

namespace amplify::cdk {

struct StackPlan;
struct ResourcePlan;

/// One resource waits for another of the same template, because of a use that may lie deeper.
struct Edge {
  ResourcePlan* to;
  const detail::ConstructNode* user;
  const detail::ConstructNode* used;
};

struct ResourcePlan {
  const detail::ConstructNode* node;
  StackPlan* stack;
  std::string id;
  /// Without tokens; null when there are none.
  const detail::Data* properties = nullptr;
  const detail::Data* metadata = nullptr;
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
  std::vector<const detail::ConstructNode*> parameters{};
  std::vector<const detail::ConstructNode*> outputs{};
  std::vector<const detail::ConstructNode*> assets{};

  /// Names in the template, and what took them.
  std::map<std::string, std::string> ids{};
  std::map<std::string, std::string> output_names{};

  /// Entries of the template, without tokens.
  const detail::Data* metadata = nullptr;
  std::map<std::string, const detail::Data*> parameter_entries{};
  std::map<std::string, const detail::Data*> output_entries{};

  /// Parameters for values from outside, with their values in the parent.
  std::map<std::string, const detail::Data*> passed_in{};
  /// Outputs for uses outside, with their values here.
  std::map<std::string, const detail::Data*> passed_out{};
  std::map<std::pair<const detail::ConstructNode*, std::string_view>, Located> located{};

  /// Of a root: the other roots that must be deployed before.
  std::set<StackPlan*> waits_for{};

  const detail::StackData& data() const { return *node->as<detail::StackData>(); }
  /// The nested stack that `inner` is or is in; null when `inner` isn't below this one.
  StackPlan* nested_toward(StackPlan& inner);
};

class Plan {
 public:
  explicit Plan(const detail::Tree& tree);

  const detail::Tree& tree;
  std::vector<Diagnostic> errors{};
  /// Sorted by path.
  std::vector<StackPlan*> roots{};
  std::deque<StackPlan> stacks{};

  StackPlan* stack_of(const detail::ConstructNode& node);
  ResourcePlan* resource_of(const detail::ConstructNode& node);

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
  ResourcePlan& add_resource(StackPlan& stack, const detail::ConstructNode& node);
  void add_named(
      StackPlan& stack, const detail::ConstructNode& node,
      std::map<std::string, std::string>& names, std::vector<const detail::ConstructNode*>& list
  );

  std::map<std::string, std::string> root_names_{};
  std::unordered_map<const detail::ConstructNode*, StackPlan*> stacks_by_node_{};
  std::unordered_map<const detail::ConstructNode*, ResourcePlan*> resources_by_node_{};
};

}  // namespace amplify::cdk
