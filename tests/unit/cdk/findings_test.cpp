// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cfn/dynamodb.hpp>
#include <amplify/cfn/sqs.hpp>

#include "cdk/spec/check.hpp"
#include "cdk/spec/pattern.hpp"
#include "cdk/spec/table.hpp"
#include "support.hpp"

#include <algorithm>
#include <span>

namespace amplify::cdk {
namespace {

using spec::Fault;

std::vector<Fault> faults(std::string_view type, const char* properties) {
  return spec::check(type, detail::Access::data(Json::parse(properties)));
}

/// The id and property of each fault.
std::vector<std::string> faults_of(std::string_view type, const char* properties) {
  std::vector<std::string> texts;
  for (const auto& fault : faults(type, properties))
    texts.push_back(std::string(fault.id) + " " + fault.property);
  return texts;
}

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Check, FindsUnknownProperties) {
  const auto found = faults("AWS::SQS::Queue", R"({"QueueNam": "jobs", "Zzz": 1})");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, "UnknownPropertyError");
  EXPECT_EQ(found[0].severity, Severity::error);
  EXPECT_EQ(found[0].property, "QueueNam");
  EXPECT_EQ(found[0].message, "AWS::SQS::Queue has no `QueueNam`");
  EXPECT_EQ(found[0].help, "did you mean `QueueName`?");
  EXPECT_THAT(found[1].help, HasSubstr("acknowledge"));
  EXPECT_THAT(
      faults_of("AWS::S3::Bucket", R"({"VersioningConfiguration": {"State": "Enabled"}})"),
      ElementsAre(
          "UnknownPropertyError VersioningConfiguration.State",
          "MissingPropertyError VersioningConfiguration.Status"
      )
  );
}

TEST(Check, KnowsNamesAsTheyAreSpelt) {
  EXPECT_EQ(
      faults("AWS::SQS::Queue", R"({"queueName": "x"})")[0].help, "did you mean `QueueName`?"
  );
}

TEST(Check, FindsMissingProperties) {
  EXPECT_THAT(
      faults_of("AWS::SQS::QueuePolicy", "{}"),
      ElementsAre("MissingPropertyError PolicyDocument", "MissingPropertyError Queues")
  );
  EXPECT_EQ(spec::check("AWS::SQS::QueuePolicy", nullptr).size(), 2U);
  EXPECT_THAT(
      faults_of(
          "AWS::SQS::QueuePolicy", R"({"PolicyDocument": {}, "Queues": {"Ref": "AWS::NoValue"}})"
      ),
      ElementsAre("MissingPropertyError Queues")
  );
  EXPECT_THAT(
      faults_of("AWS::SQS::Queue", R"({"Tags": [{"Key": "a"}]})"),
      ElementsAre("MissingPropertyError Tags.0.Value")
  );
}

TEST(Check, LeavesWhatATransformAddsAlone) {
  EXPECT_THAT(
      faults_of("AWS::SQS::QueuePolicy", R"({"Fn::Transform": {"Name": "AWS::Include"}})"),
      IsEmpty()
  );
}

TEST(Check, FindsValuesOfOtherTypes) {
  for (const auto* properties :
       {R"({"DelaySeconds": "x"})", R"({"DelaySeconds": 1.5})", R"({"DelaySeconds": true})",
        R"({"DelaySeconds": [1]})", R"({"DelaySeconds": null})"}) {
    EXPECT_THAT(
        faults_of("AWS::SQS::Queue", properties), ElementsAre("PropertyTypeError DelaySeconds")
    ) << properties;
  }
  EXPECT_THAT(
      faults_of(
          "AWS::SQS::Queue",
          R"({"FifoQueue": 1, "QueueName": ["a"], "Tags": {"a": "b"}, "RedrivePolicy": [5]})"
      ),
      ElementsAre(
          "PropertyTypeError FifoQueue", "PropertyTypeError QueueName",
          "PropertyTypeError RedrivePolicy", "PropertyTypeError Tags"
      )
  );
  EXPECT_THAT(
      faults_of("AWS::SSM::Parameter", R"({"Type": "String", "Value": "x", "Tags": ["a"]})"),
      ElementsAre("PropertyTypeError Tags")
  );
  EXPECT_EQ(
      faults("AWS::SQS::Queue", R"({"DelaySeconds": "soon"})")[0].message,
      R"("soon" is not a whole number)"
  );
}

