// SPDX-License-Identifier: Apache-2.0
#include "auth/auth.hpp"
#include "backend/api.hpp"
#include "backend/auth.hpp"
#include "backend/identity.hpp"
#include "backend/messaging.hpp"
#include "backend/outputs.hpp"
#include "backend/state.hpp"
#include "backend/storage.hpp"
#include "cdk/inheritance.hpp"
#include "cdk/lazy.hpp"
#include "data/data_sources.hpp"
#include "data/function_access.hpp"
#include "function/function.hpp"
#include "storage/definition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify {
namespace {

std::string line_of(const std::source_location& where) {
  return fmt::format("{}:{}", where.file_name(), where.line());
}

/// The definitions of one kind. Reports all but the first.
template <class T>
const T* single(
    std::initializer_list<detail::definition> definitions, std::string_view kind, cdk::App& app
) {
  const T* first = nullptr;
  for (const auto& definition : definitions) {
    const auto* const found = std::get_if<const T*>(&definition);
    if (found == nullptr) continue;
    if (first == nullptr) {
      first = *found;
      continue;
    }
    app.addError(
        {.code = "MultipleSingletonResourcesError",
         .where = "defineBackend",
         .message = fmt::format(
             "a backend has one {0}, this is another; the first is at {1}", kind,
             line_of(first->where)
         ),
         .help = fmt::format("remove all but one {}", kind),
         .source = (*found)->where}
    );
  }
  return first;
}

/// The API's view of the sign-in.
appsync::SignIn api_sign_in(const std::optional<detail::SignIn>& sign_in) {
  if (!sign_in) return {};
  return {
      .userPoolId = sign_in->userPoolId,
      .identityPoolId = sign_in->identityPoolId,
      .authenticatedRole = sign_in->authenticatedRole,
      .unauthenticatedRole = sign_in->unauthenticatedRole,
  };
}

/// The API as plain data; faults are reported.
appsync::ApiDefinition resolve_api(
    Backend::State& state, const defineData& definition, bool sign_in
) {
  std::vector<Diagnostic> faults;
  appsync::ApiDefinition api = appsync::api_definition(definition, sign_in, faults);
  for (Diagnostic& fault : faults)
    state.app.addError(std::move(fault));
  return api;
}

Backend::State::Data make_data(
    Backend::State& state, const cdk::NestedStack& stack, const defineData& definition,
    appsync::ApiDefinition api
) {
  appsync::Api made =
      appsync::build(stack, api, api_sign_in(state.signIn), state.functions, [&state] {
        return detail::branch_name(state.identifier);
      });
  appsync::grant_function_access(made, api, state.functions);
  return {.definition = &definition, .api = std::move(api), .made = std::move(made)};
}

void add_outputs(Backend::State& state) {
  const cdk::Any type =
      cdk::lazy([&state] { return cdk::Json(detail::type_name(state.identifier.type)); });
  detail::add_platform_outputs(state.root, type);
  if (state.auth)
    detail::add_auth_outputs(state.root, state.auth->resources, state.auth->definition->props);
  if (state.referencedAuth) detail::add_auth_outputs(state.root, state.referencedAuth->resources);
  if (state.data) detail::add_data_outputs(state.root, state.data->api, state.data->made);
  std::vector<detail::NamedBucket> buckets;
  for (const auto& [definition, resources] : state.storages)
    buckets.push_back({definition, resources.bucket.bucketName()});
  detail::add_storage_outputs(state.root, buckets);
  detail::add_function_outputs(state.root, state.functions.all());
}

/// Amplify's tools read the modes from the data stack's description, sorted.
std::string data_metadata(const appsync::ApiDefinition& api) {
  std::string modes = api.signIn ? "amazon_cognito_identity_pools,amazon_cognito_user_pools," : "";
  if (api.apiKey) modes += "api_key,";
  modes += "aws_iam";
  if (api.lambda) modes += ",aws_lambda";
  if (api.oidc) modes += ",openid_connect";
  return fmt::format(
      R"({{"dataSources":"dynamodb","authorizationModes":"{}","customOperations":""}})", modes
  );
}

void apply_identity(Backend::State& state, const BackendIdentifier& identifier) {
  state.identifier = identifier;
  state.root.setStackName(detail::stack_name(identifier));
  state.root.setDescription(detail::stack_description(identifier, "root"));
  for (auto& [name, stack] : state.stacks)
    stack.setDescription(detail::stack_description(identifier, "function-Lambda"));
  if (cdk::NestedStack* const auth = detail::auth_stack(state))
    auth->setDescription(detail::stack_description(identifier, "auth-Cognito"));
  if (state.data) {
    state.data->made.resources.stack.setDescription(
        detail::stack_description(identifier, "api-AppSync", data_metadata(state.data->api))
    );
  }
  for (auto& [definition, resources] : state.storages)
    resources.stack.setDescription(detail::stack_description(identifier, "storage-S3"));
  if (const auto found = state.stacks.find("messaging"); found != state.stacks.end())
    found->second.setDescription(detail::stack_description(identifier, "custom"));
  for (auto& [definition, resources] : state.httpApis)
    resources.stack.setDescription(detail::stack_description(identifier, "custom"));
  for (auto& [definition, resources] : state.restApis)
    resources.stack.setDescription(detail::stack_description(identifier, "custom"));
  for (cdk::NestedStack& stack : state.customStacks)
    stack.setDescription(detail::stack_description(identifier, "custom"));
  for (const auto& [key, value] : detail::tags(identifier))
    state.root.addTag(key, value);
  if (identifier.type == DeploymentType::sandbox)
    state.root.applyRemovalPolicy(cdk::RemovalPolicy::destroy);
}

/// What `amplify_outputs.json` has of the definitions, as single values.
void reserve_outputs(Backend::State& state) {
  detail::reserve_auth_outputs(state);
  detail::reserve_storage_outputs(state);
  if (state.data) {
    state.customOutputs.reserve(
        {"data.aws_region", "data.url", "data.default_authorization_type",
         "data.model_introspection"},
        "defineData"
    );
    if (state.data->made.resources.apiKey)
      state.customOutputs.reserve({"data.api_key"}, "defineData");
  }
}

Diagnostic unknown_definition(std::string_view kind, std::source_location where) {
  return {
      .code = "UnknownDefinitionError",
      .where = "backend[]",
      .message = fmt::format("defineBackend was not given this {}", kind),
      .help = "list it in defineBackend(...), by the same variable",
      .source = where,
  };
}

/// A place outside the backend proper, for the resources of a definition that it wasn't given.
cdk::NestedStack outside(
    Backend::State& state, std::string_view kind, std::string_view stack, std::source_location where
) {
  const auto count = state.strangeAuths.size() + state.strangeReferencedAuths.size() +
                     state.strangeData.size() + state.strangeStorages.size() +
                     state.strangeHttpApis.size() + state.strangeRestApis.size() +
                     state.strangeFunctions.size();
  state.app.addError(unknown_definition(kind, where));
  const cdk::Construct scope(state.root, fmt::format("unknown{}", count), where);
  return cdk::NestedStack(scope, stack, {}, where);
}

/// The resources of a queue, topic or stream.
template <class Made, class Definition>
auto& message_source(
    Backend::State& state, std::deque<Made>& made, std::string_view kind,
    const Definition& definition
) {
  for (Made& each : made)
    if (each.definition == &definition) return each.resources;
  state.app.addError(unknown_definition(kind, definition.where));
  return detail::resources_of(state, definition);
}

functions::Surroundings surroundings(Backend::State& state) {
  const auto path = [&state](std::string (*prefix)(const BackendIdentifier&)) {
    return [&state, prefix](std::string_view name) {
      return fmt::format("{}/{}", prefix(state.identifier), name);
    };
  };
  return {
      .report = [&state](Diagnostic diagnostic) { state.app.addError(std::move(diagnostic)); },
      .stack = [&state](std::string_view name) { return state.stack_of(name, {}); },
      .paths =
          {
              .secret = path(detail::parameter_prefix),
              .sharedSecret = path([](const BackendIdentifier& identifier) {
                return detail::shared_parameter_prefix(identifier.space);
              }),
              .reference = path(detail::reference_prefix),
          },
  };
}

}  // namespace

