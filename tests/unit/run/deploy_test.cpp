// SPDX-License-Identifier: Apache-2.0
#include "run/deploy_failure.hpp"
#include "stand_ins.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify::detail {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(DeployEvent, IsALineOfTheCdkCli) {
  const auto event = parse_deploy_event(
      "app | 3/12 | 10:11:12 AM | CREATE_FAILED        | AWS::SQS::Queue | a/b (Jobs123) Name | is taken"
  );
  ASSERT_TRUE(event);
  EXPECT_EQ(event->stack, "app");
  EXPECT_EQ(event->done, 3);
  EXPECT_EQ(event->total, 12);
  EXPECT_EQ(event->status, "CREATE_FAILED");
  EXPECT_EQ(event->type, "AWS::SQS::Queue");
  EXPECT_EQ(event->logicalId, "Jobs123");
  EXPECT_EQ(event->reason, "Name | is taken");
  EXPECT_FALSE(parse_deploy_event("app: deploying... [1/1]"));
  EXPECT_FALSE(parse_deploy_event("a | b | c | d | e"));
}

TEST(DeployEvent, ThatFailedFirstIsTheCause) {
  const std::vector<DeployEvent> events = {
      {.status = "CREATE_IN_PROGRESS"},
      {.status = "CREATE_FAILED", .logicalId = "A", .reason = "Resource creation cancelled"},
      {.status = "CREATE_FAILED",
       .type = "AWS::CloudFormation::Stack",
       .logicalId = "B",
       .reason = "Embedded stack arn:… was not successfully created"},
      {.status = "CREATE_FAILED", .logicalId = "C", .reason = "no"},
  };
  ASSERT_NE(first_failure(events), nullptr);
  EXPECT_EQ(first_failure(events)->logicalId, "C");
  EXPECT_EQ(first_failure({{.status = "CREATE_COMPLETE"}}), nullptr);
  // All that is known of the cause, when what is inside wasn't seen.
  EXPECT_EQ(first_failure({events[2]})->logicalId, "B");
}

TEST(KnownFailure, IsToldByWhatTheTextContains) {
  const std::pair<const char*, const char*> cases[] = {
      {"SSM parameter /cdk-bootstrap/hnb659fds/version not found", "BootstrapNotDetectedError"},
      {"This CDK deployment requires bootstrap stack version '6', found '2'",
       "BootstrapOutdatedError"},
      {"The security token included in the request is expired", "ExpiredTokenError"},
      {"User: u is not authorized to perform: iam:CreateRole", "AccessDeniedError"},
      {"Stack s is in ROLLBACK_COMPLETE state and must be deleted", "RollbackCompleteError"},
      {"Stack s is in UPDATE_ROLLBACK_FAILED state and can not be updated", "RollbackFailedError"},
      {"Stack s is in UPDATE_IN_PROGRESS state and can not be updated", "DeploymentInProgressError"
      },
      {"Cannot perform more than one GSI creation or deletion in a single update",
       "MultipleIndexChangesError"},
      {"Post-table already exists in stack arn", "ResourceAlreadyExistsError"},
      {"Unzipped size must be smaller than 262144000 bytes", "LambdaMaxSizeExceededError"},
      {"There are expired AWS credentials in your environment.\nUnable to resolve AWS account",
       "ExpiredTokenError"},
      {"This CDK deployment requires bootstrap stack version '6', but during the confirmation "
       "AccessDenied: User: ann is not authorized",
       "AccessDeniedError"},
      {"getaddrinfo ENOTFOUND cloudformation.eu-west-9.amazonaws.com", "NetworkError"},
  };
  for (const auto& [text, code] : cases) {
    const auto failure = known_failure(text);
    ASSERT_TRUE(failure) << text;
    EXPECT_EQ(failure->code, code) << text;
  }
  EXPECT_FALSE(known_failure("something new"));
}

TEST(ErrorLines, AreWhatTheCdkCliSumsUp) {
  EXPECT_EQ(
      error_lines("✨  Synthesis\n‣ SsmParameterNotFound: not there\n‣ Cause: x\n"), "not there"
  );
  EXPECT_EQ(
      error_lines("start\n❌  s failed: ToolkitError: no\n"), "❌  s failed: ToolkitError: no"
  );
  EXPECT_EQ(error_lines("start\n\nUnable to go on\n\n"), "Unable to go on");
  EXPECT_EQ(error_lines("\n"), "");
}

const auto auth = defineAuth({.loginWith = {.email = true}});

/// A `cdk` that prints what it is told to, and writes the outputs.
class CdkCommand : public amplify::testing::StandIns {
 protected:
  void cdk(const std::string& out, const std::string& err = {}, int status = 0) {
    file("out", out);
    file("err", err);
    program(
        "cdk",
        "cat " + (directory / "out").string() + "\ncat " + (directory / "err").string() +
            " >&2\nwhile [ $# -gt 0 ]; do if [ \"$1\" = --outputs-file ]; then echo '{\"'\"$stack\"'\":" +
            R"({"deploymentType":"sandbox","userPoolId":"p","authRegion":"r","webClientId":"c"}})" +
            "' > \"$2\"; fi; if [ \"$1\" = deploy ]; then stack=$2; fi; shift; done\nexit " +
            std::to_string(status) + "\n"
    );
  }
  Outcome run_backend(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--output", (directory / "cdk.out").string()});
    return StandIns::run_backend(defineBackend(auth), arguments);
  }
};

