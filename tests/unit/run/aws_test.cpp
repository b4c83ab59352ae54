// SPDX-License-Identifier: Apache-2.0
// Commands that ask AWS, with a stand-in for the `aws` CLI that answers from a table and writes
// down what it was asked.
#include "run/aws.hpp"

#include "run/tools.hpp"
#include "stand_ins.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace amplify::detail {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const auto auth = defineAuth({.loginWith = {.email = true}});

/// An `aws` that says `answer`, or fails with `failure`.
class AwsCommand : public amplify::testing::StandIns {
 protected:
  void answers(const std::string& answer, const std::string& failure = {}) {
    file("answer", answer);
    file("failure", failure);
    program(
        "aws", "cd " + directory.string() +
                   "\ncase \"$*\" in *file:///dev/stdin*) cat >> input ;; esac\n"
                   "if [ -s failure ]; then cat failure >&2; exit 254; fi\ncat answer\n"
    );
  }
  Outcome run_backend(const std::vector<std::string>& arguments, const std::string& input = {}) {
    return StandIns::run_backend(defineBackend(auth), arguments, input);
  }
};

constexpr const char* deployed =
    R"({"Stacks":[{"StackName":"s","StackStatus":"CREATE_COMPLETE","Outputs":[)"
    R"({"OutputKey":"deploymentType","OutputValue":"sandbox"},)"
    R"({"OutputKey":"userPoolId","OutputValue":"pool"},)"
    R"({"OutputKey":"authRegion","OutputValue":"eu-west-1"},)"
    R"({"OutputKey":"webClientId","OutputValue":"client"}]}]})";

TEST_F(AwsCommand, OutputsAreReadFromTheStackOfTheDeployment) {
  answers(deployed);
  const auto result = run_backend({"outputs", "--identifier", "ann", "--out-dir", directory});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(text("asked"), HasSubstr("describe-stacks --stack-name amplify-app-ann-sandbox-"));
  const auto file = nlohmann::json::parse(text("amplify_outputs.json"));
  EXPECT_EQ(file["auth"]["user_pool_id"], "pool");
  EXPECT_THAT(result.out, HasSubstr("amplify_outputs.json"));
}

TEST_F(AwsCommand, OutputsArePrintedForFlutter) {
  answers(deployed);
  const auto result = run_backend({"outputs", "--format", "dart", "--out-dir", "-"});
  EXPECT_THAT(result.out, StartsWith("const amplifyConfig = r'''{"));
}

TEST_F(AwsCommand, OutputsComeFromAFileWithoutAws) {
  answers("", "must not be called");
  std::ofstream(directory / "outputs.json") << deployed;
  const auto result = run_backend(
      {"outputs", "--from", directory / "outputs.json", "--out-dir", "-", "--stack", "s"}
  );
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("\"pool\""));
  EXPECT_EQ(text("asked"), "");
}

