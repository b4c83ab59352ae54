// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include "../run/environment.hpp"

namespace amplify::cdk {
namespace {

using amplify::testing::Variable;

std::string in_manifest(const App& app, const std::string& stack) {
  return json::parse(file_of(app.synth(), "manifest.json"))["artifacts"][stack]["environment"];
}

TEST(Environment, IsThatOfWhoeverDeploysUnlessGiven) {
  App app;
  const Stack anywhere(app, "anywhere");
  const Stack fixed(app, "fixed", {.env = {.account = "123456789012", .region = "eu-west-1"}});
  Stack half(app, "half");
  half.setEnvironment({.region = "us-gov-west-1"});
  EXPECT_EQ(in_manifest(app, "anywhere"), "aws://unknown-account/unknown-region");
  EXPECT_EQ(in_manifest(app, "fixed"), "aws://123456789012/eu-west-1");
  EXPECT_EQ(in_manifest(app, "half"), "aws://unknown-account/us-gov-west-1");
}

TEST(Environment, OfANestedStackIsThatOfItsRoot) {
  App app;
  const Stack root(app, "root", {.env = {.region = "eu-west-1"}});
  const NestedStack nested(root, "nested", {.env = {.region = "eu-west-2"}});
  const NestedStack inner(nested, "inner");
  EXPECT_EQ(inner.environment().region, "eu-west-1");
}

TEST(Environment, OfTheCliIsWhatItKnows) {
  EXPECT_EQ(Environment::ofCli().account, "");
  const Variable account("CDK_DEFAULT_ACCOUNT", "123456789012");
  const Variable region("CDK_DEFAULT_REGION", "eu-west-1");
  EXPECT_EQ(Environment::ofCli().account, "123456789012");
  EXPECT_EQ(Environment::ofCli().region, "eu-west-1");
}

TEST(Environment, HasAProperAccountAndRegion) {
  for (const Environment& wrong :
       {Environment{.account = "12345"}, Environment{.account = "1234-5678-9012"},
        Environment{.region = "EU (Ireland)"}, Environment{.region = "eu/west"}}) {
    App app;
    const Stack stack(app, "stack", {.env = wrong});
    expect_error(app, "InvalidEnvironmentError", "stack");
  }
}

}  // namespace
}  // namespace amplify::cdk
