// SPDX-License-Identifier: Apache-2.0
// What functions may do with users, from Amplify's documentation of the actions that rules of
// `access` stand for.
#include "../../examples/auth_full/auth/resource.hpp"
#include "support.hpp"

#include <vector>

namespace amplify::access {
namespace {

TEST(Access, AuthFull) {
  const auto backend = defineBackend(auth, groupManager);
  const auto simulator = simulator_of(backend);
  const struct {
    const char* action;
    bool confirmation, manager;
  } table[] = {
      // action                              post-confirmation  group-manager
      {"AdminAddUserToGroup", true, true},         // addUserToGroup; manageGroupMembership
      {"AdminRemoveUserFromGroup", false, true},   // manageGroupMembership
      {"AdminUpdateUserAttributes", true, true},   // updateUserAttributes; manageUsers
      {"AdminCreateUser", false, true},            // manageUsers
      {"AdminDeleteUser", false, true},            // manageUsers
      {"AdminGetUser", false, true},               // manageUsers
      {"AdminUserGlobalSignOut", false, true},     // manageUsers
      {"CreateGroup", false, true},                // manageGroups
      {"DeleteGroup", false, true},                // manageGroups
      {"ListGroups", false, true},                 // manageGroups
      {"ListUsers", false, true},                  // listUsers
      {"AdminResetUserPassword", false, true},     // managePasswordRecovery
      {"AdminSetUserPassword", false, true},       // managePasswordRecovery
      {"AdminForgetDevice", false, true},          // manageUserDevices
      {"AdminListDevices", false, true},           // manageUserDevices
      {"ListUsersInGroup", false, false},          // listUsersInGroup alone
      {"AdminLinkProviderForUser", false, false},  // manageProviderForUser alone
      {"UpdateUserPool", false, false},            // no rule stands for it
      {"DeleteUserPool", false, false},
  };
  const auto may = [&](const defineFunction& function, const std::string& action) {
    return static_cast<bool>(simulator.allows(
        backend[function].lambda, "cognito-idp:" + action, backend[auth].userPool.getAtt("Arn")
    ));
  };
  for (const auto& [action, confirmation, manager] : table) {
    SCOPED_TRACE(action);
    EXPECT_EQ(may(postConfirmation, action), confirmation);
    EXPECT_EQ(may(groupManager, action), manager);
    // Being called by the pool permits nothing on it.
    for (const auto* const trigger : {&preSignUp, &customMessage, &preTokenGeneration})
      EXPECT_FALSE(may(*trigger, action));
  }
}

}  // namespace
}  // namespace amplify::access
