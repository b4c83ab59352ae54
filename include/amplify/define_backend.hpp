// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/api.hpp>
#include <amplify/auth.hpp>
#include <amplify/backend/client_config.hpp>
#include <amplify/cdk/app.hpp>
#include <amplify/data.hpp>
#include <amplify/function.hpp>
#include <amplify/messaging.hpp>
#include <amplify/storage.hpp>

#include <concepts>
#include <initializer_list>
#include <memory>
#include <source_location>
#include <string>
#include <string_view>
#include <variant>

namespace amplify {

/// Which kind of deployment a backend is.
enum class DeploymentType {
  /// One developer's, to try things; every resource goes when it is deleted.
  sandbox,
  /// A branch of an app in Amplify Hosting.
  branch,
  standalone
};

/// What tells one deployment of a backend from others; it gives the root stack its name.
struct BackendIdentifier {
  /// The project; for branches the id of the Amplify app.
  std::string space = "app";
  /// The developer or the branch.
  std::string name = "sandbox";
  DeploymentType type = DeploymentType::sandbox;
};

namespace detail {

/// A definition by reference, whatever it defines.
using definition = std::variant<
    const defineAuth*, const referenceAuth*, const defineData*, const defineStorage*,
    const defineHttpApi*, const defineRestApi*, const defineQueue*, const defineTopic*,
    const defineStream*, const defineFunction*>;

template <class T>
concept Definition = requires(const T& value) { definition{&value}; };

}  // namespace detail

/// A backend: its definitions, and the constructs made from them.
///
/// Nothing throws for a mistake in a definition: faults are kept, and `synth` reports all of them
/// together.
class Backend {
 public:
  Backend(Backend&&) noexcept;
  Backend& operator=(Backend&&) noexcept;
  ~Backend();

  /// The resources of a definition, to change them or refer to them.
  ///
  /// Errors (at synthesis): `UnknownDefinitionError` for a definition that `defineBackend` wasn't
  /// given.
  AuthResources& operator[](const defineAuth& auth) const;
  ReferenceAuthResources& operator[](const referenceAuth& auth) const;
  DataResources& operator[](const defineData& data) const;
  StorageResources& operator[](const defineStorage& storage) const;
  HttpApiResources& operator[](const defineHttpApi& api) const;
  RestApiResources& operator[](const defineRestApi& api) const;
  QueueResources& operator[](const defineQueue& queue) const;
  TopicResources& operator[](const defineTopic& topic) const;
  StreamResources& operator[](const defineStream& stream) const;
  FunctionResources& operator[](const defineFunction& function) const;

  /// The root stack, which holds a nested stack for each definition.
  cdk::Stack stack() const;

  /// A nested stack of the root for resources of your own.
  ///
  /// Errors (at synthesis): `DuplicateStackError` for a name that another stack has.
  cdk::NestedStack createStack(
      std::string_view name, std::source_location where = std::source_location::current()
  ) const;

  /// Adds to `amplify_outputs.json`: `backend.addOutput({.custom = cdk::Json::object({...})})`.
  /// Calls add up: objects are merged, lists joined.
  ///
  /// Errors (at synthesis): `OutputEntryAlreadyExistsError` for a key with two values, or one that
  /// a definition sets; `UnknownOutputKeyError` for one that the file doesn't have;
  /// `InvalidOutputError` for a value of the wrong shape; `VersionMismatchError`.
  void addOutput(
      const ClientConfig& part, std::source_location where = std::source_location::current()
  ) const;

  /// Makes the cloud assembly of one deployment. Errors: UserError with every fault found.
  cdk::CloudAssembly synth(
      const BackendIdentifier& identifier = {}, const cdk::SynthOptions& options = {}
  ) const;

  /// The library's own.
  struct State;
  explicit Backend(std::unique_ptr<State> state);
  State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

namespace detail {
Backend make_backend(std::initializer_list<definition> definitions);
}

/// Makes a backend from definitions, in any order: `defineBackend(auth, data, sayHello)`. At most
/// one `defineAuth` and one `defineData`, any number of the others. Functions, queues, topics and
/// streams that another definition refers to come with it.
///
/// Errors (at synthesis): `MultipleSingletonResourcesError`.
template <class... Definitions>
[[nodiscard]] Backend defineBackend(const Definitions&... definitions) {
  constexpr bool ok = (detail::Definition<Definitions> && ...);
  static_assert(
      ok,
      "defineBackend(...): takes definitions, as defineAuth({...}), defineData({...}), "
      "defineStorage({...}) and defineFunction({...}) make them"
  );
  if constexpr (ok)
    return detail::make_backend({detail::definition{&definitions}...});
  else
    return detail::make_backend({});
}

}  // namespace amplify
