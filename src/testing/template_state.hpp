// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/app.hpp>
#include <amplify/testing/template.hpp>

#include "testing/json.hpp"

#include <memory>
#include <string>

namespace amplify::assertions {

struct detail::TemplateState {
  /// A stack's path, or a file.
  std::string name{};
  json body{};
  /// What the template is a part of; null when it stands alone.
  std::shared_ptr<const cdk::CloudAssembly> assembly{};
};

struct detail::TemplateAccess {
  static const TemplateState& of(const Template& value) { return *value.state_; }
  static Template make(TemplateState state, TemplateParsingOptions options);
};

/// Errors: AssertionError when resources wait for each other.
void check_cycles(const detail::TemplateState& state);

}  // namespace amplify::assertions