Backend::State::State() : functions(surroundings(*this)) {}

cdk::NestedStack Backend::State::stack_of(std::string_view name, std::source_location where) {
  auto found = stacks.find(name);
  if (found == stacks.end())
    found = stacks.emplace(name, cdk::NestedStack(root, name, {}, where)).first;
  return found->second;
}

Backend::Backend(std::unique_ptr<State> state) : state_(std::move(state)) {}
Backend::Backend(Backend&&) noexcept = default;
Backend& Backend::operator=(Backend&&) noexcept = default;
Backend::~Backend() = default;

void detail::add_output(
    Backend::State& state, const ClientConfig& part, std::source_location where
) {
  auto& outputs = state.customOutputs;
  if (outputs.empty()) {
    add_custom_outputs(state.root, cdk::lazy([&outputs] { return cdk::Json(outputs.text()); }));
  }
  outputs.add(state.app, part, where);
}

Backend detail::make_backend(std::initializer_list<definition> definitions) {
  auto state = std::make_unique<Backend::State>();
  const auto* const auth = single<defineAuth>(definitions, "defineAuth", state->app);
  const auto* const referenced = single<referenceAuth>(definitions, "referenceAuth", state->app);
  const auto* const data = single<defineData>(definitions, "defineData", state->app);
  if (auth != nullptr && referenced != nullptr) {
    state->app.addError(
        {.code = "MultipleSingletonResourcesError",
         .where = "defineBackend",
         .message = fmt::format(
             "a backend has one sign-in, this is another; the first is at {}", line_of(auth->where)
         ),
         .help = "remove the defineAuth or the referenceAuth",
         .source = referenced->where}
    );
  }
  if (definitions.size() == 0) {
    state->app.addError(
        {.code = "EmptyBackendError",
         .where = "defineBackend",
         .message = "there is nothing to deploy",
         .help = "give it definitions: defineBackend(auth, data)"}
    );
  }
  std::vector<const defineStorage*> storages;
  for (const definition& each : definitions) {
    if (const auto* const storage = std::get_if<const defineStorage*>(&each))
      storages.push_back(*storage);
  }
  ApiDefinitions apis;
  for (const definition& each : definitions) {
    if (const auto* const api = std::get_if<const defineHttpApi*>(&each)) apis.http.push_back(*api);
    if (const auto* const api = std::get_if<const defineRestApi*>(&each)) apis.rest.push_back(*api);
  }
  // Before any is made: it decides where they stand.
  if (auth != nullptr) {
    for (const defineFunction* const function : cognito::called_functions(auth->props))
      state->functions.noteCall(*function, "auth");
  }
  for (const defineStorage* const storage : storages) {
    for (const defineFunction* const function : bucket::called_functions(storage->props))
      state->functions.noteCall(*function, "storage");
  }
  note_api_calls(*state, apis);
  appsync::ApiDefinition api;
  if (data != nullptr) {
    api = resolve_api(*state, *data, auth != nullptr || referenced != nullptr);
    for (const defineFunction* const function : api.calledFunctions())
      state->functions.noteCall(*function, "data");
  }
  if (auth != nullptr) {
    state->auth = make_auth(*state, state->stack_of("auth", auth->where), *auth);
    state->signIn = sign_in(state->auth->resources);
  } else if (referenced != nullptr) {
    state->referencedAuth =
        make_auth(*state, state->stack_of("auth", referenced->where), *referenced);
    state->signIn = sign_in(referenced->props);
  }
  make_storages(*state, storages);
  if (data != nullptr) {
    const cdk::NestedStack stack = state->stack_of("data", data->where);
    state->data = make_data(*state, stack, *data, std::move(api));
  }
  make_apis(*state, apis);
  for (const definition& each : definitions) {
    if (const auto* const function = std::get_if<const defineFunction*>(&each))
      state->functions.of(**function);
  }
  for (const definition& each : definitions) {
    if (const auto* const queue = std::get_if<const defineQueue*>(&each))
      resources_of(*state, **queue);
    if (const auto* const topic = std::get_if<const defineTopic*>(&each))
      resources_of(*state, **topic);
    if (const auto* const stream = std::get_if<const defineStream*>(&each))
      resources_of(*state, **stream);
  }
  connect_events(*state);
  reserve_outputs(*state);
  add_outputs(*state);
  add_api_outputs(*state);
  return Backend(std::move(state));
}

