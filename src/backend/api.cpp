// SPDX-License-Identifier: Apache-2.0
#include "backend/api.hpp"

#include "api/api.hpp"
#include "api/definition.hpp"
#include "backend/outputs.hpp"

#include <amplify/cdk/fn.hpp>

#include <string>
#include <utility>

namespace amplify::detail {
namespace {

constexpr std::string_view stack_name = "api";

gateway::Surroundings surroundings(Backend::State& state) {
  gateway::Surroundings result{
      .report = [&state](Diagnostic fault) { state.app.addError(std::move(fault)); },
      .role = [&state](
                  strategy who, std::string_view group
              ) { return role_of(state.signIn, who, group); },
      .consumer =
          [&state](const defineFunction& function, const cdk::Construct& producer) {
            const auto access = state.functions.access(function, producer);
            return gateway::Consumer{
                .role = access.role(),
                .addEnvironment = [access](
                                      std::string_view name, cdk::Str value
                                  ) { access.addEnvironment(name, value); },
            };
          },
      .function = [&state](const defineFunction& function
                  ) { return state.functions.of(function).lambda; },
  };
  if (state.signIn) {
    result.userPoolId = state.signIn->userPoolId;
    result.userPoolClientId = state.signIn->userPoolClientId;
  }
  return result;
}

std::vector<gateway::Definition> resolve(const ApiDefinitions& apis) {
  std::vector<gateway::Definition> result;
  for (const defineHttpApi* const api : apis.http)
    result.push_back(gateway::resolve(*api));
  for (const defineRestApi* const api : apis.rest)
    result.push_back(gateway::resolve(*api));
  return result;
}

void report(Backend::State& state, std::vector<Diagnostic> faults) {
  for (Diagnostic& fault : faults)
    state.app.addError(std::move(fault));
}

template <class Made, class Api>
Made made(Backend::State& state, const cdk::NestedStack& stack, const Api& api) {
  gateway::Definition resolved = gateway::resolve(api);
  report(state, gateway::check(resolved));
  return {
      .definition = &api,
      .resources = gateway::build(stack, api, resolved, surroundings(state)),
  };
}

template <class Made>
void tell_clients(Backend::State& state, const Made& api) {
  const std::string name(api.definition->props.name.view());
  if (name.empty()) return;  // reported by the checks
  const auto entry = cdk::Json::object({
      {"endpoint", gateway::endpoint(api.resources)},
      {"region", cdk::aws::region()},
      {"apiName", name},
  });
  add_output(
      state, {.custom = cdk::Json::object({{"API", cdk::Json::object({{name, entry}})}})},
      api.definition->where
  );
}

}  // namespace

void note_api_calls(Backend::State& state, const ApiDefinitions& apis) {
  for (const gateway::Definition& api : resolve(apis)) {
    for (const defineFunction* const function : gateway::called_functions(api))
      state.functions.noteCall(*function, stack_name);
  }
}

Backend::State::HttpApi make_api(
    Backend::State& state, const cdk::NestedStack& stack, const defineHttpApi& api
) {
  return made<Backend::State::HttpApi>(state, stack, api);
}
Backend::State::RestApi make_api(
    Backend::State& state, const cdk::NestedStack& stack, const defineRestApi& api
) {
  return made<Backend::State::RestApi>(state, stack, api);
}

void make_apis(Backend::State& state, const ApiDefinitions& apis) {
  report(state, gateway::check_together(resolve(apis)));
  for (const defineHttpApi* const api : apis.http)
    state.httpApis.push_back(make_api(state, state.stack_of(stack_name, api->where), *api));
  for (const defineRestApi* const api : apis.rest)
    state.restApis.push_back(make_api(state, state.stack_of(stack_name, api->where), *api));
}

void add_api_outputs(Backend::State& state) {
  for (const auto& api : state.httpApis)
    tell_clients(state, api);
  for (const auto& api : state.restApis)
    tell_clients(state, api);
}

}  // namespace amplify::detail
