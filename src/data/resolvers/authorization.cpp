// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/authorization.hpp"

#include "data/resolvers/source.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::appsync {
namespace {

using ir::Allow;
using ir::Provider;

constexpr std::string_view usual_group_claim = "cognito:groups";

/// As `util.authType()` has it.
std::string_view auth_type(Provider provider) {
  switch (provider) {
    case Provider::apiKey:
      return "API Key Authorization";
    case Provider::identityPool:
      return "IAM Authorization";
    case Provider::userPools:
      return "User Pool Authorization";
    case Provider::oidc:
      return "Open ID Connect Authorization";
    case Provider::function:
      return "Lambda Authorization";
  }
  return {};
}

std::string claim_value(std::string_view claim) {
  // Access tokens and ID tokens name it differently.
  if (claim == "username") return "(claims.username ?? claims['cognito:username'])";
  return member("claims", claim);
}

/// The claims that make up the caller's name as an owner.
std::vector<std::string> owner_claims(const Role& role) {
  if (role.claim.empty()) return {"sub", "username"};
  std::vector<std::string> claims;
  std::string_view rest = role.claim;
  while (true) {
    const std::size_t end = rest.find("::");
    claims.emplace_back(rest.substr(0, end));
    if (end == std::string_view::npos) return claims;
    rest.remove_prefix(end + 2);
  }
}

std::string groups_value(const Role& role) {
  return "groupsIn(" +
         claim_value(role.claim.empty() ? usual_group_claim : std::string_view(role.claim)) + ")";
}

std::string values_of(const Role& role) {
  if (role.allow == Allow::groups) return groups_value(role);
  std::vector<std::string> parts;
  for (const std::string& claim : owner_claims(role))
    parts.push_back(claim_value(claim));
  return "ownerForms([" + joined(parts, ", ") + "])";
}

std::string braced(const std::vector<std::string>& members) {
  return members.empty() ? "{}" : "{ " + joined(members, ", ") + " }";
}

std::vector<std::string> members_of(const ItemPart& part) {
  std::vector<std::string> members = {"field: " + js_string(part.role.field)};
  if (part.list) members.emplace_back("list: true");
  if (part.role.allow == Allow::owner) members.emplace_back("owner: true");
  members.push_back("values: " + values_of(part.role));
  return members;
}

constexpr std::string_view also_member = "also: [";

/// `{ field: 'owner', owner: true, values: … }`, `{}`.
std::string rule_literal(const Grant& grant) {
  std::vector<std::string> members;
  std::vector<std::string> also;
  for (const ItemPart& part : grant.items) {
    if (members.empty())
      members = members_of(part);
    else
      also.push_back(braced(members_of(part)));
  }
  if (!also.empty()) members.push_back(std::string(also_member) + joined(also, ", ") + "]");
  if (grant.sets) members.push_back("sets: " + js_list(*grant.sets));
  if (grant.clears) members.push_back("clears: " + js_list(*grant.clears));
  return braced(members);
}

/// Under which condition a caller of the provider is in the role; empty means always.
std::string condition(const Role& role) {
  if (!role.also.empty()) {
    std::vector<std::string> all;
    for (const Role& part : role.parts()) {
      if (std::string own = condition(part); !own.empty()) all.push_back(std::move(own));
    }
    return joined(all, " && ");
  }
  if (role.provider == Provider::identityPool) {
    if (role.allow == Allow::public_)
      return "identity.userArn === ctx.env.UNAUTHENTICATED_ROLE_ARN";
    return "isSignedIn(ctx)";
  }
  if (role.group.empty()) return {};
  return groups_value(role) + ".indexOf(" + js_string(role.group) + ") >= 0";
}

/// The rules for the callers of one provider, each an element of a list.
std::vector<std::string> elements(const std::vector<Grant>& grants, Provider provider) {
  std::vector<std::string> list;
  for (const Grant& grant : grants) {
    if (grant.role.provider != provider) continue;
    const std::string when = condition(grant.role);
    list.push_back((when.empty() ? "" : when + " && ") + rule_literal(grant));
  }
  return list;
}

bool uses(const std::vector<std::string>& elements, std::string_view word) {
  return std::ranges::any_of(elements, [&](const std::string& element) {
    return element.find(word) != std::string::npos;
  });
}

/// `    return [ … ];`
std::string returned(const std::vector<std::string>& elements) {
  const std::string rest =
      uses(elements, " && ") || uses(elements, "values:") ? ".filter(applies)" : "";
  if (elements.size() == 1 && rest.empty()) return "    return [" + elements.front() + "];\n";
  std::string text = "    return [\n";
  for (const std::string& element : elements)
    text += "      " + element + ",\n";
  return text + "    ]" + rest + ";\n";
}

std::string block(Provider provider, const std::vector<std::string>& elements) {
  if (elements.empty()) return {};
  std::string text = "  if (util.authType() === '" + std::string(auth_type(provider)) + "') {\n";
  if (uses(elements, "claims")) text += "    const { claims } = ctx.identity;\n";
  return text + returned(elements) + "  }\n";
}

std::string identities_block(const std::vector<std::string>& elements) {
  std::string text = R"js(  if (util.authType() === 'IAM Authorization') {
    const { identity } = ctx;
    // Roles outside Cognito are trusted: functions with access to the API, the console.
    if (!identity.cognitoIdentityPoolId && !identity.cognitoIdentityId) {
      return [{}];
    }
)js";
  if (!elements.empty()) text += returned(elements);
  return text + "  }\n";
}

