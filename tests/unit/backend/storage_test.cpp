// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

namespace amplify {
namespace {

using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const BackendIdentifier branch{"d1", "main", DeploymentType::branch};
const auto auth = defineAuth({.loginWith = {.email = true}, .groups = {"ADMINS"}});
const auto onUpload = defineFunction({
    .name = "on-upload",
    .runtime = "python3.13",
    .code = Code::fromBucket("bucket", "code.zip"),
    .handler = "index.handler",
});
const auto photos = defineStorage({
    .name = "myPhotos",
    .triggers = {.onUpload = onUpload},
    .access =
        {
            {"public/*", {allow.guest().to("read"), allow.resource(onUpload).to("write")}},
            {"public/inner/*", {allow.group("ADMINS").to("read")}},
            {"own/{entity_id}/*", {allow.entity("identity").to("read", "write", "delete")}},
        },
});

/// The statements for a role whose reference has `role` in it, of all stacks.
std::string granted(const cdk::CloudAssembly& assembly, std::string_view role) {
  std::string text;
  for (const auto& stack : assembly.stacks) {
    for (const auto& policy : resources(json::parse(stack.templateBody), "AWS::IAM::Policy")) {
      if (policy["Properties"]["Roles"].dump().find(role) != std::string::npos)
        text += policy["Properties"]["PolicyDocument"]["Statement"].dump();
    }
  }
  return text;
}

TEST(BackendStorage, GivesRolesWhatTheRulesSay) {
  const auto assembly = defineBackend(auth, photos, onUpload).synth();
  const json stack = stack_template(assembly, "storage");
  EXPECT_THAT(resources(stack, "AWS::S3::Bucket"), SizeIs(1));
  EXPECT_THAT(stack["Description"].get<std::string>(), HasSubstr(R"("storage-S3")"));
  const auto guests = granted(assembly, "unauthenticated");
  EXPECT_THAT(guests, HasSubstr("/public/*"));
  EXPECT_THAT(guests, HasSubstr(R"("Effect":"Deny")"));
  EXPECT_THAT(guests, HasSubstr("/public/inner/*"));
  EXPECT_THAT(granted(assembly, "ADMINS"), HasSubstr("/public/inner/*"));
  EXPECT_THAT(
      granted(assembly, "authenticatedUserRole"),
      HasSubstr("/own/${cognito-identity.amazonaws.com:sub}/*")
  );
}

TEST(BackendStorage, TellsFunctionsOfEventsAndOfTheBucket) {
  const auto assembly = defineBackend(auth, photos).synth();
  const json stack = stack_template(assembly, "storage");
  // A function that only the bucket calls stands beside it.
  const std::string functions = json(resources(stack, "AWS::Lambda::Function")).dump();
  EXPECT_THAT(functions, HasSubstr("on-upload"));
  EXPECT_THAT(functions, HasSubstr("MY_PHOTOS_BUCKET_NAME"));
  EXPECT_THAT(
      resources(stack, "AWS::S3::Bucket")[0]["Properties"]["NotificationConfiguration"].dump(),
      HasSubstr("s3:ObjectCreated:*")
  );
  EXPECT_THAT(json(resources(stack, "AWS::Lambda::Permission")).dump(), HasSubstr("s3.amazonaws"));
}

TEST(BackendStorage, IsToldToClients) {
  const auto assembly = defineBackend(auth, photos).synth();
  const json root = stack_template(assembly, "backend");
  EXPECT_EQ(
      root["Metadata"]["AWS::Amplify::Storage"],
      json::parse(R"({"version": "1", "stackOutputs": ["buckets", "storageRegion", "bucketName"]})")
  );
  std::string text;
  for (const auto& part : root["Outputs"]["buckets"]["Value"]["Fn::Join"][1])
    text += part.is_string() ? part.get<std::string>() : "token";
  const json bucket = json::parse(json::parse(text)[0].get<std::string>());
  EXPECT_EQ(bucket["name"], "myPhotos");
  EXPECT_EQ(bucket["bucketName"], "token");
  EXPECT_EQ(bucket["paths"], json::parse(R"({
        "public/*": {"guest": ["get", "list"]},
        "public/inner/*": {"groupsADMINS": ["get", "list"]},
        "own/${cognito-identity.amazonaws.com:sub}/*":
            {"entityidentity": ["get", "list", "write", "delete"]}
      })"));
}

TEST(BackendStorage, StaysWithItsObjectsOutsideOfSandboxes) {
  const auto policies = [](const Backend& backend, const BackendIdentifier& identifier) {
    std::vector<std::string> found;
    for (const auto& bucket :
         resources(stack_template(backend.synth(identifier), "storage"), "AWS::S3::Bucket"))
      found.push_back(bucket.value("DeletionPolicy", ""));
    return found;
  };
  const auto backend = defineBackend(auth, photos);
  EXPECT_THAT(policies(backend, branch), Each("Retain"));
  EXPECT_THAT(policies(backend, {}), Each("Delete"));
  const auto gone = defineStorage({.name = "gone", .keepOnDelete = false});
  EXPECT_THAT(policies(defineBackend(gone), branch), Each("Delete"));
}

TEST(BackendStorage, IsReachedByItsDefinition) {
  const auto backend = defineBackend(auth, photos);
  backend[photos].cfnResources.bucket.setProperty("BucketName", "mine");
  const json stack = stack_template(backend.synth(), "storage");
  EXPECT_EQ(resources(stack, "AWS::S3::Bucket")[0]["Properties"]["BucketName"], "mine");
}

std::vector<std::string> codes(const Backend& backend) {
  std::vector<std::string> found;
  for (const auto& fault : faults(backend))
    found.push_back(fault.code);
  return found;
}

TEST(BackendStorage, SaysWhatIsWrong) {
  const auto other = defineStorage({.name = "other"});
  const auto third = defineStorage({.name = "other", .isDefault = true});
  const auto fourth = defineStorage({.name = "fourth", .isDefault = true});
  EXPECT_THAT(codes(defineBackend(auth, photos, other)), Contains("NoDefaultStorageError"));
  EXPECT_THAT(codes(defineBackend(third, fourth)), Contains("MultipleDefaultStorageError"));
  EXPECT_THAT(codes(defineBackend(other, third)), Contains("DuplicateStorageNameError"));
  // Without sign-in there are no roles.
  EXPECT_THAT(codes(defineBackend(photos)), Contains("InvalidResourceAccessConfigError"));
  const auto strangers =
      defineStorage({.name = "s", .access = {{"a/*", {allow.group("STRANGERS").to("read")}}}});
  EXPECT_THAT(
      faults(defineBackend(auth, strangers)),
      Contains(Field(&Diagnostic::help, HasSubstr("STRANGERS")))
  );
  const auto unnamed = defineStorage({});
  EXPECT_THAT(codes(defineBackend(unnamed)), Contains("InvalidResourceNameError"));
  const auto late = defineStorage(
      {.name = "late", .access = {{atRuntime(std::string("/a")), {allow.guest().to("read")}}}}
  );
  EXPECT_THAT(codes(defineBackend(auth, late)), Contains("InvalidStorageAccessPathError"));
  const auto backend = defineBackend(auth);
  backend[other].cfnResources.bucket.setProperty("BucketName", "mine");
  EXPECT_THAT(codes(backend), Contains("UnknownDefinitionError"));
}

TEST(BackendStorage, SaysWhatIsWrongWithRulesMadeAtRunTime) {
  const std::pair<AccessRule, const char*> cases[] = {
      {allow.guest(), "says nothing about what it permits"},
      {allow.guest().to(), "permits nothing"},
      {allow.guest().to("raed"), "`raed` is no action on files"},
      {allow.guest().to("read", "read"), "`read` is listed twice"},
      {allow.guest().to("read", "list"), "`read` includes `list`"},
      {allow.guest().to("read").to("write"), "called twice"},
      {allow.owner().to("read"), "is no rule about files"},
      {allow.authenticated("oidc").to("read"), "has a provider or a claim"},
      {allow.entity("me").to("read"), "is no entity"},
      {allow.groups().to("read"), "names no group"},
  };
  for (const auto& [rule, message] : cases) {
    SCOPED_TRACE(message);
    const auto storage = defineStorage({.name = "s", .access = {{"a/*", {rule}}}});
    EXPECT_THAT(
        faults(defineBackend(auth, storage)),
        Contains(AllOf(
            Field(&Diagnostic::code, "InvalidStorageAccessDefinitionError"),
            Field(&Diagnostic::message, HasSubstr(message)),
            Field(&Diagnostic::help, Not(IsEmpty()))
        ))
    );
  }
}

}  // namespace
}  // namespace amplify
