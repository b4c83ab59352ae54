// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/app.hpp>
#include <amplify/cdk/validations.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

using nlohmann::json;

/// The template of the stack at this path.
inline json template_of(const CloudAssembly& assembly, std::string_view path) {
  for (const auto& stack : assembly.stacks) {
    if (stack.path == path) return json::parse(stack.templateBody);
  }
  ADD_FAILURE() << "no stack " << path;
  return {};
}

inline json template_of(const App& app, std::string_view path) {
  return template_of(app.synth(), path);
}

inline std::string file_of(const CloudAssembly& assembly, std::string_view path) {
  for (const auto& file : assembly.files) {
    if (file.path == path) return file.content;
  }
  ADD_FAILURE() << "no file " << path;
  return {};
}

/// What synthesis complains about.
inline std::vector<Diagnostic> errors_of(const App& app) {
  try {
    app.synth();
  } catch (const UserError& error) {
    return error.diagnostics();
  }
  return {};
}

/// One error of this code at this place, and no other.
inline void expect_error(const App& app, std::string_view code, std::string_view where) {
  const auto errors = errors_of(app);
  ASSERT_EQ(errors.size(), 1U) << (errors.empty() ? "" : UserError(errors).what());
  EXPECT_EQ(errors[0].code, code);
  EXPECT_EQ(errors[0].where, where);
  EXPECT_FALSE(errors[0].message.empty());
}

/// For tests whose resources lack properties that don't matter there.
inline void allow_missing_properties(const Construct& scope) {
  Validations::of(scope).acknowledge("MissingPropertyError", "they don't matter here");
}

/// A resource with a property `P` of this value.
inline Resource user_of(const Construct& scope, const Any& value) {
  return Resource(scope, "user", "AWS::X::User", Json::object({{"P", value}}));
}

/// The properties of the only resource of this type.
inline json properties_of(const json& stack, std::string_view type) {
  json found;
  for (const auto& resource : stack.at("Resources")) {
    if (resource.at("Type") != type) continue;
    EXPECT_TRUE(found.is_null()) << "more than one " << type;
    found = resource.value("Properties", json::object());
  }
  EXPECT_FALSE(found.is_null()) << "no " << type;
  return found;
}

}  // namespace amplify::cdk