TEST_F(AwsCommand, AStackThatIsNotThereIsNamed) {
  answers(
      "",
      "\nAn error occurred (ValidationError) when calling the DescribeStacks operation: "
      "Stack with id s does not exist\n"
  );
  const auto result = run_backend({"outputs", "--stack", "s"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(
      result.err,
      AllOf(StartsWith("error[StackDoesNotExistError] outputs: "), HasSubstr("deploy the backend"))
  );
}

TEST_F(AwsCommand, ADeploymentInProgressHasNoOutputsYet) {
  answers(R"({"Stacks":[{"StackName":"s","StackStatus":"UPDATE_IN_PROGRESS"}]})");
  EXPECT_THAT(run_backend({"outputs"}).err, StartsWith("error[DeploymentInProgressError]"));
}

TEST_F(AwsCommand, FailuresAreTranslated) {
  const std::pair<const char*, const char*> cases[] = {
      {"Unable to locate credentials. You can configure credentials by running \"aws configure\".",
       "error[CredentialsError]"},
      {"The config profile (x) could not be found", "error[CredentialsError]"},
      {"An error occurred (ExpiredToken) when calling the DescribeStacks operation: expired",
       "error[ExpiredTokenError]"},
      {"Error when retrieving token from sso: Token has expired and refresh failed",
       "error[ExpiredTokenError]"},
      {"An error occurred (AccessDenied) when calling the DescribeStacks operation: User: u is not "
       "authorized to perform: cloudformation:DescribeStacks",
       "error[AccessDeniedError]"},
      {"You must specify a region. You can also configure your region by running \"aws configure\".",
       "error[RegionError]"},
      {"An error occurred (Throttling) when calling the DescribeStacks operation: Rate exceeded",
       "error[AwsError] aws cloudformation describe-stacks: Throttling: Rate exceeded"},
  };
  for (const auto& [failure, error] : cases) {
    answers("", failure);
    const auto result = run_backend({"outputs"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.err, StartsWith(error));
  }
}

TEST_F(AwsCommand, SecretsAreSetByStandardInputAlone) {
  answers("{}");
  const auto result = run_backend({"secret", "set", "KEY", "--identifier", "ann"}, "s3cr3t\n");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(text("asked"), Not(HasSubstr("s3cr3t")));
  const auto request = nlohmann::json::parse(text("input"));
  EXPECT_EQ(request["Value"], "s3cr3t");
  EXPECT_EQ(request["Type"], "SecureString");
  EXPECT_THAT(
      request["Name"].get<std::string>(),
      ::testing::MatchesRegex("/amplify/app/ann-sandbox-[0-9a-f]{10}/KEY")
  );
  EXPECT_THAT(result.out, Not(HasSubstr("s3cr3t")));
}

TEST_F(AwsCommand, SecretsAreSharedByTheBranchesOfAnApp) {
  answers("{}");
  EXPECT_EQ(run_backend({"secret", "set", "KEY", "--shared", "--app-id", "d1"}, "x").status, 0);
  EXPECT_EQ(nlohmann::json::parse(text("input"))["Name"], "/amplify/shared/d1/KEY");
  EXPECT_THAT(
      run_backend({"secret", "list", "--shared"}).err, HasSubstr("--shared needs --app-id")
  );
}

TEST_F(AwsCommand, SecretsAreListedAndShown) {
  answers(R"({"Parameters":[{"Name":"/amplify/shared/d1/B"},{"Name":"/amplify/shared/d1/A"}]})");
  EXPECT_EQ(run_backend({"secret", "list", "--shared", "--app-id", "d1"}).out, "A\nB\n");
  EXPECT_EQ(
      nlohmann::json::parse(
          run_backend({"secret", "list", "--shared", "--app-id", "d1", "--json"}).out
      ),
      nlohmann::json::parse(R"(["A","B"])")
  );
  answers(R"({"Parameter":{"Value":"x"}})");
  EXPECT_EQ(run_backend({"secret", "get", "A"}).out, "x\n");
}

TEST_F(AwsCommand, ASecretThatIsNotThereIsNamed) {
  answers("", "An error occurred (ParameterNotFound) when calling the GetParameter operation: ");
  EXPECT_THAT(run_backend({"secret", "get", "A"}).err, StartsWith("error[SecretNotFoundError]"));
  EXPECT_THAT(run_backend({"secret", "remove", "A"}).err, StartsWith("error[SecretNotFoundError]"));
}

TEST_F(AwsCommand, SecretsWithoutNameOrValueAreRefused) {
  answers("{}");
  EXPECT_THAT(run_backend({"secret", "set", "A"}).err, StartsWith("error[EmptySecretError]"));
  EXPECT_THAT(
      run_backend({"secret", "set", "a b"}, "x").err, StartsWith("error[InvalidSecretNameError]")
  );
  EXPECT_THAT(run_backend({"secret", "remove"}).err, StartsWith("error[CommandLineError]"));
  EXPECT_THAT(
      run_backend({"secret", "remove", "A", "--all"}).err, StartsWith("error[CommandLineError]")
  );
  EXPECT_EQ(text("input"), "");
}

TEST_F(AwsCommand, TheDoctorLooksAtTheAccount) {
  answers("", "Unable to locate credentials");
  const auto signed_out = run_backend({"doctor"});
  EXPECT_EQ(signed_out.status, 1);
  EXPECT_THAT(signed_out.out, HasSubstr("bad     credentials"));
  // One answer for both questions.
  answers(R"({"Arn":"arn:aws:iam::123456789012:user/ann","Parameter":{"Value":"21"}})");
  const auto well = run_backend({"doctor"}).out;
  EXPECT_THAT(well, AllOf(HasSubstr("user/ann"), HasSubstr("ok      bootstrap    version 21")));
  answers(R"({"Parameter":{"Value":"5"}})");
  EXPECT_THAT(run_backend({"doctor"}).out, HasSubstr("bad     bootstrap    version 5 is too old"));
}

TEST(Tools, AreComparedByTheirVersions) {
  EXPECT_TRUE(is_older("2.9", "2.10"));
  EXPECT_FALSE(is_older("20.1.0", "20"));
  EXPECT_FALSE(is_older("20", "20.0.0"));
  EXPECT_TRUE(is_older("18.20.4", "20"));
}

TEST_F(AwsCommand, AllSecretsAreRemovedWhenAsked) {
  answers(R"({"Parameters":[{"Name":"/amplify/shared/d1/B"}]})");
  EXPECT_EQ(
      run_backend({"secret", "remove", "--all", "--shared", "--app-id", "d1"}).out,
      "/amplify/shared/d1/B is removed\n"
  );
  EXPECT_THAT(text("asked"), HasSubstr("delete-parameter --name /amplify/shared/d1/B"));
}

TEST(AwsFailure, IsReadFromWhatTheCliPrints) {
  const auto failure = parse_aws_failure(
      "\nAn error occurred (ValidationError) when calling the DescribeStacks operation: no: stack\n"
  );
  EXPECT_EQ(failure.code, "ValidationError");
  EXPECT_EQ(failure.message, "no: stack");
  EXPECT_EQ(parse_aws_failure("odd\n").message, "odd");
}

}  // namespace
}  // namespace amplify::detail
