// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/custom_outputs.hpp"
#include "backend/sign_in.hpp"
#include "data/api.hpp"

#include <amplify/define_backend.hpp>

#include <deque>
#include <optional>
#include <vector>

namespace amplify {

struct Backend::State {
  struct Auth {
    const defineAuth* definition = nullptr;
    AuthResources resources;
  };
  struct ReferencedAuth {
    const referenceAuth* definition = nullptr;
    ReferenceAuthResources resources;
  };
  struct Data {
    const defineData* definition = nullptr;
    appsync::ApiDefinition api{};
    appsync::Api made;
  };

  cdk::App app{};
  cdk::Stack root{app, "backend"};
  /// Set before each synthesis; outputs read it.
  BackendIdentifier identifier{};
  std::optional<Auth> auth{};
  /// In place of `auth`.
  std::optional<ReferencedAuth> referencedAuth{};
  /// Of either.
  std::optional<detail::SignIn> signIn{};
  std::optional<Data> data{};
  std::vector<cdk::NestedStack> customStacks{};
  detail::CustomOutputs customOutputs{};
  /// What was asked for but isn't of this backend; errors tell of it.
  std::deque<Auth> strangeAuths{};
  std::deque<ReferencedAuth> strangeReferencedAuths{};
  std::deque<Data> strangeData{};
};

}  // namespace amplify
