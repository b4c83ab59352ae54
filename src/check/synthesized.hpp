// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/node.hpp"
#include "check/json.hpp"

#include <amplify/cdk/app.hpp>

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::check {

struct Template {
  /// Of the stack's construct.
  std::string path{};
  std::string file{};
  std::size_t bytes = 0;
  Json body{};
  const cdk::detail::ConstructNode* stack = nullptr;
};

struct Resource {
  const Template* in = nullptr;
  std::string id{};
  std::string type{};
  const Json* entry = nullptr;
  const cdk::detail::ConstructNode* node = nullptr;

  const Json& operator[](std::string_view path) const { return at(at(*entry, "Properties"), path); }
};

/// What was synthesized, resource by resource, each with the construct that it comes from.
class Synthesized {
 public:
  Synthesized(const cdk::Construct& root, const cdk::CloudAssembly& assembly);
  Synthesized(const Synthesized&) = delete;
  Synthesized& operator=(const Synthesized&) = delete;

  const std::deque<Template>& templates() const { return templates_; }
  const std::deque<Resource>& resources() const { return resources_; }
  const std::vector<const Resource*>& of_type(std::string_view type) const;

  /// The resource that a `Ref` or `Fn::GetAtt` in a template stands for, through the parameters and
  /// outputs of nested stacks; null for anything else.
  const Resource* target(const Template& of, const Json& reference) const;

  /// The bytes of an asset by its name in the bucket, `<hash>.zip`; 0 when there is none.
  std::size_t size_of_asset(std::string_view name) const;

 private:
  const Resource* target_of_parameter(const Template& of, const std::string& name) const;
  const Resource* target_of_output(const Resource& stack, const std::string& name) const;

  std::deque<Template> templates_{};
  std::deque<Resource> resources_{};
  std::map<std::pair<const Template*, std::string>, const Resource*> by_id_{};
  std::map<std::string, std::vector<const Resource*>, std::less<>> by_type_{};
  /// By the stack that they deploy.
  std::map<const Template*, const Resource*> nested_{};
  std::map<const Resource*, const Template*> deployed_{};
  std::map<std::string, std::size_t, std::less<>> assets_{};
};

}  // namespace amplify::check