AuthResources& Backend::operator[](const defineAuth& auth) const {
  auto& own = state_->auth;
  if (own && own->definition == &auth) return own->resources;
  const auto stack = outside(*state_, "defineAuth", "auth", auth.where);
  return state_->strangeAuths.emplace_back(detail::make_auth(*state_, stack, auth)).resources;
}

ReferenceAuthResources& Backend::operator[](const referenceAuth& auth) const {
  auto& own = state_->referencedAuth;
  if (own && own->definition == &auth) return own->resources;
  const auto stack = outside(*state_, "referenceAuth", "auth", auth.where);
  return state_->strangeReferencedAuths.emplace_back(detail::make_auth(*state_, stack, auth))
      .resources;
}

DataResources& Backend::operator[](const defineData& data) const {
  auto& own = state_->data;
  if (own && own->definition == &data) return own->made.resources;
  const auto stack = outside(*state_, "defineData", "data", data.where);
  appsync::ApiDefinition api = resolve_api(*state_, data, state_->signIn.has_value());
  return state_->strangeData.emplace_back(make_data(*state_, stack, data, std::move(api)))
      .made.resources;
}

StorageResources& Backend::operator[](const defineStorage& storage) const {
  for (auto& [definition, resources] : state_->storages)
    if (definition == &storage) return resources;
  const auto stack = outside(*state_, "defineStorage", "storage", storage.where);
  return state_->strangeStorages.emplace_back(detail::make_storage(*state_, stack, storage))
      .resources;
}