TEST(Check, WarnsOfValuesThatAreConverted) {
  const auto* properties =
      R"({"DelaySeconds": "30", "FifoQueue": "true", "QueueName": 5, "KmsMasterKeyId": true})";
  const auto found = faults("AWS::SQS::Queue", properties);
  ASSERT_EQ(found.size(), 4U);
  for (const auto& fault : found) {
    EXPECT_EQ(fault.id, "CoercedValueWarning");
    EXPECT_EQ(fault.severity, Severity::warning);
  }
}

TEST(Check, FindsNumbersOutOfRange) {
  const auto* properties = R"({
    "FunctionName": "f", "Qualifier": "$LATEST", "MaximumEventAgeInSeconds": 59,
    "MaximumRetryAttempts": "3"
  })";
  EXPECT_THAT(
      faults_of("AWS::Lambda::EventInvokeConfig", properties),
      ElementsAre(
          "PropertyRangeError MaximumEventAgeInSeconds", "CoercedValueWarning MaximumRetryAttempts",
          "PropertyRangeError MaximumRetryAttempts"
      )
  );
  EXPECT_EQ(
      faults("AWS::Lambda::EventInvokeConfig", properties)[0].message, "59 is not from 60 to 21600"
  );
}

TEST(Check, FindsTextsAndListsOfTheWrongLength) {
  EXPECT_THAT(
      faults_of("AWS::Cognito::UserPool", R"({"UserPoolName": ""})"),
      ElementsAre("PropertyLengthError UserPoolName")
  );
  // As many letters as are allowed, in more bytes.
  std::string properties = R"({"EmailVerificationSubject": ")";
  for (int i = 0; i < 140; ++i)
    properties += "é";
  EXPECT_THAT(faults_of("AWS::Cognito::UserPool", (properties + "\"}").c_str()), IsEmpty());
  EXPECT_THAT(
      faults_of("AWS::Cognito::UserPool", (properties + "é\"}").c_str()),
      ElementsAre("PropertyLengthError EmailVerificationSubject")
  );
  EXPECT_THAT(
      faults_of(
          "AWS::Lambda::Function",
          R"({"Code": {"ZipFile": "x"}, "Role": "arn:aws:iam::123456789012:role/r",
              "FileSystemConfigs": [{"Arn": "x", "LocalMountPath": "/mnt/a"},
                                    {"Arn": "x", "LocalMountPath": "/mnt/a"}]})"
      ),
      testing::Contains("PropertyLengthError FileSystemConfigs")
  );
}

TEST(Check, FindsTextsOfAnotherPattern) {
  const auto found =
      faults("AWS::Lambda::Function", R"({"Code": {"ZipFile": "x"}, "Role": "admin"})");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "PropertyPatternError");
  EXPECT_EQ(found[0].property, "Role");
  EXPECT_THAT(found[0].message, HasSubstr("\"admin\" doesn't match `^arn:"));
}

TEST(Check, WarnsOfUnknownValues) {
  const auto found =
      faults("AWS::S3::Bucket", R"({"VersioningConfiguration": {"Status": "Enable"}})");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "UnknownValueWarning");
  EXPECT_EQ(found[0].severity, Severity::warning);
  EXPECT_EQ(found[0].help, "did you mean `Enabled`?");
  EXPECT_EQ(
      faults("AWS::S3::Bucket", R"({"VersioningConfiguration": {"Status": "On"}})")[0].help,
      "these are `Enabled`, `Suspended`"
  );
}

