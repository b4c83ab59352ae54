// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/registry.hpp"

#include <amplify/auth.hpp>
#include <amplify/error.hpp>

#include <functional>
#include <vector>

namespace amplify::cognito {

/// What auth needs of the rest of the backend.
struct Context {
  functions::Registry& functions;
  std::function<cdk::Any(const BackendSecret&)> secret{};
  /// Of the sign-in pages' domain, unless the definition has its own.
  cdk::Any domainPrefix{};
  /// The domain of passkeys when that is `AUTO`.
  cdk::Any relyingPartyId{};
  /// Of the user pool, unless the definition says.
  cdk::Any deletionProtection{};
};

/// The functions that the user pool calls.
std::vector<const defineFunction*> called_functions(const AuthProps& props);

/// Whether users may sign in with something other than a password of theirs.
bool is_passwordless(const LoginWith& login);

/// What is wrong with the definition.
std::vector<Diagnostic> check(const defineAuth& auth);
std::vector<Diagnostic> check(const referenceAuth& auth);

/// Makes the resources in `stack`.
AuthResources build(const cdk::NestedStack& stack, const defineAuth& auth, const Context& context);
ReferenceAuthResources build(
    const cdk::NestedStack& stack, const referenceAuth& auth, const Context& context
);

}  // namespace amplify::cognito
