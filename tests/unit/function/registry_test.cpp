// SPDX-License-Identifier: Apache-2.0
// Where functions stand, and how they get at the resources of other definitions.
#include "support.hpp"

namespace amplify::functions {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A bucket with a function's access to it, as a definition in `producer` gives it.
void give_access(Registry& registry, const defineFunction& function, const cdk::Resource& bucket) {
  const Access access = registry.access(function, bucket.stack());
  access.role().addToPolicy({.actions = {"s3:GetObject"}, .resources = {bucket.getAtt("Arn")}});
  access.addEnvironment("FILES_BUCKET_NAME", bucket.ref());
}

TEST_F(Functions, are_made_once) {
  const defineFunction function(elsewhere("f"));
  EXPECT_EQ(registry.find(function), nullptr);
  auto& made = registry.of(function);
  EXPECT_EQ(&registry.of(function), &made);
  EXPECT_EQ(registry.find(function), &made);
}

TEST_F(Functions, stand_in_the_stack_they_name) {
  auto props = elsewhere("f");
  props.resourceGroupName = "jobs";
  const defineFunction function(props);
  registry.noteCall(function, "auth");
  EXPECT_EQ(registry.of(function).stack.id(), "jobs");
}

TEST_F(Functions, stand_with_the_first_that_calls_them) {
  const defineFunction trigger(elsewhere("trigger"));
  const defineFunction handler(elsewhere("handler"));
  const defineFunction plain(elsewhere("plain"));
  registry.noteCall(trigger, "storage");
  registry.noteCall(trigger, "auth");
  registry.noteCall(handler, "api");
  EXPECT_EQ(registry.of(trigger).stack.id(), "auth");
  EXPECT_EQ(registry.of(handler).stack.id(), "api");
  EXPECT_EQ(registry.of(plain).stack.id(), "function");
}

TEST_F(Functions, of_one_stack_need_different_names) {
  const defineFunction first(elsewhere("f"));
  const defineFunction second(elsewhere("f"));
  auto props = elsewhere("f");
  props.resourceGroupName = "jobs";
  const defineFunction elsewhere_named(props);
  registry.of(first);
  registry.of(elsewhere_named);
  EXPECT_THAT(errors(), IsEmpty());
  registry.of(second);
  expect_error("DuplicateFunctionNameError", "another function in the stack `function`");
}

TEST_F(Functions, that_nobody_calls_refer_to_what_they_use) {
  const defineFunction function(elsewhere("f"));
  const cdk::Resource bucket(stack("storage"), "Bucket", "AWS::S3::Bucket");
  give_access(registry, function, bucket);
  const json variables = function_of("function")["Environment"]["Variables"];
  EXPECT_TRUE(variables["FILES_BUCKET_NAME"].contains("Ref")) << variables;
  EXPECT_FALSE(variables.contains("AMPLIFY_SSM_ENV_CONFIG"));
  EXPECT_THAT(template_of("function").dump(), HasSubstr("s3:GetObject"));
  EXPECT_THAT(template_of("storage").dump(), Not(HasSubstr("s3:GetObject")));
}

TEST_F(Functions, that_a_bucket_calls_may_use_that_bucket) {
  const defineFunction function(elsewhere("f"));
  registry.noteCall(function, "storage");
  cdk::Resource bucket(stack("storage"), "Bucket", "AWS::S3::Bucket");
  give_access(registry, function, bucket);
  bucket.setProperty("NotificationConfiguration", registry.of(function).lambda.functionArn());

  // Synthesis refuses a circle of resources.
  const json whole = template_of("storage");
  const json variables = function_of("storage")["Environment"]["Variables"];
  EXPECT_EQ(variables["FILES_BUCKET_NAME"], "<value will be resolved during runtime>");
  EXPECT_THAT(variables["AMPLIFY_SSM_ENV_CONFIG"], HasSubstr("/ref/FILES_BUCKET_NAME"));
  const json parameter = cdk::properties_of(whole, "AWS::SSM::Parameter");
  EXPECT_EQ(parameter["Name"], "/ref/FILES_BUCKET_NAME");
  EXPECT_EQ(parameter["Value"], (json{{"Ref", "Bucket"}}));
}

TEST_F(Functions, that_sign_in_calls_may_use_what_waits_for_sign_in) {
  const defineFunction trigger(elsewhere("trigger"));
  registry.noteCall(trigger, "auth");
  cdk::Resource pool(stack("auth"), "Pool", "AWS::Cognito::UserPool");
  pool.setProperty(
      "LambdaConfig",
      cdk::Json::object({{"PostConfirmation", registry.of(trigger).lambda.functionArn()}})
  );
  const cdk::Resource api(
      stack("data"), "Api", "AWS::AppSync::GraphQLApi",
      cdk::Json::object(
          {{"Name", "api"}, {"AuthenticationType", "API_KEY"}, {"OwnerContact", pool.ref()}}
      )
  );
  give_access(registry, trigger, api);
  EXPECT_THAT(errors(), IsEmpty());
  EXPECT_THAT(template_of("data").dump(), HasSubstr("s3:GetObject"));
}

TEST_F(Functions, in_a_stack_that_others_call_all_go_by_parameters) {
  auto props = elsewhere("trigger");
  props.resourceGroupName = "function";
  const defineFunction trigger(props);
  const defineFunction plain(elsewhere("plain"));
  registry.noteCall(trigger, "auth");
  cdk::Resource pool(stack("auth"), "Pool", "AWS::Cognito::UserPool");
  pool.setProperty(
      "LambdaConfig",
      cdk::Json::object({{"PostConfirmation", registry.of(trigger).lambda.functionArn()}})
  );
  give_access(registry, plain, pool);
  EXPECT_THAT(errors(), IsEmpty());
}

TEST_F(Functions, share_a_parameter) {
  const defineFunction first(elsewhere("first"));
  const defineFunction second(elsewhere("second"));
  registry.noteCall(first, "storage");
  registry.noteCall(second, "storage");
  const cdk::Resource bucket(stack("storage"), "Bucket", "AWS::S3::Bucket");
  give_access(registry, first, bucket);
  give_access(registry, second, bucket);
  give_access(registry, second, bucket);
  EXPECT_THAT(errors(), IsEmpty());
  cdk::properties_of(template_of("storage"), "AWS::SSM::Parameter");  // expects one
}

}  // namespace
}  // namespace amplify::functions