TEST(Check, AcceptsTokensOfTheRightShape) {
  EXPECT_THAT(
      faults_of("AWS::SQS::Queue", R"({
        "DelaySeconds": {"Ref": "Delay"}, "QueueName": {"Fn::Sub": "${AWS::StackName}"},
        "FifoQueue": {"Fn::ImportValue": "fifo"}, "Tags": {"Fn::FindInMap": ["a", "b", "c"]},
        "RedrivePolicy": {"Fn::Sub": "{}"},
        "VisibilityTimeout": {"Fn::If": ["Slow", 300, {"Ref": "AWS::NoValue"}]}
      })"),
      IsEmpty()
  );
  EXPECT_THAT(
      faults_of("AWS::SQS::Queue", R"({
        "QueueName": {"Fn::Split": [",", "a,b"]}, "Tags": {"Fn::Join": ["", ["a", "b"]]}
      })"),
      ElementsAre("PropertyTypeError QueueName", "PropertyTypeError Tags")
  );
}

TEST(Check, LooksIntoBothBranches) {
  EXPECT_THAT(
      faults_of("AWS::SQS::Queue", R"({"DelaySeconds": {"Fn::If": ["Slow", "long", "5"]}})"),
      ElementsAre("PropertyTypeError DelaySeconds", "CoercedValueWarning DelaySeconds")
  );
}

TEST(Check, TellsOfTheAlternativeThatWasMeant) {
  EXPECT_THAT(
      faults_of(
          "AWS::DynamoDB::Table", R"({"KeySchema": [{"AttributeName": "id", "KeyTyp": "HASH"}]})"
      ),
      ElementsAre(
          "UnknownPropertyError KeySchema.0.KeyTyp", "MissingPropertyError KeySchema.0.KeyType"
      )
  );
  EXPECT_THAT(
      faults_of("AWS::DynamoDB::Table", R"({"KeySchema": 5})"),
      ElementsAre("PropertyTypeError KeySchema")
  );
}

TEST(Check, NotesTypesThatItDoesNotKnow) {
  const auto found = faults("AWS::SQS::Queu", R"({"Any": 1})");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "UnknownResourceType");
  EXPECT_EQ(found[0].severity, Severity::info);
  EXPECT_EQ(found[0].help, "did you mean `AWS::SQS::Queue`?");
  EXPECT_THAT(faults_of("Acme::Some::Thing", "{}"), ElementsAre("UnknownResourceType "));
  for (const auto* type : {"", "Queue", "::Queue", "AWS::", "AWS::SQS::Que ue"})
    EXPECT_THAT(faults_of(type, "{}"), ElementsAre("InvalidResourceTypeError ")) << type;
}

TEST(Check, LetsCustomResourcesHaveAnyProperty) {
  for (const auto* type : {"Custom::Thing", "AWS::CloudFormation::CustomResource"}) {
    EXPECT_THAT(faults_of(type, R"({"ServiceToken": "arn", "Size": {"Any": 1}})"), IsEmpty());
    EXPECT_THAT(faults_of(type, "{}"), ElementsAre("MissingPropertyError ServiceToken"));
  }
}

TEST(Check, KnowsAttributes) {
  EXPECT_TRUE(spec::has_attribute("AWS::SQS::Queue", "Arn"));
  EXPECT_FALSE(spec::has_attribute("AWS::SQS::Queue", "ARN"));
  EXPECT_EQ(spec::nearest_attribute("AWS::SQS::Queue", "ARN"), "Arn");
  EXPECT_TRUE(spec::has_attribute("Custom::Thing", "Any"));
  EXPECT_TRUE(spec::has_attribute("AWS::No::Such", "Any"));
}

TEST(Patterns, AllCompile) {
  std::vector<std::string> faulty;
  for (const auto& entry : std::span(spec::table, spec::table_size)) {
    const auto& type = *spec::find(entry.type);
    const auto check = [&](const std::vector<spec::Property>& properties) {
      for (const auto& property : properties) {
        if (!property.pattern.empty() && !spec::matches(property.pattern, "x"))
          faulty.push_back(std::string(entry.type) + " " + std::string(property.pattern));
      }
    };
    check(type.properties);
    for (const auto& each : type.types)
      check(each.properties);
  }
  // It repeats a group 900 times, which is too much for PCRE2.
  EXPECT_THAT(faulty, ElementsAre(HasSubstr("AWS::GroundStation::Config ")));
}

