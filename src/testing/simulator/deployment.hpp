// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/testing/simulator.hpp>

#include "testing/json.hpp"
#include "testing/simulator/text.hpp"
#include "testing/template_state.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::assertions {

struct Shape;

/// One template as it is deployed, and where its parameters come from.
struct Scope {
  /// Of the stack. Empty for a template that is no part of an assembly.
  std::string path{};
  json body{};
  const Scope* parent = nullptr;
  /// Of a nested stack: the values that the parent gives it.
  json parameters = json::object();
  /// Nested stacks by the logical id of what deploys them.
  std::map<std::string, const Scope*> nested{};

  const json& resources() const;
};

/// A resource of one template.
struct Located {
  const Scope* scope = nullptr;
  std::string id{};

  const json& definition() const { return scope->resources().at(id); }
  std::string type() const;
  /// A property; null when there is none.
  const json& property(std::string_view name) const;
  /// As messages say it: `Photos`, `S/N: Photos` in a nested stack.
  std::string label() const;

  friend bool operator==(const Located&, const Located&) = default;
};

/// Templates as if they were deployed: what a value in them becomes, as far as it can be known.
class Deployment {
 public:
  Deployment(const detail::TemplateState& state, IamSimulatorOptions options);

  const IamSimulatorOptions& options() const { return options_; }
  /// The template that the questions are about.
  const Scope& main() const { return *main_; }
  /// Every resource, those of the main template first.
  const std::vector<Located>& resources() const { return resources_; }

  /// A value where a string is taken.
  Text text(const Scope& scope, const json& value) const;
  /// A value where a string or a list of them is taken. A list that isn't known is one symbol.
  std::vector<Text> texts(const Scope& scope, const json& value) const;
  /// What a construct's value becomes.
  Text text(const cdk::Node& value) const;
  /// What Fn::Sub makes of the text, with `variables` of its own if it is an object.
  Text substituted(const Scope& scope, std::string_view text, const json& variables = {}) const;

  /// The ARN of a resource; none when its type has none that is known.
  std::optional<Text> arn(const Located& resource) const;
  /// The value of `Ref`.
  Text ref(const Located& resource) const;
  /// By construct; none when it is in no template.
  std::optional<Located> find(const cdk::Resource& resource) const;
  /// By logical id: in the main template, or the only one elsewhere.
  std::vector<Located> find(std::string_view id) const;

  /// As the formats of a Shape.
  Text format(std::string_view pattern, const Text& name, const Text& path = "/") const;

 private:
  void add_assembly(const detail::TemplateState& state);
  Scope& add_scopes(const cdk::CloudAssembly& assembly, const cdk::SynthesizedStack& stack);
  void add_resources(const Scope& scope);

  Text reference(const Scope& scope, const std::string& name) const;
  Text pseudo_parameter(const Scope& scope, const std::string& name) const;
  Text parameter(const Scope& scope, const std::string& name) const;
  Text name(const Located& resource, const Shape& shape) const;
  Text format(const Located& resource, std::string_view pattern) const;
  Text call(const Scope& scope, const std::string& function, const json& argument) const;
  /// Stands for what only the deployment knows; equal for equal values.
  Text unknown(const Scope& scope, const json& value) const;

  // None for what can't be followed.
  std::optional<Text> attribute(const Scope& scope, const json& argument) const;
  std::optional<Text> attribute(const Located& resource, const std::string& name) const;
  std::optional<Text> located(const json& argument) const;
  std::optional<Text> join(const Scope& scope, const json& argument) const;
  std::optional<Text> substituted(const Scope& scope, const json& argument) const;
  std::optional<Text> selected(const Scope& scope, const json& argument) const;
  std::optional<std::vector<Text>> list(const Scope& scope, const json& value) const;

  IamSimulatorOptions options_;
  std::deque<Scope> scopes_;
  const Scope* main_ = nullptr;
  std::vector<Located> resources_;
};

}  // namespace amplify::assertions
