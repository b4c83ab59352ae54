// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/authorization.hpp"

#include "data/resolvers/source.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace amplify::appsync {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

/// Conditions under which an AWS-signed request of an identity pool is let in.
std::vector<std::string> identity_pool_conditions(const Access& access, const Access& emptying) {
  std::vector<std::string> conditions;
  const auto add = [&](std::string condition, bool always) {
    conditions.push_back(always ? std::move(condition) : "(!empties(ctx) && " + condition + ")");
  };
  if (access.guest) add("identity.userArn === ctx.env.UNAUTHENTICATED_ROLE_ARN", emptying.guest);
  if (access.identityPool) {
    add("identity.userArn === ctx.env.AUTHENTICATED_ROLE_ARN", emptying.identityPool);
    add("(identity.cognitoIdentityPoolId === ctx.env.IDENTITY_POOL_ID &&\n"
        "      identity.cognitoIdentityAuthType === 'authenticated')",
        emptying.identityPool);
  }
  return conditions;
}

std::string let_in(std::string_view auth_type, bool always) {
  return "  if (util.authType() === '" + std::string(auth_type) + "') {\n    return " +
         (always ? "true" : "!empties(ctx)") + ";\n  }";
}

/// Whether owners are let in, but not to take a field's value away.
bool owners_keep_values(const Access& access, const Access& emptying) {
  return !access.ownerFields.empty() && emptying.ownerFields.empty();
}

}  // namespace

Access both(const Access& one, const Access& other) {
  Access result{
      .apiKey = one.apiKey && other.apiKey,
      .guest = one.guest && other.guest,
      .identityPool = one.identityPool && other.identityPool,
      .userPool = one.userPool && other.userPool,
  };
  const auto lets_in = [](const Access& access, const std::string& owner) {
    return access.userPool ||
           std::ranges::find(access.ownerFields, owner) != access.ownerFields.end();
  };
  for (const Access* access : {&one, &other}) {
    for (const std::string& owner : access->ownerFields) {
      const bool known = std::ranges::find(result.ownerFields, owner) != result.ownerFields.end();
      if (!known && lets_in(one, owner) && lets_in(other, owner))
        result.ownerFields.push_back(owner);
    }
  }
  return result;
}

std::string is_allowed_function(const Access& access, const Access& emptying) {
  std::vector<std::string> modes;
  if (access.apiKey) modes.push_back(let_in("API Key Authorization", emptying.apiKey));
  if (access.userPool) modes.push_back(let_in("User Pool Authorization", emptying.userPool));
  const std::string outside = "!identity.cognitoIdentityPoolId && !identity.cognitoIdentityId";
  std::vector<std::string> identities = identity_pool_conditions(access, emptying);
  identities.insert(identities.begin(), "(" + outside + ")");
  const std::string any = "(\n    " + joined(identities, " ||\n    ") + "\n  )";
  return fill(
      R"js(/** Whether a rule lets the caller in, whatever the item holds. */
function isAllowed(ctx) {
<<modes>>
  if (util.authType() !== 'IAM Authorization') {
    return false;
  }
  const { identity } = ctx;
  // Roles outside Cognito are trusted: functions with access to the API, the console.
  return <<identities>>;
}
)js",
      {{"modes", joined(modes, "\n")}, {"identities", identities.size() == 1 ? outside : any}}
  );
}

std::string owner_forms_function(const Access& access, const Access& emptying) {
  if (access.ownerFields.empty()) return {};
  return fill(
      R"js(/** The ways in which an item may name the caller as its owner; the first is how it is stored. */
function ownerForms(ctx) {
  if (util.authType() !== 'User Pool Authorization'<<emptying>>) {
    return [];
  }
  const { claims } = ctx.identity;
  const username = claims.username ?? claims['cognito:username'];
  if (!claims.sub || !username) {
    return [];
  }
  return [`${claims.sub}::${username}`, claims.sub, username];
}
)js",
      {{"emptying", owners_keep_values(access, emptying) ? " || empties(ctx)" : ""}}
  );
}

std::string empties_function(const Access& access, const Access& emptying) {
  const bool everyone = access.apiKey == emptying.apiKey && access.guest == emptying.guest &&
                        access.identityPool == emptying.identityPool &&
                        access.userPool == emptying.userPool &&
                        !owners_keep_values(access, emptying);
  if (everyone) return {};
  return R"js(/** Whether the caller takes a field's value away, which needs a rule that lets them delete. */
function empties(ctx) {
  return Object.values(ctx.args.input).some((value) => value === null);
}
)js";
}

std::string is_owned_function(const Access& access) {
  if (access.ownerFields.empty()) return {};
  std::vector<std::string> tests;
  for (const std::string& field : access.ownerFields)
    tests.push_back("forms.indexOf(item." + field + ") >= 0");
  return "function isOwned(item, forms) {\n  return " + joined(tests, " || ") + ";\n}\n";
}

std::string owner_filter(const Access& access) {
  std::vector<std::string> lists;
  for (const std::string& field : access.ownerFields) {
    lists.push_back("forms.map((form) => ({ " + field + ": { eq: form } }))");
  }
  if (lists.size() == 1) return "{ or: " + lists.front() + " }";
  return "{ or: [..." + joined(lists, ", ...") + "] }";
}

}  // namespace amplify::appsync