TEST(Patterns, AreUndecidedRatherThanSlow) {
  EXPECT_EQ(spec::matches("^a+$", "aaa"), true);
  EXPECT_EQ(spec::matches("^a+$", "b"), false);
  EXPECT_EQ(spec::matches("^\\u00e9$", "é"), true);
  EXPECT_EQ(spec::matches("(", "b"), std::nullopt);
  EXPECT_EQ(spec::matches("^b$", "\xff"), std::nullopt);
  EXPECT_EQ(spec::matches("^(a+)+$", std::string(60, 'a') + "b"), std::nullopt);
}

TEST(Findings, StopSynthesisWhenTheyAreErrors) {
  App app;
  const Stack root(app, "root");
  const auto line = std::source_location::current().line() + 1;
  const Resource queue(root, "queue", "AWS::SQS::Queue", Json::object({{"QueueNam", "x"}}));
  expect_error(app, "UnknownPropertyError", "root/queue");
  const auto error = errors_of(app)[0];
  EXPECT_EQ(error.source.line(), line);
  EXPECT_EQ(error.message, "`QueueNam`: AWS::SQS::Queue has no `QueueNam`");
}

TEST(Findings, AreAllReportedTogether) {
  App app;
  const Stack root(app, "root");
  const Resource queue(
      root, "queue", "AWS::SQS::Queue", Json::object({{"A", 1}, {"DelaySeconds", "x"}})
  );
  const cfn::sqs::Queue typed{root, "typed", {.delaySeconds = 5}};
  Resource(typed).addPropertyOverride("DelaySeconds", "late");
  Resource(root, "topic", "AWS::SNS::Topic").overrideLogicalId("-");
  std::vector<std::string> codes;
  for (const auto& error : errors_of(app))
    codes.push_back(error.code);
  EXPECT_THAT(
      codes,
      ElementsAre(
          "PropertyTypeError", "UnknownPropertyError", "InvalidLogicalIdError", "PropertyTypeError"
      )
  );
}

TEST(Findings, OfTypedResourcesAreFound) {
  App app;
  const Stack root(app, "root");
  const cfn::dynamodb::Table table{root, "table", {.keySchema = 5, .tableName = "table"}};
  expect_error(app, "PropertyTypeError", "root/table");
}

TEST(Findings, AreKeptWhenTheyStopNothing) {
  App app;
  const Stack root(app, "root");
  const NestedStack inner(root, "inner");
  const Resource bucket(
      inner, "bucket", "AWS::S3::Bucket",
      Json::object({{"VersioningConfiguration", Json::object({{"Status", "On"}})}})
  );
  const auto assembly = app.synth();
  ASSERT_EQ(assembly.findings.size(), 1U);
  const auto& finding = assembly.findings[0];
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_EQ(finding.id, "UnknownValueWarning");
  EXPECT_EQ(finding.where, "root/inner/bucket");
  EXPECT_EQ(finding.logicalId, "bucket");
  EXPECT_EQ(finding.templateFile, assembly.stacks[1].templateFile);
  EXPECT_EQ(finding.property, "VersioningConfiguration.Status");
  EXPECT_NE(finding.source.line(), 0U);
  EXPECT_EQ(finding.acknowledged, "");
}

TEST(Findings, OfAttributesNameWhoAsks) {
  App app;
  const Stack root(app, "root");
  const Resource queue(root, "queue", "AWS::SQS::Queue");
  const Output output(root, "arn", {.value = queue.getAtt("ARN")});
  const auto findings = app.synth().findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].id, "UnknownAttributeWarning");
  EXPECT_EQ(findings[0].where, "root/arn");
  EXPECT_EQ(findings[0].help, "did you mean `Arn`?");
}

TEST(Findings, AreSilentAboutConstructsThatAreFaultyAlready) {
  App app;
  const Stack root(app, "root");
  const Construct group(root, "group");
  const Resource policy(group, "policy", "AWS::SQS::QueuePolicy");
  group.stack();
  app.addError({.code = "SomeError", .where = "root/group", .message = "why"});
  expect_error(app, "SomeError", "root/group");
  Validations::of(group).addError("MyError", "of the user");
  EXPECT_EQ(errors_of(app).size(), 2U);
}

