// SPDX-License-Identifier: Apache-2.0
#include "backend/storage.hpp"

#include "storage/definition.hpp"
#include "storage/storage.hpp"

#include <optional>
#include <string>
#include <utility>

namespace amplify::detail {
namespace {

/// The name of the role of those whom a rule lets in.
std::optional<cdk::Any> role_of(const Backend::State& state, const bucket::Acceptor& acceptor) {
  using enum bucket::Acceptor::Kind;
  switch (acceptor.kind) {
    case guest:
      return role_of(state.signIn, strategy::guest);
    case authenticated:
    case entity:
      return role_of(state.signIn, strategy::authenticated);
    case group:
      return role_of(state.signIn, strategy::groups, acceptor.group);
    case function:
      break;
  }
  return {};
}

bucket::Surroundings surroundings(Backend::State& state) {
  return {
      .report = [&state](Diagnostic fault) { state.app.addError(std::move(fault)); },
      .role = [&state](const bucket::Acceptor& acceptor) { return role_of(state, acceptor); },
      .consumer =
          [&state](const defineFunction& function, const cdk::Construct& producer) {
            const auto access = state.functions.access(function, producer);
            return bucket::Consumer{
                .role = access.role(),
                .addEnvironment = [access](
                                      std::string_view name, cdk::Str value
                                  ) { access.addEnvironment(name, value); },
            };
          },
      .function = [&state](const defineFunction& function
                  ) { return state.functions.of(function).lambda; },
  };
}

}  // namespace

Backend::State::Storage make_storage(
    Backend::State& state, const cdk::NestedStack& stack, const defineStorage& storage
) {
  for (Diagnostic& fault : bucket::check(storage))
    state.app.addError(std::move(fault));
  return {
      .definition = &storage,
      .resources = bucket::build(stack, storage, surroundings(state)),
  };
}

void make_storages(Backend::State& state, const std::vector<const defineStorage*>& storages) {
  for (Diagnostic& fault : bucket::check_together(storages))
    state.app.addError(std::move(fault));
  for (const defineStorage* const each : storages)
    state.storages.push_back(make_storage(state, state.stack_of("storage", each->where), *each));
}

void reserve_storage_outputs(Backend::State& state) {
  if (state.storages.empty()) return;
  state.customOutputs.reserve({"storage.aws_region", "storage.bucket_name"}, "defineStorage");
}

}  // namespace amplify::detail
