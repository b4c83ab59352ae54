// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth.hpp>
#include <amplify/cdk/iam/role.hpp>
#include <amplify/error.hpp>

#include <functional>
#include <string_view>
#include <vector>

namespace amplify::cognito {

/// A function of the backend, as auth needs it.
struct Function {
  cdk::Any arn{};
  cdk::iam::Role role;
  /// Lets the function's code find a value by this name. The value's resource is in `producer`'s
  /// stack, which may refer to the function; so the function must not refer back.
  std::function<void(const cdk::Construct& producer, std::string_view name, cdk::Str value)>
      provide{};
};

/// What auth needs of the rest of the backend.
struct Context {
  std::function<Function(const defineFunction&)> function{};
  std::function<cdk::Any(const BackendSecret&)> secret{};
  /// Of the sign-in pages' domain, unless the definition has its own.
  cdk::Any domainPrefix{};
  /// The domain of passkeys when that is `AUTO`.
  cdk::Any relyingPartyId{};
  /// Of the user pool, unless the definition says.
  cdk::Any deletionProtection{};
};

/// Whether users may sign in with something other than a password of theirs.
bool is_passwordless(const LoginWith& login);

/// What is wrong with the definition.
std::vector<Diagnostic> check(const defineAuth& auth);
std::vector<Diagnostic> check(const referenceAuth& auth);

/// Makes the stack `auth` in `parent`.
AuthResources build(const cdk::Construct& parent, const defineAuth& auth, const Context& context);
ReferenceAuthResources build(
    const cdk::Construct& parent, const referenceAuth& auth, const Context& context
);

}  // namespace amplify::cognito