TEST(Validations, AcknowledgeFindingsBelow) {
  App app;
  const Stack root(app, "root");
  const Construct group(root, "group");
  const Resource queue(group, "queue", "AWS::SQS::Queue", Json::object({{"New", 1}}));
  Validations::of(root).acknowledge("UnknownPropertyError", "far");
  Validations::of(group).acknowledge("UnknownPropertyError", "it is in preview");
  const auto findings = app.synth().findings;
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].id, "UnusedAcknowledgementWarning");
  EXPECT_EQ(findings[0].where, "root");
  EXPECT_EQ(findings[1].id, "UnknownPropertyError");
  EXPECT_EQ(findings[1].acknowledged, "it is in preview");
  EXPECT_EQ(findings[1].acknowledgedAt, "root/group");
}

TEST(Validations, AreReportedToTheCli) {
  App app;
  const Stack stack(app, "S");
  const Resource topic(stack, "T", "AWS::SNS::Topic", Json::object({{"FifoTopic", "true"}}));
  const Resource other(stack, "U", "AWS::SNS::Topic", Json::object({{"FifoTopic", "true"}}));
  Validations::of(other).acknowledge("amplify-cpp::CoercedValueWarning", "as it was");
  const auto assembly = app.synth();
  const auto file =
      std::ranges::find(assembly.files, "validation-report.json", &CloudAssembly::File::path);
  ASSERT_NE(file, assembly.files.end());
  const auto report = json::parse(file->content).at("pluginReports").at(0);
  EXPECT_EQ(report.at("conclusion"), "success");
  ASSERT_EQ(report.at("violations").size(), 1U);
  const auto& violation = report.at("violations").at(0);
  EXPECT_EQ(violation.at("ruleName"), "CoercedValueWarning");
  EXPECT_EQ(violation.at("severity"), "warning");
  EXPECT_EQ(violation.at("suggestedFix"), "write true or false");
  const auto& construct = violation.at("violatingConstructs").at(0);
  EXPECT_EQ(construct.at("constructPath"), "S/T");
  EXPECT_EQ(construct.at("cloudFormationResource").at("propertyPaths"), json({"FifoTopic"}));
  EXPECT_THAT(
      construct.at("stackTraces").at(0).get<std::string>(), HasSubstr("findings_test.cpp:")
  );
  ASSERT_EQ(report.at("suppressedViolations").size(), 1U);
  const auto& suppressed = report.at("suppressedViolations").at(0);
  EXPECT_EQ(suppressed.at("reason"), "as it was");
  EXPECT_EQ(suppressed.at("acknowledgedAt"), "S/U");
}

TEST(Validations, ReportNothingWhenNothingWasFound) {
  App app;
  const Stack stack(app, "S");
  for (const auto& file : app.synth().files)
    EXPECT_NE(file.path, "validation-report.json");
}

TEST(Validations, AcknowledgeNothingElsewhere) {
  App app;
  const Stack root(app, "root");
  const Construct other(root, "other");
  const Resource queue(root, "queue", "AWS::SQS::Queue", Json::object({{"New", 1}}));
  Validations::of(other).acknowledge("UnknownPropertyError", "not here");
  Validations::of(queue).acknowledge("PropertyTypeError", "not this");
  expect_error(app, "UnknownPropertyError", "root/queue");
}

TEST(Validations, NeedAReason) {
  App app;
  const Stack root(app, "root");
  Validations::of(root).acknowledge("UnknownPropertyError", "");
  expect_error(app, "InvalidAcknowledgementError", "root");
}

TEST(Validations, TakeFindingsOfUsers) {
  App app;
  const Stack root(app, "root");
  Validations::of(root).addWarning("MyWarning", "look");
  Validations::of(root).addInfo("MyNote", "know");
  const auto findings = app.synth().findings;
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].id, "MyNote");
  EXPECT_EQ(findings[0].severity, Severity::info);
  EXPECT_EQ(findings[1].message, "look");
  EXPECT_EQ(app.synth().findings.size(), 2U);  // the same again
  Validations::of(root).addError("MyError", "stop");
  expect_error(app, "MyError", "root");
}

}  // namespace
}  // namespace amplify::cdk
