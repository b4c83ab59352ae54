// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/define_backend.hpp>
#include <amplify/error.hpp>
#include <nlohmann/json.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace amplify {
/// What GoogleTest prints.
inline void PrintTo(const Diagnostic& diagnostic, std::ostream* out) {
  *out << UserError(diagnostic).what();
}
}  // namespace amplify

namespace amplify::testing {

/// The template of the stack with this id.
inline nlohmann::json stack_template(const cdk::CloudAssembly& assembly, std::string_view id) {
  for (const auto& stack : assembly.stacks) {
    if (std::string_view(stack.path).substr(stack.path.rfind('/') + 1) == id) {
      return nlohmann::json::parse(stack.templateBody);
    }
  }
  return {};
}

/// The resources of one type.
inline std::vector<nlohmann::json> resources(const nlohmann::json& stack, std::string_view type) {
  std::vector<nlohmann::json> found;
  for (const auto& [id, resource] : stack.at("Resources").items()) {
    if (resource.at("Type") == type) found.push_back(resource);
  }
  return found;
}

/// What synthesis finds wrong.
inline std::vector<Diagnostic> faults(const Backend& backend) {
  try {
    backend.synth();
  } catch (const UserError& error) {
    return error.diagnostics();
  }
  return {};
}

}  // namespace amplify::testing
