// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/simulator/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace amplify::assertions {

/// Who makes a request, as principals of policies are compared with it.
struct Caller {
  enum class Kind : std::uint8_t {
    /// Of the templates.
    role,
    /// A user or role of which the templates have nothing.
    stranger,
    service,
    federated,
    /// Without credentials.
    anonymous,
  };

  Kind kind = Kind::role;
  /// An ARN, or the name of a service or provider.
  Text id{};
  /// Of a role and a stranger.
  Text account{};
  bool has_boundary = false;
  /// Of a role.
  std::optional<Located> role{};
  std::string label{};
};

struct Request {
  Caller caller{};
  std::string action{};
  Text resource{};
  Context context{};
};

/// A document with policy statements, and what it belongs to.
struct Policy {
  /// As messages say it.
  std::string name{};
  const Scope* scope = nullptr;
  json document{};
  /// Whether it belongs to the role or resource in question; why not, if that isn't known.
  Verdict attached{};
  /// Of a resource's policy: what its statements are about when they don't say it.
  std::optional<Text> target{};
};

/// How a statement names the caller. AWS treats the three differently.
struct Named {
  /// By its ARN or name.
  Verdict directly = Verdict::no("it is for other principals");
  /// By its account.
  Verdict by_account = directly;
  /// Along with everyone.
  Verdict as_anyone = directly;

  Verdict in_any_way() const { return either(directly, either(by_account, as_anyone)); }
};

enum class Effect : std::uint8_t { allow, deny };

/// A statement of a policy, compared with a request.
struct Evaluation {
  const Policy* policy = nullptr;
  std::size_t index = 0;
  json statement{};
  /// None when it isn't known.
  std::optional<Effect> effect{};
  /// Whether its action matches: if not, it has nothing to do with the request.
  Verdict action{};
  /// Whether it applies, whoever the caller is.
  Verdict applies{};
  /// Only in policies of resources.
  Named named{};
};

/// Every statement of the policy. `is_of_resource` for policies that name principals.
std::vector<Evaluation> evaluate(
    const Deployment& deployment, const Policy& policy, const Request& request, bool is_of_resource
);

}  // namespace amplify::assertions
