// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/values.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::lambda {

/// A field of an API that a function answers: a direct Lambda resolver, or a custom operation of
/// Amplify's (`a.handler.function`).
struct AppSyncResolverEvent {
  /// `Query`, `Mutation` or a type of yours.
  std::string typeName{};
  std::string fieldName{};
  JsonText arguments{};

  /// Who asks; empty for an API key.
  struct Identity {
    std::string sub{};
    std::string username{};
    std::string issuer{};
    std::vector<std::string> groups{};
    /// Of an identity pool.
    std::string cognitoIdentityId{};
    std::string userArn{};
    std::vector<std::string> sourceIp{};
    /// All of it.
    JsonText whole{};
  };
  Identity identity{};
  /// The object that the field belongs to.
  JsonText source{};
  /// The result of the step before, in a pipeline.
  JsonText prev{};
  JsonText stash{};
  Headers headers{};
  /// Of direct resolvers alone.
  JsonText variables{};
  std::vector<std::string> selectionSetList{};
};

/// Fields of several objects at once, for a resolver with batching. The result has one element
/// each.
using AppSyncBatchEvent = std::vector<AppSyncResolverEvent>;

void decodePayload(std::string_view payload, AppSyncResolverEvent& event);
void decodePayload(std::string_view payload, AppSyncBatchEvent& event);

}  // namespace amplify::lambda
