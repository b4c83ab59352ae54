// SPDX-License-Identifier: Apache-2.0
#include "auth/access.hpp"

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace amplify::cognito {
namespace {

/// Amplify's words, bundles first.
constexpr std::string_view words[] = {
    "manageUsers",
    "manageGroupMembership",
    "manageGroups",
    "manageUserDevices",
    "managePasswordRecovery",
    "manageProviderForUser",
    "addUserToGroup",
    "createGroup",
    "createUser",
    "deleteGroup",
    "deleteUser",
    "deleteUserAttributes",
    "disableUser",
    "enableUser",
    "forgetDevice",
    "getDevice",
    "getGroup",
    "getUser",
    "listDevices",
    "listGroups",
    "listGroupsForUser",
    "listUsers",
    "listUsersInGroup",
    "removeUserFromGroup",
    "resetUserPassword",
    "setUserMfaPreference",
    "setUserPassword",
    "setUserSettings",
    "updateDeviceStatus",
    "updateGroup",
    "updateUserAttributes"
};

/// Of each word, the actions of Cognito.
const std::vector<std::string_view> actions[] = {
    {"AdminConfirmSignUp", "AdminCreateUser", "AdminDeleteUser", "AdminDeleteUserAttributes",
     "AdminDisableUser", "AdminEnableUser", "AdminGetUser", "AdminListGroupsForUser",
     "AdminRespondToAuthChallenge", "AdminSetUserMFAPreference", "AdminSetUserSettings",
     "AdminUpdateUserAttributes", "AdminUserGlobalSignOut"},
    {"AdminAddUserToGroup", "AdminRemoveUserFromGroup"},
    {"CreateGroup", "DeleteGroup", "GetGroup", "ListGroups", "UpdateGroup"},
    {"AdminForgetDevice", "AdminGetDevice", "AdminListDevices", "AdminUpdateDeviceStatus"},
    {"AdminResetUserPassword", "AdminSetUserPassword"},
    {"AdminLinkProviderForUser"},
    {"AdminAddUserToGroup"},
    {"CreateGroup"},
    {"AdminCreateUser"},
    {"DeleteGroup"},
    {"AdminDeleteUser"},
    {"AdminDeleteUserAttributes"},
    {"AdminDisableUser"},
    {"AdminEnableUser"},
    {"AdminForgetDevice"},
    {"AdminGetDevice"},
    {"GetGroup"},
    {"AdminGetUser"},
    {"AdminListDevices"},
    {"ListGroups"},
    {"AdminListGroupsForUser"},
    {"ListUsers"},
    {"ListUsersInGroup"},
    {"AdminRemoveUserFromGroup"},
    {"AdminResetUserPassword"},
    {"AdminSetUserMFAPreference"},
    {"AdminSetUserPassword"},
    {"AdminSetUserSettings"},
    {"AdminUpdateDeviceStatus"},
    {"UpdateGroup"},
    {"AdminUpdateUserAttributes"},
};
static_assert(std::size(words) == std::size(actions));

/// The actions of IAM that the rule permits.
std::vector<cdk::Str> permitted(const AccessRule& rule) {
  std::vector<cdk::Str> found;
  for (const std::string& word : rule.words) {
    const std::size_t at = access_vocabulary.find(word);
    if (at == access_vocabulary.count) continue;  // reported by the checks
    for (const std::string_view action : actions[at])
      found.emplace_back("cognito-idp:" + std::string(action));
  }
  return found;
}

}  // namespace

const detail::vocabulary access_vocabulary{
    .no_such = "no action on users",
    .words = words,
    .count = std::size(words),
    .all = "there are manageUsers, manageGroups, listUsers and those of docs/auth.md",
};

void grant_access(
    const std::vector<AccessRule>& rules, const AccessedPool& pool, const Context& context
) {
  for (const AccessRule& rule : rules) {
    const auto permissions = permitted(rule);
    if (rule.function == nullptr || permissions.empty()) continue;  // reported by the checks
    const functions::Access access = context.functions.access(*rule.function, pool.construct);
    access.role().addToPolicy({.actions = permissions, .resources = {pool.arn}});
    access.addEnvironment(pool.variable, pool.id);
  }
}

}  // namespace amplify::cognito