constexpr std::string_view rules_head = R"js(/**
 * The rules that let the caller in<<about>>.
 */
function <<name>>(ctx) {
)js";

constexpr std::string_view applies_function = R"js(
/** Whether a rule is one for the caller. */
function applies(rule) {
  return rule && (!rule.field || rule.values.length > 0);
}
)js";

// The same where rules ask several things of an item.

constexpr std::string_view applies_wholly_function = R"js(
/** Whether a rule is one for the caller. */
function applies(rule) {
  return rule && partsOf(rule).every(({ field, values }) => !field || values.length > 0);
}
)js";

constexpr std::string_view parts_of_function = R"js(
/** What a rule asks of an item. */
function partsOf(rule) {
  return [rule, ...(rule.also ?? [])];
}
)js";

constexpr std::string_view holds_wholly_function = R"js(/** Whether a rule is one for the item. */
function holds(rule, item) {
  return partsOf(rule).every((part) => isMet(part, item));
}

/** Whether the item has what a part of a rule asks for. */
function isMet({ field, list, values }, item) {
  const held = list ? item[field] ?? [] : [item[field]];
  return !field || held.some((value) => values.indexOf(value) >= 0);
}
)js";

constexpr std::string_view filter_wholly_function =
    R"js(/** A filter for the items for which there is one of the rules. */
function filterOf(rules) {
  return { or: rules.map((rule) => ({ and: partsOf(rule).map(filterOfPart) })) };
}

/** A filter for the items that have what a part of a rule asks for. */
function filterOfPart({ field, list, values }) {
  return { or: values.map((value) => ({ [field]: list ? { contains: value } : { eq: value } })) };
}
)js";

constexpr std::string_view settle_wholly_function =
    R"js(/** The rules, once it is known what the items have in their key: DynamoDB takes no filters on keys. */
function settle(rules, key) {
  const fitting = rules.filter((rule) => partsOf(rule).every((part) => isOpen(part, key) || isMet(part, key)));
  return fitting.map((rule) => {
    const rest = partsOf(rule).filter((part) => isOpen(part, key));
    return rest.length > 0 ? { ...rest[0], also: rest.slice(1) } : {};
  });
}

/** Whether the key leaves open what a part of a rule asks for. */
function isOpen({ field }, key) {
  return (key[field] ?? null) === null;
}
)js";

constexpr std::string_view signed_in_function = R"js(
/** Whether an identity of the API's identity pool has signed in. */
function isSignedIn({ env, identity }) {
  return (
    identity.userArn === env.AUTHENTICATED_ROLE_ARN ||
    (identity.cognitoIdentityPoolId === env.IDENTITY_POOL_ID && identity.cognitoIdentityAuthType === 'authenticated')
  );
}
)js";

constexpr std::string_view owner_forms_function = R"js(
/** The ways in which an item may name its owner by these claims; the first is how it is stored. */
function ownerForms(claims) {
  if (claims.some((claim) => !claim)) {
    return [];
  }
  return claims.length > 1 ? [claims.join('::'), ...claims] : claims;
}
)js";

