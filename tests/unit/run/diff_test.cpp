// SPDX-License-Identifier: Apache-2.0
#include "stand_ins.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace amplify::detail {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const auto before =
    defineData({.schema = "type Post @model @auth(rules: [{allow: public}]) { title: String }"});
const auto after = defineData(
    {.schema = "type Post @model @auth(rules: [{allow: public}]) { title: String! rank: Int }"}
);

class DiffCommand : public amplify::testing::StandIns {
 protected:
  std::string assembly() const { return (directory / "before").string(); }
  void SetUp() override {
    run_backend(defineBackend(before), {"synth", "--output", assembly(), "--identifier", "ann"});
  }
  Outcome diff(const defineData& data, std::vector<std::string> options) {
    options.insert(options.begin(), {"diff", "--identifier", "ann"});
    return run_backend(defineBackend(data), options);
  }

  /// An `aws` that has deployed the assembly.
  void deployed() {
    std::filesystem::create_directory(directory / "bucket");
    for (const auto& entry : std::filesystem::directory_iterator(assembly())) {
      if (!entry.path().string().ends_with(".assets.json")) continue;
      std::ifstream in(entry.path());
      const auto manifest = nlohmann::json::parse(in);
      for (const auto& [key, file] : manifest["files"].items()) {
        std::filesystem::copy_file(
            assembly() / std::filesystem::path(file["source"]["path"].get<std::string>()),
            directory / "bucket" / key
        );
      }
    }
    program("aws", "cd " + directory.string() + R"(
case "$*" in
*describe-stacks*) echo '{"Stacks":[{"StackId":"arn:aws:cloudformation:eu-west-1:123456789012:stack/s/1","StackStatus":"UPDATE_COMPLETE"}]}' ;;
*get-template*) printf '{"TemplateBody":'; cat before/*-ann-*.template.json; printf '}' ;;
"s3 cp s3://cdk-hnb659fds-assets-123456789012-eu-west-1/"*) cp bucket/* "$4" ;;
*) exit 1 ;;
esac
)");
  }
};

TEST_F(DiffCommand, ComparesWithAnAssembly) {
  const auto same = diff(before, {"--against", assembly(), "--fail"});
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_EQ(same.out, "no differences\n");

  const auto result = diff(after, {"--against", assembly()});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(
      result.out,
      AllOf(
          HasSubstr("~ type Post.title: String → String!"), HasSubstr("+ field Post.rank"),
          HasSubstr("breaking: CreatePostInput.title was String, is String!"),
          HasSubstr("~ AWS::AppSync::GraphQLSchema")
      )
  );
  EXPECT_EQ(diff(after, {"--against", assembly(), "--fail"}).status, 1);
}

TEST_F(DiffCommand, ComparesWithTheStackOfTheDeployment) {
  deployed();
  const auto same = diff(before, {"--fail"});
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_EQ(same.out, "no differences\n");
  EXPECT_THAT(text("asked"), HasSubstr("describe-stacks --stack-name amplify-app-ann-sandbox-"));

  const auto json = nlohmann::json::parse(diff(after, {"--json"}).out);
  EXPECT_EQ(json["changed"], true);
  EXPECT_EQ(json["schema"][0]["name"], "Post.title");
  EXPECT_EQ(json["api"][0]["criticality"], "breaking");
}

TEST_F(DiffCommand, TakesEverythingForNewWhereNothingIsDeployed) {
  program(
      "aws",
      "echo 'An error occurred (ValidationError) when calling: Stack with id x does not exist' >&2\nexit 254\n"
  );
  EXPECT_THAT(
      diff(before, {}).out,
      AllOf(StartsWith("nothing is deployed yet"), HasSubstr("+ AWS::DynamoDB::Table PostTable"))
  );
  EXPECT_THAT(
      diff(before, {"--stack", "other"}).err,
      StartsWith("error[StackDoesNotExistError] --stack: there is no stack 'other'")
  );
}

TEST_F(DiffCommand, RefusesWhatIsNoAssembly) {
  EXPECT_THAT(
      diff(before, {"--against", directory}).err,
      StartsWith("error[UnreadableAssemblyError] " + directory.string())
  );
  file("manifest.json", "{]");
  EXPECT_EQ(diff(before, {"--against", directory}).status, 1);
}

}  // namespace
}  // namespace amplify::detail
