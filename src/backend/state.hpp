// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/custom_outputs.hpp"
#include "backend/sign_in.hpp"
#include "data/api.hpp"
#include "function/registry.hpp"

#include <amplify/define_backend.hpp>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
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

  struct Storage {
    const defineStorage* definition = nullptr;
    StorageResources resources;
  };

  struct HttpApi {
    const defineHttpApi* definition = nullptr;
    HttpApiResources resources;
  };
  struct RestApi {
    const defineRestApi* definition = nullptr;
    RestApiResources resources;
  };

  struct Queue {
    const defineQueue* definition = nullptr;
    QueueResources resources;
  };
  struct Topic {
    const defineTopic* definition = nullptr;
    TopicResources resources;
  };
  struct Stream {
    const defineStream* definition = nullptr;
    StreamResources resources;
  };

  /// The nested stack of a name, made when it is first asked for.
  cdk::NestedStack stack_of(std::string_view name, std::source_location where);

  cdk::App app{};
  cdk::Stack root{app, "backend"};
  /// Set before each synthesis; outputs read it.
  BackendIdentifier identifier{};
  /// Of the definitions, by name.
  std::map<std::string, cdk::NestedStack, std::less<>> stacks{};
  functions::Registry functions;
  std::optional<Auth> auth{};
  /// In place of `auth`.
  std::optional<ReferencedAuth> referencedAuth{};
  /// Of either.
  std::optional<detail::SignIn> signIn{};
  std::optional<Data> data{};
  std::deque<Storage> storages{};
  std::deque<HttpApi> httpApis{};
  std::deque<RestApi> restApis{};
  std::deque<Queue> queues{};
  std::deque<Topic> topics{};
  std::deque<Stream> streams{};
  std::vector<cdk::NestedStack> customStacks{};
  detail::CustomOutputs customOutputs{};
  /// What was asked for but isn't of this backend; errors tell of it.
  std::deque<Auth> strangeAuths{};
  std::deque<ReferencedAuth> strangeReferencedAuths{};
  std::deque<Data> strangeData{};
  std::deque<Storage> strangeStorages{};
  std::deque<HttpApi> strangeHttpApis{};
  std::deque<RestApi> strangeRestApis{};
  std::deque<FunctionResources> strangeFunctions{};

  State();
};

namespace detail {
/// As `Backend::addOutput`.
void add_output(Backend::State& state, const ClientConfig& part, std::source_location where);
}  // namespace detail

}  // namespace amplify
