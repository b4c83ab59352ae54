// SPDX-License-Identifier: Apache-2.0
#include "run/client_config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/error.hpp>
#include <nlohmann/json.hpp>

#include <functional>

namespace amplify::detail {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const StackOutputs sandbox = {
    {"deploymentType", "sandbox"},
    {"region", "eu-west-1"},
    {"userPoolId", "eu-west-1_pool"},
    {"webClientId", "client"},
    {"identityPoolId", "eu-west-1:identities"},
    {"authRegion", "eu-west-1"},
    {"allowUnauthenticatedIdentities", "true"},
    {"signupAttributes", R"(["email"])"},
    {"usernameAttributes", R"(["email"])"},
    {"verificationMechanisms", R"(["email"])"},
    {"passwordPolicyMinLength", "10"},
    {"passwordPolicyRequirements", R"(["REQUIRES_NUMBERS","REQUIRES_SYMBOLS"])"},
    {"mfaConfiguration", "ON"},
    {"mfaTypes", R"(["TOTP"])"},
    {"passwordlessOptions", ""},
    {"socialProviders", R"(["GOOGLE","MyOidc"])"},
    {"oauthCognitoDomain", "x.auth.eu-west-1.amazoncognito.com"},
    {"oauthScope", R"(["openid"])"},
    {"oauthRedirectSignIn", "https://a/,https://b/"},
    {"oauthRedirectSignOut", "https://a/out"},
    {"oauthResponseType", "code"},
    {"oauthClientId", "client"},
    {"groups", R"([{"Admins":{"precedence":0}}])"},
    {"awsAppsyncApiId", "api"},
    {"awsAppsyncApiEndpoint", "https://api/graphql"},
    {"awsAppsyncAuthenticationType", "AMAZON_COGNITO_USER_POOLS"},
    {"awsAppsyncRegion", "eu-west-1"},
    {"amplifyApiModelSchemaS3Uri", "s3://bucket/schema.graphql"},
    {"awsAppsyncAdditionalAuthenticationTypes", "API_KEY,AWS_IAM"},
    {"awsAppsyncApiKey", "da2-key"},
    {"storageRegion", "eu-west-1"},
    {"bucketName", "files-1"},
    {"buckets",
     R"(["{\"name\":\"files\",\"bucketName\":\"files-1\",\"storageRegion\":\"eu-west-1\",)"
     R"(\"paths\":{\"public/*\":{\"guest\":[\"get\"]}}}"])"},
    {"customOutputs", R"({"custom":{"queue":"url"},"version":"1.4"})"},
};

json config(const StackOutputs& outputs, std::string version = "1.5") {
  return json::parse(client_config(outputs, {.version = std::move(version)}));
}

std::string fault(const std::function<void()>& action) {
  try {
    action();
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

TEST(ClientConfig, HasASectionForEachPartOfTheBackend) {
  const json whole = config(sandbox);
  EXPECT_EQ(whole["version"], "1.5");
  EXPECT_EQ(whole["auth"]["mfa_configuration"], "REQUIRED");
  EXPECT_EQ(whole["auth"]["password_policy"]["min_length"], 10);
  EXPECT_EQ(whole["auth"]["password_policy"]["require_lowercase"], false);
  EXPECT_EQ(whole["auth"]["unauthenticated_identities_enabled"], true);
  EXPECT_EQ(whole["auth"]["oauth"]["identity_providers"], json::parse(R"(["GOOGLE"])"));
  EXPECT_EQ(whole["auth"]["oauth"]["redirect_sign_in_uri"].size(), 2U);
  EXPECT_EQ(whole["data"]["authorization_types"], json::parse(R"(["API_KEY","AWS_IAM"])"));
  EXPECT_EQ(whole["storage"]["buckets"][0]["paths"]["public/*"]["guest"][0], "get");
  EXPECT_EQ(whole["custom"]["queue"], "url");
  const json bare = config({{"deploymentType", "sandbox"}});
  EXPECT_EQ(bare, json::parse(R"({"version":"1.5"})"));
}

TEST(ClientConfig, LeavesOutWhatAnOlderVersionDoesNotHave) {
  EXPECT_FALSE(config(sandbox, "1.2")["auth"].contains("groups"));
  EXPECT_TRUE(config(sandbox, "1.3")["auth"].contains("groups"));
  EXPECT_FALSE(config(sandbox, "1.1")["storage"]["buckets"][0].contains("paths"));
  EXPECT_FALSE(config(sandbox, "1")["storage"].contains("buckets"));
  auto keys = sandbox;
  keys["passwordlessOptions"] =
      R"({"emailOtpEnabled":true,"webAuthn":{"relyingPartyId":"localhost","userVerification":"preferred"}})";
  EXPECT_EQ(config(keys)["auth"]["passwordless"]["web_authn"]["relying_party_id"], "localhost");
  EXPECT_FALSE(config(keys, "1.3")["auth"].contains("passwordless"));
}

TEST(ClientConfig, HoldsTheIntrospection) {
  const auto text = client_config(sandbox, {.modelIntrospection = R"({"version":1})"});
  EXPECT_EQ(json::parse(text)["data"]["model_introspection"]["version"], 1);
}

TEST(ClientConfig, RefusesWhatIsNoBackend) {
  EXPECT_THAT(
      fault([] { client_config({{"Url", "x"}}); }), StartsWith("error[AmplifyOutputsNotFoundError]")
  );
  EXPECT_THAT(
      fault([] { client_config(sandbox, {.version = "2"}); }),
      StartsWith("error[UnsupportedOutputsVersionError]")
  );
  auto broken = sandbox;
  broken["groups"] = "[";
  EXPECT_THAT(
      fault([&] { client_config(broken); }), StartsWith("error[InvalidOutputsError] groups")
  );
  broken = sandbox;
  broken.erase("webClientId");
  EXPECT_THAT(
      fault([&] { client_config(broken); }), StartsWith("error[InvalidOutputsError] webClientId")
  );
  broken = sandbox;
  broken["buckets"] = R"(["{}"])";
  EXPECT_THAT(fault([&] { client_config(broken); }), StartsWith("error[InvalidOutputsError]"));
}

TEST(ClientConfig, RefusesTwoValuesOfOneKey) {
  auto twice = sandbox;
  twice["customOutputs"] = R"({"auth":{"user_pool_id":"other"}})";
  EXPECT_THAT(
      fault([&] { client_config(twice); }),
      StartsWith("error[OutputEntryAlreadyExistsError] auth.user_pool_id")
  );
}

TEST(ClientConfig, IsWrittenForFlutterToo) {
  EXPECT_EQ(dart_config("{\n}\n"), "const amplifyConfig = r'''{\n}''';");
}

TEST(StackOutputs, ComeFromTheAwsCliOrTheCdkCli) {
  const auto aws =
      R"({"Stacks":[{"StackName":"s","Outputs":[{"OutputKey":"a","OutputValue":"1"}]}]})";
  EXPECT_EQ(read_stack_outputs(aws, "s", "f").at("a"), "1");
  EXPECT_EQ(read_stack_outputs(aws, "", "f").at("a"), "1");
  EXPECT_EQ(read_stack_outputs(R"({"s":{"a":"1"}})", "", "f").at("a"), "1");
  EXPECT_EQ(read_stack_outputs(R"({"s":{"a":"1"},"t":{"a":"2"}})", "t", "f").at("a"), "2");
}

TEST(StackOutputs, AreNamedWhenTheyAreNot) {
  for (const char* text : {"", "[]", R"({"s":{"a":1}})", R"({"Stacks":1})", R"({"t":{}})"}) {
    EXPECT_THAT(
        fault([&] { read_stack_outputs(text, "s", "outputs.json"); }),
        StartsWith("error[InvalidOutputsError] outputs.json: ")
    ) << text;
  }
}

}  // namespace
}  // namespace amplify::detail
