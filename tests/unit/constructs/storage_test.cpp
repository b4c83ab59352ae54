// SPDX-License-Identifier: Apache-2.0
// Buckets, tables, parameters, secrets, log groups.
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/logs.hpp>
#include <amplify/cdk/s3.hpp>
#include <amplify/cdk/secretsmanager.hpp>
#include <amplify/cdk/ssm.hpp>

#include "support.hpp"

namespace amplify::cdk {
namespace {

using assertions::HasResourceProperties;
using assertions::IsAllowed;
using assertions::IsDenied;
using testing::Contains;
using testing::ElementsAre;

using Bucket = Constructs;

TEST_F(Bucket, is_closed_and_encrypted) {
  const s3::Bucket bucket(stack, "Files");
  const json found = properties(bucket.resource());
  EXPECT_EQ(
      found["BucketEncryption"]["ServerSideEncryptionConfiguration"][0]
           ["ServerSideEncryptionByDefault"]["SSEAlgorithm"],
      "AES256"
  );
  EXPECT_EQ(found["PublicAccessBlockConfiguration"].size(), 4U);
  for (const auto& blocked : found["PublicAccessBlockConfiguration"])
    EXPECT_EQ(blocked, true);
  EXPECT_THAT(synthesized(), HasResourceProperties("AWS::S3::BucketPolicy", denies_plain_text()));
  EXPECT_EQ(template_now()["Resources"][logical_id(bucket.resource())]["DeletionPolicy"], "Retain");
}

TEST_F(Bucket, may_go_with_its_stack) {
  s3::Bucket bucket(stack, "Files");
  bucket.applyRemovalPolicy(RemovalPolicy::destroy);
  EXPECT_EQ(template_now()["Resources"][logical_id(bucket.resource())]["DeletionPolicy"], "Delete");
}

TEST_F(Bucket, has_what_its_props_say) {
  const s3::Bucket bucket(
      stack, "Files",
      {.bucketName = "files",
       .versioned = true,
       .encryptionKeyArn = "arn:aws:kms:::key/k",
       .cors = {{.allowedMethods = {"GET"}, .allowedOrigins = {"*"}, .maxAge = 60}},
       .lifecycleRules =
           {{.prefix = "tmp/",
             .expirationInDays = 1,
             .noncurrentVersionExpirationInDays = 2,
             .abortIncompleteMultipartUploadInDays = 3}},
       .eventBridgeEnabled = true}
  );
  const json found = properties(bucket.resource());
  EXPECT_EQ(found["BucketName"], "files");
  EXPECT_EQ(found["VersioningConfiguration"]["Status"], "Enabled");
  EXPECT_EQ(found["CorsConfiguration"]["CorsRules"][0]["MaxAge"], 60);
  EXPECT_EQ(found["LifecycleConfiguration"]["Rules"][0]["Prefix"], "tmp/");
  EXPECT_TRUE(found["NotificationConfiguration"]["EventBridgeConfiguration"]["EventBridgeEnabled"]);
  const json& encryption = found["BucketEncryption"]["ServerSideEncryptionConfiguration"][0];
  EXPECT_EQ(encryption["ServerSideEncryptionByDefault"]["KMSMasterKeyID"], "arn:aws:kms:::key/k");
}

lambda::Function function_in(const Stack& stack) {
  return {
      stack,
      "Handler",
      {.runtime = "nodejs22.x",
       .handler = "index.handler",
       .code = lambda::Code::fromInline("exports.handler = async () => {};")}
  };
}

TEST_F(Bucket, calls_a_function_that_may_use_it) {
  const s3::Bucket bucket(stack, "Files");
  const auto function = function_in(stack);
  bucket.addNotification(function, {.event = "s3:ObjectCreated:*", .prefix = "in/"});
  bucket.addNotification(function, {.event = "s3:ObjectRemoved:*"});
  // Beside the function, which would otherwise wait for its own bucket.
  const auto granted_here =
      iam::Role::fromResource(bucket, "HandlerRole", function.role().resource());
  bucket.grantRead(granted_here);
  const json found = template_now()["Resources"][logical_id(bucket.resource())];
  const json& functions = found["Properties"]["NotificationConfiguration"]["LambdaConfigurations"];
  ASSERT_EQ(functions.size(), 2U);
  EXPECT_EQ(
      functions[0]["Filter"]["S3Key"]["Rules"][0],
      json::parse(R"({"Name": "prefix", "Value": "in/"})")
  );
  EXPECT_FALSE(functions[1].contains("Filter"));
  const json permission = properties("AWS::Lambda::Permission");
  EXPECT_EQ(permission["SourceAccount"]["Ref"], "AWS::AccountId");
  EXPECT_FALSE(permission.contains("SourceArn"));
  EXPECT_EQ(found["DependsOn"].size(), 1U);
}

TEST_F(Bucket, empties_itself_before_it_goes) {
  s3::Bucket one(stack, "One", {.autoDeleteObjects = true});
  s3::Bucket two(stack, "Two", {.autoDeleteObjects = true});
  one.applyRemovalPolicy(RemovalPolicy::destroy);
  int functions = 0;
  std::set<std::string> policies;
  const json whole = template_now();
  for (const auto& resource : whole["Resources"]) {
    if (resource["Type"] == "AWS::Lambda::Function") ++functions;
    if (resource["Type"] == "Custom::S3AutoDeleteObjects")
      policies.insert(resource["DeletionPolicy"]);
  }
  EXPECT_EQ(functions, 1);
  // The objects of a bucket that stays stay too.
  EXPECT_THAT(policies, ElementsAre("Delete", "Retain"));
  EXPECT_THAT(granted(), Contains("s3:DeleteObjectVersion"));
}

TEST_F(Bucket, grants_its_key_too) {
  const s3::Bucket bucket(stack, "Files", {.encryptionKeyArn = "arn:aws:kms:::key/k"});
  bucket.grantRead(role);
  EXPECT_THAT(granted(), Contains("kms:Decrypt"));
}

TEST_F(Bucket, grants_to_a_principal_by_its_own_policy) {
  const s3::Bucket bucket(stack, "Files");
  bucket.grantRead(iam::ArnPrincipal("arn:aws:iam::123456789012:role/other"));
  EXPECT_TRUE(granted().empty());
  EXPECT_EQ(properties("AWS::S3::BucketPolicy")["PolicyDocument"]["Statement"].size(), 2U);
}

TEST_F(Bucket, in_another_stack_is_granted_across) {
  const NestedStack nested(stack, "Nested");
  const s3::Bucket bucket(nested, "Files");
  bucket.grantReadWrite(role);
  const assertions::IamSimulator iam(synthesized());
  EXPECT_THAT(iam.allows(role, "s3:PutObject", bucket.arnForObjects("a")), IsAllowed());
  EXPECT_THAT(iam.allows(role, "s3:PutBucketPolicy", bucket), IsDenied());
}

using Table = Constructs;

TEST_F(Table, is_billed_by_request_and_stays) {
  const dynamodb::Table table(stack, "Posts", {.partitionKey = {.name = "id"}});
  const json found = template_now()["Resources"][logical_id(table.resource())];
  EXPECT_EQ(found["Properties"]["BillingMode"], "PAY_PER_REQUEST");
  EXPECT_EQ(
      found["Properties"]["AttributeDefinitions"],
      json::parse(R"([{"AttributeName": "id", "AttributeType": "S"}])")
  );
  EXPECT_EQ(found["DeletionPolicy"], "Retain");
}

TEST_F(Table, has_what_its_props_say) {
  const dynamodb::Table table(
      stack, "Posts",
      {.partitionKey = {.name = "id"},
       .pointInTimeRecovery = true,
       .deletionProtection = true,
       .encryptionKeyArn = "arn:aws:kms:::key/k"}
  );
  table.addGlobalSecondaryIndex(
      {.indexName = "byDay",
       .partitionKey = {.name = "day", .type = dynamodb::AttributeType::number},
       .nonKeyAttributes = {"title"}}
  );
  const json found = properties(table.resource());
  EXPECT_TRUE(found["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]);
  EXPECT_TRUE(found["DeletionProtectionEnabled"]);
  EXPECT_EQ(found["SSESpecification"]["KMSMasterKeyId"], "arn:aws:kms:::key/k");
  EXPECT_EQ(found["AttributeDefinitions"].size(), 2U);
  EXPECT_EQ(found["GlobalSecondaryIndexes"][0]["Projection"]["ProjectionType"], "INCLUDE");
}

TEST_F(Table, grants_its_indexes_when_it_has_some) {
  const dynamodb::Table table(stack, "Posts", {.partitionKey = {.name = "id"}});
  table.grantReadData(role);
  const auto resource = [&] {
    return properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"][0]["Resource"];
  };
  EXPECT_TRUE(resource().contains("Fn::GetAtt"));
  table.addGlobalSecondaryIndex({.indexName = "byDay", .partitionKey = {.name = "day"}});
  EXPECT_EQ(resource().size(), 2U);
}

TEST_F(Table, needs_a_key) {
  const dynamodb::Table table(stack, "Posts", {});
  expect_error(app, "InvalidTableError", "S/Posts");
}

TEST_F(Table, needs_a_stream_to_read_it) {
  const dynamodb::Table table(stack, "Posts", {.partitionKey = {.name = "id"}});
  table.grantStreamRead(role);
  expect_error(app, "InvalidTableError", "S/Posts");
}

TEST_F(Table, refuses_an_attribute_of_two_types) {
  const dynamodb::Table table(stack, "Posts", {.partitionKey = {.name = "id"}});
  table.addGlobalSecondaryIndex(
      {.indexName = "i", .partitionKey = {.name = "id", .type = dynamodb::AttributeType::number}}
  );
  expect_error(app, "InvalidTableError", "S/Posts");
}

TEST_F(Table, refuses_two_indexes_of_one_name) {
  const dynamodb::Table table(stack, "Posts", {.partitionKey = {.name = "id"}});
  table.addGlobalSecondaryIndex({.indexName = "i", .partitionKey = {.name = "a"}});
  table.addGlobalSecondaryIndex({.indexName = "i", .partitionKey = {.name = "b"}});
  expect_error(app, "InvalidTableError", "S/Posts");
}

using Parameter = Constructs;

TEST_F(Parameter, has_its_value_and_grants) {
  const ssm::Parameter parameter(stack, "Switch", {.value = "on"});
  parameter.grantRead(role);
  parameter.grantWrite(role);
  EXPECT_EQ(properties(parameter.resource())["Value"], "on");
  EXPECT_THAT(granted(), Contains("ssm:PutParameter"));
}

TEST_F(Parameter, needs_a_value) {
  const ssm::Parameter parameter(stack, "Switch", {});
  expect_error(app, "InvalidParameterError", "S/Switch");
}

using Secret = Constructs;

TEST_F(Secret, is_generated) {
  const secretsmanager::Secret secret(
      stack, "Login",
      {.passwordLength = 20,
       .secretStringTemplate = R"({"user": "admin"})",
       .generateStringKey = "password"}
  );
  secret.grantRead(role);
  EXPECT_EQ(properties(secret.resource())["GenerateSecretString"]["PasswordLength"], 20);
  EXPECT_THAT(
      granted(), ElementsAre("secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue")
  );
}

TEST_F(Secret, needs_template_and_key_together) {
  const secretsmanager::Secret secret(stack, "Login", {.generateStringKey = "password"});
  expect_error(app, "InvalidSecretError", "S/Login");
}

TEST_F(Secret, has_no_policy_of_its_own) {
  const secretsmanager::Secret secret(stack, "Login");
  secret.grantRead(iam::ServicePrincipal("a.amazonaws.com"));
  expect_error(app, "GrantNotPossibleError", "S/Login");
}

using LogGroup = Constructs;

TEST_F(LogGroup, keeps_logs_for_two_years) {
  const logs::LogGroup logs(stack, "Logs");
  logs.grantWrite(role);
  EXPECT_EQ(properties(logs.resource())["RetentionInDays"], 731);
  EXPECT_THAT(granted(), ElementsAre("logs:CreateLogStream", "logs:PutLogEvents"));
}

}  // namespace
}  // namespace amplify::cdk
