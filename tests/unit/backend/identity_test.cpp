// SPDX-License-Identifier: Apache-2.0
#include "backend/identity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace amplify::detail {
namespace {

using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

// The names are the peer's: its tools find a stack by them.
TEST(StackName, HashesTheIdentifierAsGiven) {
  EXPECT_EQ(
      stack_name({"app", "main", DeploymentType::sandbox}), "amplify-app-main-sandbox-6cf259607d"
  );
  EXPECT_EQ(
      stack_name({"todo", "main", DeploymentType::sandbox}), "amplify-todo-main-sandbox-398c839fb3"
  );
}

TEST(StackName, KeepsLettersAndDigits) {
  EXPECT_THAT(
      stack_name({"my-app", "fix/login_1", DeploymentType::branch}),
      HasSubstr("amplify-myapp-fixlogin1-branch-")
  );
}

TEST(StackName, HasFewerThan128Characters) {
  const auto name =
      stack_name({std::string(200, 'a'), std::string(200, 'b'), DeploymentType::standalone});
  EXPECT_EQ(name.size(), 127u);
  EXPECT_THAT(name, HasSubstr("-" + std::string(50, 'b') + "-standalone-"));
  EXPECT_EQ(std::ranges::count(name, '-'), 4);
}

TEST(Tags, TellTheKindOfDeployment) {
  using Tag = std::pair<std::string, std::string>;
  EXPECT_THAT(
      tags({"app", "ann", DeploymentType::sandbox}),
      UnorderedElementsAre(Tag("created-by", "amplify"), Tag("amplify:deployment-type", "sandbox"))
  );
  EXPECT_THAT(
      tags({"d1", "main", DeploymentType::branch}),
      UnorderedElementsAre(
          Tag("created-by", "amplify"), Tag("amplify:deployment-type", "branch"),
          Tag("amplify:app-id", "d1"), Tag("amplify:branch-name", "main")
      )
  );
  EXPECT_THAT(
      tags({"shop", "prod", DeploymentType::standalone}),
      UnorderedElementsAre(
          Tag("created-by", "amplify"), Tag("amplify:deployment-type", "standalone"),
          Tag("amplify:branch-name", "prod")
      )
  );
}

TEST(StackDescription, IsWhatAmplifysToolsRead) {
  const auto text = stack_description({"d1", "main", DeploymentType::branch}, "auth-Cognito");
  EXPECT_THAT(text, HasSubstr(R"("createdBy":"AmplifyPipelineDeploy")"));
  EXPECT_THAT(text, HasSubstr(R"("stackType":"auth-Cognito","metadata":{}})"));
}

}  // namespace
}  // namespace amplify::detail
