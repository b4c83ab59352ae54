// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/definition.hpp"
#include "function/parameters.hpp"

#include <amplify/cdk/app.hpp>
#include <amplify/cdk/iam/role.hpp>
#include <amplify/function.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace amplify::functions {

/// What a backend gives its functions.
struct Surroundings {
  /// Takes faults.
  std::function<void(Diagnostic)> report{};
  /// The nested stack of a name, made when it is first asked for.
  std::function<cdk::NestedStack(std::string_view name)> stack{};
  ParameterPaths paths{};
};

/// That a function uses the resources of another definition.
class Access {
 public:
  /// Gets the grants. Its policies stand where they make no two stacks wait for each other.
  const cdk::iam::Role& role() const { return role_; }
  /// Whether they stand with those resources, since the function's stack mustn't refer to them.
  bool isByName() const { return by_name_; }
  /// Where resources stand that connect the function with those.
  const cdk::Construct& scope() const { return by_name_ ? producer_ : function_->lambda; }
  /// Tells the function something of those resources, by a variable.
  void addEnvironment(std::string_view name, cdk::Str value) const;

 private:
  friend class Registry;
  Access(
      cdk::iam::Role role, const FunctionResources& function, cdk::Construct producer, bool by_name
  )
      : role_(std::move(role)), function_(&function), producer_(producer), by_name_(by_name) {}

  cdk::iam::Role role_;
  const FunctionResources* function_;
  cdk::Construct producer_;
  /// Whether the value goes by a parameter, whose name both sides know.
  bool by_name_;
  ParameterPaths::Path path_{};
};

/// Every function of a backend, made when the first definition asks for it.
///
/// A function that definitions call (as a trigger or a handler) stands in the stack of the first of
/// them, unless it says where. What such a function may use must not be referred to from its stack:
/// that would wait for the function, and the function for it. So its policies stand with what they
/// are about, and values reach it as parameters of Systems Manager. Other functions refer to what
/// they use.
class Registry {
 public:
  explicit Registry(Surroundings surroundings) : surroundings_(std::move(surroundings)) {}
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  /// That a definition in the stack `caller` calls the function. Before functions are asked for.
  void noteCall(const defineFunction& function, std::string_view caller);

  /// Null if no definition has asked for the function.
  FunctionResources* find(const defineFunction& function);
  FunctionResources& of(const defineFunction& function);

  /// Lets the function use resources in `producer`, a construct of the definition that has them.
  Access access(const defineFunction& function, const cdk::Construct& producer);

  /// In the order in which they were made.
  const std::deque<FunctionResources>& all() const { return made_; }
  /// Of the function at a place in `all()`.
  const defineFunction& definition(std::size_t i) const { return *functions_[i]; }

  /// Reads, finds and bundles the code of those that have none yet. Before synthesis.
  void loadCode();

 private:
  std::string stack_name(const defineFunction& function) const;

  Surroundings surroundings_;
  /// By function, the stacks of the definitions that call it.
  std::map<const defineFunction*, std::vector<std::string>> callers_{};
  /// Stacks that hold functions which others call.
  std::set<std::string, std::less<>> called_stacks_{};
  std::map<const defineFunction*, std::size_t> index_{};
  std::deque<const defineFunction*> functions_{};
  std::deque<Definition> definitions_{};
  std::deque<FunctionResources> made_{};
  std::set<std::pair<std::string, std::string>> names_{};
  std::size_t loaded_ = 0;
};

}  // namespace amplify::functions
