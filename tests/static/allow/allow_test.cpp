// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow.hpp>
#include <amplify/allow/words.hpp>
#include <amplify/function.hpp>

namespace {

using namespace amplify;
using detail::strategy;

inline const defineFunction worker{};

constexpr auto owner = allow.owner("oidc").to("create", "read").identityClaim("sub");
static_assert(owner.meta.who == strategy::owner && owner.meta.provider == "oidc");
static_assert(owner.words.size() == 2 && owner.words[0] == "create" && owner.words[1] == "read");
static_assert(owner.meta.limits == 1 && owner.meta.identity_claims == 1);
static_assert(owner.meta.claim == "sub" && owner.meta.group_claims == 0);

constexpr auto author = allow.ownerDefinedIn("author");
static_assert(author.meta.who == strategy::ownerDefinedIn && author.meta.subject == "author");
static_assert(author.meta.limits == 0 && author.meta.provider.empty());
static_assert(allow.ownersDefinedIn("editors").meta.who == strategy::ownersDefinedIn);
static_assert(allow.groupDefinedIn("team", "oidc").meta.provider == "oidc");
static_assert(allow.groupsDefinedIn("teams").meta.subject == "teams");

constexpr auto groups = allow.groups("ADMINS", "EDITORS").to("read").withClaimIn("roles");
static_assert(groups.groups.size() == 2 && groups.groups[1] == "EDITORS");
static_assert(groups.words.size() == 1 && groups.meta.claim == "roles");
static_assert(allow.groups({"ADMINS", "EDITORS"}, "oidc").groups[0] == "ADMINS");
static_assert(allow.groups({"ADMINS", "EDITORS"}, "oidc").meta.provider == "oidc");
static_assert(allow.group("ADMINS").groups[0] == "ADMINS");
static_assert(allow.groups().groups.empty());

static_assert(allow.resource(worker).meta.function == &worker);
static_assert(allow.entity("identity").meta.subject == "identity");
static_assert(allow.custom().meta.who == strategy::custom);
static_assert(
    allow.guest().to().meta.limits == 1 && allow.guest().to("a").to("b").meta.limits == 2
);

// Names are no part of a rule's type.
static_assert(std::is_same_v<
              decltype(allow.owner().to("read")), decltype(allow.guest().to("get"))>);

constexpr std::size_t size_of(detail::rule_text text) {
  return text.before.size() + text.subject.size() + text.after.size();
}
static_assert(size_of(detail::text_of(strategy::groups, {}, 0)) == 14);
static_assert(detail::text_of(strategy::groups, "A", 1).before == "allow.group(`");
static_assert(detail::text_of(strategy::owner, {}, 0).before == "allow.owner()");
static_assert(detail::text_of(strategy::owner, "oidc", 0).before == "allow.owner(`");
static_assert(detail::builder_of(strategy::entity) == "allow.entity");

}  // namespace
