// SPDX-License-Identifier: Apache-2.0
#include "auth/access.hpp"

#include <amplify/cdk/iam.hpp>

#include <algorithm>
#include <cstddef>

namespace amplify::cognito {
namespace {

struct Word {
  std::string_view word;
  std::vector<std::string_view> actions;
};

/// Amplify's words; bundles first.
const std::vector<Word>& words() {
  static const std::vector<Word> words{
      {"manageUsers",
       {"AdminConfirmSignUp", "AdminCreateUser", "AdminDeleteUser", "AdminDeleteUserAttributes",
        "AdminDisableUser", "AdminEnableUser", "AdminGetUser", "AdminListGroupsForUser",
        "AdminRespondToAuthChallenge", "AdminSetUserMFAPreference", "AdminSetUserSettings",
        "AdminUpdateUserAttributes", "AdminUserGlobalSignOut"}},
      {"manageGroupMembership", {"AdminAddUserToGroup", "AdminRemoveUserFromGroup"}},
      {"manageGroups", {"CreateGroup", "DeleteGroup", "GetGroup", "ListGroups", "UpdateGroup"}},
      {"manageUserDevices",
       {"AdminForgetDevice", "AdminGetDevice", "AdminListDevices", "AdminUpdateDeviceStatus"}},
      {"managePasswordRecovery", {"AdminResetUserPassword", "AdminSetUserPassword"}},
      {"manageProviderForUser", {"AdminLinkProviderForUser"}},
      {"addUserToGroup", {"AdminAddUserToGroup"}},
      {"createGroup", {"CreateGroup"}},
      {"createUser", {"AdminCreateUser"}},
      {"deleteGroup", {"DeleteGroup"}},
      {"deleteUser", {"AdminDeleteUser"}},
      {"deleteUserAttributes", {"AdminDeleteUserAttributes"}},
      {"disableUser", {"AdminDisableUser"}},
      {"enableUser", {"AdminEnableUser"}},
      {"forgetDevice", {"AdminForgetDevice"}},
      {"getDevice", {"AdminGetDevice"}},
      {"getGroup", {"GetGroup"}},
      {"getUser", {"AdminGetUser"}},
      {"listDevices", {"AdminListDevices"}},
      {"listGroups", {"ListGroups"}},
      {"listGroupsForUser", {"AdminListGroupsForUser"}},
      {"listUsers", {"ListUsers"}},
      {"listUsersInGroup", {"ListUsersInGroup"}},
      {"removeUserFromGroup", {"AdminRemoveUserFromGroup"}},
      {"resetUserPassword", {"AdminResetUserPassword"}},
      {"setUserMfaPreference", {"AdminSetUserMFAPreference"}},
      {"setUserPassword", {"AdminSetUserPassword"}},
      {"setUserSettings", {"AdminSetUserSettings"}},
      {"updateDeviceStatus", {"AdminUpdateDeviceStatus"}},
      {"updateGroup", {"UpdateGroup"}},
      {"updateUserAttributes", {"AdminUpdateUserAttributes"}},
  };
  return words;
}

std::vector<cdk::Str> granted(const AuthAccess& rule) {
  std::vector<cdk::Str> actions;
  for (const std::string_view word : rule.actions) {
    for (const std::string_view action : iam_actions(word))
      actions.emplace_back("cognito-idp:" + std::string(action));
  }
  return actions;
}

}  // namespace

std::vector<std::string_view> iam_actions(std::string_view action) {
  const auto found = std::ranges::find(words(), action, &Word::word);
  return found == words().end() ? std::vector<std::string_view>() : found->actions;
}

std::vector<std::string_view> access_words() {
  std::vector<std::string_view> found;
  for (const Word& word : words())
    found.push_back(word.word);
  return found;
}

void grant_access(
    const std::vector<AuthAccess>& rules, const AccessedPool& pool, const Context& context,
    std::source_location where
) {
  std::size_t count = 0;
  for (const AuthAccess& rule : rules) {
    const auto actions = granted(rule);
    if (rule.function.get() == nullptr || actions.empty()) continue;  // reported by the checks
    const Function function = context.function(*rule.function.get());
    cdk::iam::Policy(
        pool.construct.stack(), "userpoolAccess" + std::to_string(++count),
        {.statements = {{.actions = actions, .resources = {pool.arn}}}, .roles = {function.role}},
        where
    );
    function.provide(pool.construct, pool.variable, pool.id);
  }
}

}  // namespace amplify::cognito
