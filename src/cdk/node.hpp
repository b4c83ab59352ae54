// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/app.hpp>
#include <amplify/cdk/aspects.hpp>
#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/finding.hpp>
#include <amplify/cdk/resource_options.hpp>
#include <amplify/cdk/rule.hpp>
#include <amplify/cdk/stack.hpp>

#include "cdk/arena.hpp"
#include "cdk/data.hpp"
#include "cdk/existing.hpp"
#include "cdk/overrides.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace amplify::cdk {
class Context;
}

namespace amplify::cdk::detail {

struct Tree;

struct ResourceData {
  std::string type{};
  /// An object, or null.
  const Data* properties = nullptr;
  std::map<std::string, const Data*> metadata{};
  /// Empty: made from the path.
  std::string logical_id{};
  /// The nested stack that this resource deploys.
  ConstructNode* nested_stack = nullptr;
  ResourceOptions options{};
  /// In the order in which they were asked for. Their paths are ones that a resource can have.
  std::vector<Override> overrides{};
  /// What stands in for it, by deployment. Empty for most.
  std::function<std::optional<Existing>()> existing{};
};

struct StackData {
  /// Empty: made from the path.
  std::string name{};
  std::string description{};
  Environment environment{};
  std::map<std::string, const Data*> metadata{};
  std::vector<std::string> transforms{};
  /// What deploys it, in the parent. Null in a root stack.
  ConstructNode* resource = nullptr;
};

struct ConditionData {
  /// Null when it was left out.
  const Data* expression = nullptr;
};

struct MappingData {
  const Data* values = nullptr;
};

/// For references that become the name of what they refer to.
inline constexpr std::string_view name_attribute = "name";

struct AssetData {
  /// One without a path; or those of a directory, sorted by path.
  std::vector<CloudAssembly::File> files{};
  bool is_directory = false;
  /// Of the object in the bucket, with its dot.
  std::string extension{};
  std::string hash{};
};

/// What a construct is; its handle classes hold nothing but a pointer to it.
struct ConstructNode {
  using Content = std::variant<
      std::monostate, ResourceData, StackData, OutputProps, ParameterProps, ConditionData,
      MappingData, RuleProps, AssetData>;

  Tree* tree = nullptr;
  /// Null in the app.
  ConstructNode* scope = nullptr;
  /// The nearest enclosing stack, or this one itself. Null outside any.
  ConstructNode* stack = nullptr;
  std::string id{};
  std::source_location where{};
  Content content{};
  std::vector<ConstructNode*> children{};

  std::map<std::string, std::string, std::less<>> tags{};
  std::optional<RemovalPolicy> removal_policy{};
  std::vector<ConstructNode*> dependencies{};
  /// By which option of whose the construct gets into another stack; empty for most.
  std::string placement{};

  static ConstructNode& of(const Construct& construct) { return *construct.node_; }
  static Construct handle(ConstructNode& node) { return Construct(&node); }
  static Resource resource_handle(ConstructNode& node) { return Resource(&node); }

  template <class T>
  T* as() {
    return std::get_if<T>(&content);
  }
  template <class T>
  const T* as() const {
    return std::get_if<T>(&content);
  }

  /// Makes a child of `scope`, whatever faults it has: those are recorded.
  static ConstructNode* add(
      const Construct& scope, std::string_view id, std::source_location where, Content content = {}
  );

  std::string path() const;
  /// Ids below `top` (the app when null) down to this one.
  std::vector<std::string_view> path_below(const ConstructNode* top) const;
  /// Where the user made this, or the construct around it that the library made it for.
  std::source_location source() const;
  void record(std::string code, std::string message, std::string help = {}) const;
};

struct AspectEntry {
  std::unique_ptr<Aspect> aspect;
  int priority = 0;
  ConstructNode* scope = nullptr;
  std::unordered_set<const ConstructNode*> visited{};
};

/// What synthesis found out, and about what; or what a user added.
struct PlannedFinding {
  const ConstructNode* node;
  Finding finding;
};

/// Of findings of one kind, in a construct and below.
struct Acknowledgement {
  const ConstructNode* node;
  std::string id;
  std::string reason;
  std::source_location where;
};

/// What an App owns.
struct Tree {
  Tree();

  std::shared_ptr<Arena> arena = Arena::of_apps();
  std::deque<ConstructNode> nodes{};
  /// Children by scope and id.
  struct Key {
    const ConstructNode* scope;
    std::string_view id;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return std::hash<const void*>()(key.scope) * 31 + std::hash<std::string_view>()(key.id);
    }
  };
  std::unordered_map<Key, ConstructNode*, Hash> index{};
  std::vector<Diagnostic> errors{};
  std::deque<AspectEntry> aspects{};
  std::vector<PlannedFinding> findings{};
  std::vector<Acknowledgement> acknowledgements{};
  /// Null until it is asked for.
  std::shared_ptr<Context> context{};
  /// Look-ups that the context doesn't answer yet, by its key, as the manifest has them.
  std::map<std::string, const Data*> missing{};
  ConstructNode* root = nullptr;

  /// Stands in for the stack of constructs that lack one, so that they can be used all the same.
  ConstructNode& no_stack();

 private:
  ConstructNode* no_stack_ = nullptr;
};

/// An override whose path leads nowhere, told with the line that asked for it.
Diagnostic invalid_override(
    const ConstructNode& node, const Override& change, const OverrideFault& fault
);

}  // namespace amplify::cdk::detail