HttpApiResources& Backend::operator[](const defineHttpApi& api) const {
  for (auto& [definition, resources] : state_->httpApis)
    if (definition == &api) return resources;
  const auto stack = outside(*state_, "defineHttpApi", "api", api.where);
  return state_->strangeHttpApis.emplace_back(detail::make_api(*state_, stack, api)).resources;
}

RestApiResources& Backend::operator[](const defineRestApi& api) const {
  for (auto& [definition, resources] : state_->restApis)
    if (definition == &api) return resources;
  const auto stack = outside(*state_, "defineRestApi", "api", api.where);
  return state_->strangeRestApis.emplace_back(detail::make_api(*state_, stack, api)).resources;
}

QueueResources& Backend::operator[](const defineQueue& queue) const {
  return message_source(*state_, state_->queues, "defineQueue", queue);
}
TopicResources& Backend::operator[](const defineTopic& topic) const {
  return message_source(*state_, state_->topics, "defineTopic", topic);
}
StreamResources& Backend::operator[](const defineStream& stream) const {
  return message_source(*state_, state_->streams, "defineStream", stream);
}

FunctionResources& Backend::operator[](const defineFunction& function) const {
  if (auto* const made = state_->functions.find(function)) return *made;
  const auto stack = outside(*state_, "defineFunction", "function", function.where);
  const auto report = [](const Diagnostic&) {};
  return state_->strangeFunctions.emplace_back(
      functions::build(stack, functions::resolve(function), surroundings(*state_).paths, report)
  );
}

cdk::Stack Backend::stack() const { return state_->root; }

cdk::NestedStack Backend::createStack(std::string_view name, std::source_location where) const {
  const auto siblings = state_->root.children();
  if (std::ranges::find(siblings, name, &cdk::Construct::id) == siblings.end()) {
    return state_->customStacks.emplace_back(state_->root, name, cdk::StackProps{}, where);
  }
  state_->app.addError(
      {.code = "DuplicateStackError",
       .where = fmt::format("createStack {}", name),
       .message = fmt::format("the backend has a stack `{}` already", name),
       .help = "give each stack a name of its own; definitions take `auth` and `data`",
       .source = where}
  );
  const cdk::Construct outside(state_->root, fmt::format("duplicate{}", siblings.size()), where);
  return cdk::NestedStack(outside, name, {}, where);
}

void Backend::addOutput(const ClientConfig& part, std::source_location where) const {
  detail::add_output(*state_, part, where);
}

cdk::CloudAssembly Backend::synth(
    const BackendIdentifier& identifier, const cdk::SynthOptions& options
) const {
  // The next deployment starts from what the user has set, not from this one's.
  const cdk::RestoredInheritance restored(state_->root);
  apply_identity(*state_, identifier);
  state_->functions.loadCode();
  std::vector<Diagnostic> faults = detail::auth_faults(*state_);
  if (state_->data) {
    std::vector<Diagnostic> more = state_->data->made.resources.dataSources->faults();
    faults.insert(faults.end(), more.begin(), more.end());
  }
  try {
    cdk::CloudAssembly assembly = state_->app.synth(options);
    if (faults.empty()) return assembly;
  } catch (const UserError& error) {
    const auto& others = error.diagnostics();
    faults.insert(faults.begin(), others.begin(), others.end());
  }
  throw UserError(std::move(faults));
}

}  // namespace amplify