constexpr std::string_view groups_in_function = R"js(
/** The groups in a claim: a list, the text of one, or a single group. */
function groupsIn(claim) {
  if (!claim || Array.isArray(claim)) {
    return claim ?? [];
  }
  return claim.startsWith('[') ? JSON.parse(claim) : [claim];
}
)js";

std::string one_rules_function(std::string_view name, const std::vector<Grant>& grants) {
  std::string about;
  if (depend_on_item(grants))
    about += "; one with a `field` is for the items that have one of `values` there";
  if (are_confined(grants))
    about += ".\n * `sets` and `clears` are the fields that it is confined to";
  std::string text = fill(rules_head, {{"about", about}, {"name", name}});
  for (const Provider provider :
       {Provider::apiKey, Provider::function, Provider::userPools, Provider::oidc}) {
    text += block(provider, elements(grants, provider));
  }
  text += identities_block(elements(grants, Provider::identityPool));
  return text + "  return [];\n}\n";
}

}  // namespace

std::string rules_function(const std::vector<Grant>& grants) {
  return rules_functions({{"rulesFor", grants}});
}

std::string rules_functions(
    std::initializer_list<std::pair<std::string_view, const std::vector<Grant>&>> functions
) {
  std::string text;
  for (const auto& [name, grants] : functions) {
    if (!text.empty()) text += '\n';
    text += one_rules_function(name, grants);
  }
  const bool several = text.find(also_member) != std::string::npos;
  if (text.find("(applies)") != std::string::npos)
    text += several ? applies_wholly_function : applies_function;
  if (several) text += parts_of_function;
  if (text.find("isSignedIn(") != std::string::npos) text += signed_in_function;
  if (text.find("ownerForms(") != std::string::npos) text += owner_forms_function;
  if (text.find("groupsIn(") != std::string::npos) text += groups_in_function;
  return text;
}

std::string holds_function(const std::vector<Grant>& grants) {
  if (!depend_on_item(grants)) return {};
  if (ask_several(grants)) return std::string(holds_wholly_function);
  return ask_lists(grants) ? R"js(/** Whether a rule is one for the item. */
function holds({ field, list, values }, item) {
  const held = list ? item[field] ?? [] : [item[field]];
  return !field || held.some((value) => values.indexOf(value) >= 0);
}
)js"
                           : R"js(/** Whether a rule is one for the item. */
function holds({ field, values }, item) {
  return !field || values.indexOf(item[field]) >= 0;
}
)js";
}

std::string filter_function(const std::vector<Grant>& grants) {
  if (!depend_on_item(grants)) return {};
  if (ask_several(grants)) return std::string(filter_wholly_function);
  const bool lists = ask_lists(grants);
  return fill(
      R"js(/** A filter for the items for which there is one of the rules. */
function filterOf(rules) {
  const filters = rules.flatMap(({ field, <<list>>values }) => values.map((value) => ({ [field]: <<match>> })));
  return { or: filters };
}
)js",
      {{"list", lists ? "list, " : ""},
       {"match", lists ? "list ? { contains: value } : { eq: value }" : "{ eq: value }"}}
  );
}

std::string refuse_strangers(const std::vector<Grant>& grants, std::string_view rules) {
  const std::string_view found = rules.empty() ? "rulesFor(ctx)" : rules;
  if (depend_on_item(grants) || are_confined(grants)) {
    return fill(
        R"js(  const rules = <<found>>;
  if (rules.length === 0) {
    util.unauthorized();
  })js",
        {{"found", found}}
    );
  }
  return R"js(  if (rulesFor(ctx).length === 0) {
    util.unauthorized();
  })js";
}

std::string settle_function(const std::vector<Grant>& grants) {
  if (ask_several(grants)) return std::string(settle_wholly_function);
  return R"js(/** The rules, once it is known what the items have in their key: DynamoDB takes no filters on keys. */
function settle(rules, key) {
  const fitting = rules.filter((rule) => (key[rule.field] ?? null) === null || holds(rule, key));
  return fitting.map((rule) => ((key[rule.field] ?? null) === null ? rule : {}));
}
)js";
}

}  // namespace amplify::appsync
