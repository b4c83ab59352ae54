// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify {
namespace {

using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const auto auth = defineAuth({.loginWith = {.email = true}});
const auto hello = defineFunction({
    .name = "hello",
    .environment = {{"KEY", secret("API_KEY")}},
    .runtime = "python3.13",
    .code = Code::fromBucket("bucket", "hello.zip"),
    .handler = "index.handler",
});
const auto bye = defineFunction({
    .name = "bye",
    .runtime = "python3.13",
    .resourceGroupName = "auth",
    .code = Code::fromBucket("bucket", "bye.zip"),
    .handler = "index.handler",
});

TEST(BackendFunctions, AreDeployedAndListed) {
  const auto assembly = defineBackend(hello, bye).synth();
  EXPECT_THAT(resources(stack_template(assembly, "function"), "AWS::Lambda::Function"), SizeIs(1));
  EXPECT_THAT(resources(stack_template(assembly, "auth"), "AWS::Lambda::Function"), SizeIs(1));
  const json root = stack_template(assembly, "backend");
  const std::string list = root["Outputs"]["definedFunctions"]["Value"].dump();
  EXPECT_THAT(list, HasSubstr("byelambda"));
  EXPECT_THAT(list, HasSubstr("hellolambda"));
  EXPECT_EQ(
      root["Metadata"]["AWS::Amplify::Function"],
      json::parse(R"({"version": "1", "stackOutputs": ["definedFunctions"]})")
  );
  EXPECT_THAT(
      stack_template(assembly, "function")["Description"].get<std::string>(),
      HasSubstr(R"("stackType":"function-Lambda")")
  );
}

TEST(BackendFunctions, OrderLeavesNoTrace) {
  const auto one = defineBackend(hello, bye, auth).synth();
  const auto other = defineBackend(auth, bye, hello).synth();
  ASSERT_EQ(one.files.size(), other.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i)
    EXPECT_EQ(one.files[i].content, other.files[i].content);
}

TEST(BackendFunctions, ShareTheStackOfADefinition) {
  const auto assembly = defineBackend(bye, auth).synth();
  const json stack = stack_template(assembly, "auth");
  EXPECT_THAT(resources(stack, "AWS::Lambda::Function"), SizeIs(1));
  EXPECT_THAT(resources(stack, "AWS::Cognito::UserPool"), SizeIs(1));
  EXPECT_THAT(stack["Description"].get<std::string>(), HasSubstr(R"("stackType":"auth-Cognito")"));
}

TEST(BackendFunctions, ReadSecretsOfTheirDeployment) {
  const auto backend = defineBackend(hello);
  const auto config = [&](const BackendIdentifier& identifier) {
    const json stack = stack_template(backend.synth(identifier), "function");
    return json::parse(resources(
                           stack, "AWS::Lambda::Function"
    )[0]["Properties"]["Environment"]["Variables"]["AMPLIFY_SSM_ENV_CONFIG"]
                           .get<std::string>());
  };
  const json branch = config({"d1 2x", "feat/a", DeploymentType::branch});
  EXPECT_EQ(branch["KEY"]["path"], "/amplify/d12x/feata-branch-232db7ebde/API_KEY");
  EXPECT_EQ(branch["KEY"]["sharedPath"], "/amplify/shared/d1 2x/API_KEY");
  EXPECT_THAT(
      config({"app", "ann", DeploymentType::sandbox})["KEY"]["path"].get<std::string>(),
      HasSubstr("/amplify/app/ann-sandbox-")
  );
}

TEST(BackendFunctions, AreReachedByTheirDefinition) {
  const auto backend = defineBackend(hello);
  backend[hello].addEnvironment("LATE", "yes");
  backend[hello].cfnResources.function.addPropertyOverride("MemorySize", 1024);
  const json stack = stack_template(backend.synth(), "function");
  const json found = resources(stack, "AWS::Lambda::Function")[0]["Properties"];
  EXPECT_EQ(found["Environment"]["Variables"]["LATE"], "yes");
  EXPECT_EQ(found["MemorySize"], 1024);
}

TEST(BackendFunctions, MustBeGiven) {
  const auto backend = defineBackend(auth);
  backend[hello].addEnvironment("LATE", "yes");
  const auto found = faults(backend);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "UnknownDefinitionError");
  EXPECT_THAT(found[0].message, HasSubstr("defineFunction"));
}

}  // namespace
}  // namespace amplify