TEST_F(CdkCommand, DeploysAndWritesTheOutputs) {
  cdk("s | 1/2 | 1:00:00 PM | CREATE_COMPLETE | AWS::Cognito::UserPool | Pool\n");
  const auto result = run_backend(
      {"deploy", "--yes", "--no-plan", "--outputs-out-dir", directory, "--identifier", "ann"}
  );
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(
      text("asked"), AllOf(
                         HasSubstr("deploy amplify-app-ann-sandbox-"),
                         HasSubstr("--require-approval never"), HasSubstr("--app ")
                     )
  );
  EXPECT_THAT(result.out, AllOf(HasSubstr("1/2 "), HasSubstr("is deployed")));
  EXPECT_THAT(text("amplify_outputs.json"), HasSubstr("\"user_pool_id\": \"p\""));
}

TEST_F(CdkCommand, ReadsSecretsAnew) {
  cdk("");
  const auto social = defineAuth({
      .loginWith =
          {.externalProviders =
               {.google = {.clientId = secret("ID"), .clientSecret = secret("SECRET")},
                .callbackUrls = {"https://example.com/"},
                .logoutUrls = {"https://example.com/"}}},
  });
  const auto deployed = [&](const Backend& backend) {
    StandIns::run_backend(
        backend, {"deploy", "--yes", "--no-plan", "--output", (directory / "cdk.out").string()}
    );
    std::string templates;
    for (const auto& file : std::filesystem::directory_iterator(directory / "cdk.out"))
      if (file.path().string().ends_with("template.json"))
        templates += text("cdk.out/" + file.path().filename().string());
    return templates;
  };
  EXPECT_THAT(deployed(defineBackend(social)), HasSubstr("\"secretLastUpdated\":\"1"));
  EXPECT_THAT(deployed(defineBackend(auth)), Not(HasSubstr("secretLastUpdated")));
  // Whoever drives the deployment may say so instead.
  const amplify::testing::Variable context(
      "CDK_CONTEXT_JSON", R"({"secretLastUpdated":"rotated"})"
  );
  EXPECT_THAT(deployed(defineBackend(social)), HasSubstr("\"secretLastUpdated\":\"rotated\""));
}

TEST_F(CdkCommand, AsksFirstAndDoesNothingWhenNobodyAnswers) {
  cdk("");
  const auto result = run_backend({"deploy"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, StartsWith("error[ConfirmationError] deploy: "));
  EXPECT_THAT(run_backend({"destroy"}).err, StartsWith("error[ConfirmationError] destroy: "));
  EXPECT_EQ(text("asked"), "");
}

TEST_F(CdkCommand, TellsWhichResourceFailedAndWhatToDo) {
  cdk("s | 1/2 | 1:00:00 PM | CREATE_FAILED | AWS::DynamoDB::Table | PostTable T already exists\n",
      "❌  s failed: ToolkitError: The stack failed\n", 1);
  const auto result = run_backend({"deploy", "--yes", "--no-plan"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(
      result.err,
      AllOf(
          StartsWith(
              "error[ResourceAlreadyExistsError] AWS::DynamoDB::Table PostTable: T already exists"
          ),
          HasSubstr("help: remove or rename")
      )
  );
}

TEST_F(CdkCommand, TellsWhatNoResourceIsToBlameFor) {
  cdk("", "‣ SsmParameterNotFound: SSM parameter /cdk-bootstrap/hnb659fds/version not found\n", 1);
  EXPECT_THAT(
      run_backend({"deploy", "--yes", "--no-plan"}).err,
      StartsWith("error[BootstrapNotDetectedError] deploy: SSM parameter")
  );
  cdk("", "odd\n", 1);
  EXPECT_THAT(
      run_backend({"deploy", "--yes", "--no-plan"}).err,
      StartsWith("error[CloudFormationDeploymentError] deploy: ")
  );
}

TEST_F(CdkCommand, TellsThatItWasStopped) {
  program("cdk", "kill -9 $$\n");
  EXPECT_THAT(
      run_backend({"deploy", "--yes", "--no-plan"}).err,
      StartsWith("error[InterruptedError] deploy: ")
  );
}

TEST_F(CdkCommand, DeletesWhenAsked) {
  cdk("");
  const auto result = run_backend({"destroy", "--yes", "--identifier", "ann"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(
      text("asked"), AllOf(StartsWith("destroy amplify-app-ann-sandbox-"), HasSubstr("--force"))
  );
  EXPECT_THAT(result.out, HasSubstr("is deleted"));
}

TEST_F(CdkCommand, WithoutCdkOrNpxSaysWhatToInstall) {
  const amplify::testing::Variable empty("PATH", directory.string());
  const auto result = run_backend({"deploy", "--yes", "--no-plan"});
  EXPECT_THAT(
      result.err,
      AllOf(StartsWith("error[ToolNotFoundError] cdk: "), HasSubstr("npm install aws-cdk@"))
  );
}

}  // namespace
}  // namespace amplify::detail
