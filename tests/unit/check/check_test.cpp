// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "check/json_report.hpp"
#include "check/secrets.hpp"
#include "check/synthesized.hpp"
#include "support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace amplify {
namespace {

using amplify::testing::a_branch;
using amplify::testing::Extended;
using amplify::testing::found;
using nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const auto auth = defineAuth({.loginWith = {.email = true}});

TEST(Check, ErrorsOfSynthesisAreFindings) {
  Extended extended;
  extended.add("Queue", "AWS::SQS::Queue", R"({"NoSuchThing": 1})");
  const auto result = check::check(extended.take(), {});
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].id, "UnknownPropertyError");
  EXPECT_EQ(result.findings[0].severity, cdk::Severity::error);
  EXPECT_NE(result.findings[0].source.line(), 0u);
  EXPECT_THAT(result.limits, IsEmpty());
}

TEST(Check, CyclesAreFindings) {
  Extended extended;
  auto one = extended.add("One", "AWS::SQS::Queue", "{}");
  auto two = extended.add("Two", "AWS::SQS::Queue", "{}");
  one.addDependency(two);
  two.addDependency(one);
  EXPECT_THAT(found(extended.take()), ElementsAre("CyclicDependencyError"));
}

TEST(Check, WarningsOfSynthesisAreFindings) {
  Extended extended;
  extended.add("Queue", "AWS::SQS::Queue", R"({"DelaySeconds": "30"})");
  EXPECT_THAT(found(extended.take(), {}), ElementsAre("CoercedValueWarning"));
}

TEST(Check, SomeRulesAreAboutWhatLasts) {
  const auto backend = defineBackend(auth);
  EXPECT_THAT(found(backend, {}), Not(Contains("MfaOffRisk")));
  EXPECT_THAT(found(backend, a_branch), Contains("MfaOffRisk"));
}

TEST(Check, AReasonAcknowledges) {
  auto backend = defineBackend(auth);
  cdk::Validations::of(backend.stack()).acknowledge("MfaOffRisk", "a demonstration");
  EXPECT_THAT(found(backend, a_branch), Not(Contains("MfaOffRisk")));
  const auto result = check::check(backend, a_branch);
  const auto finding = std::ranges::find(result.findings, "MfaOffRisk", &cdk::Finding::id);
  ASSERT_NE(finding, result.findings.end());
  EXPECT_EQ(finding->acknowledged, "a demonstration");
  EXPECT_EQ(finding->acknowledgedAt, "backend");
}

TEST(Check, AnAcknowledgementElsewhereDoesNothing) {
  auto backend = defineBackend(auth);
  cdk::Validations::of(backend.createStack("other")).acknowledge("MfaOffRisk", "not here");
  EXPECT_THAT(found(backend, a_branch), Contains("MfaOffRisk"));
  EXPECT_THAT(found(backend, a_branch), Contains("UnusedAcknowledgementWarning"));
}

TEST(Check, UnusedAcknowledgementsAreToldWhereTheRuleApplies) {
  auto backend = defineBackend(auth);
  cdk::Validations::of(backend.stack()).acknowledge("MfaOffRisk", "a demonstration");
  EXPECT_THAT(found(backend, {}), IsEmpty());
  // Synthesis leaves them alone.
  EXPECT_THAT(backend.synth(a_branch).findings, IsEmpty());
  cdk::Validations::of(backend.stack()).acknowledge("MfaOfRisk", "misspelt");
  EXPECT_THAT(found(backend, {}), ElementsAre("UnusedAcknowledgementWarning"));
}

TEST(Check, AFindingOfOnesOwnMayBeCalledARisk) {
  auto backend = defineBackend(auth);
  cdk::Validations::of(backend.stack()).addWarning("OwnRisk", "mine");
  EXPECT_THAT(found(backend, {}), ElementsAre("OwnRisk"));
  cdk::Validations::of(backend.stack()).acknowledge("OwnRisk", "known");
  EXPECT_THAT(found(backend, {}), IsEmpty());
}

TEST(Check, KindsAreNamedOnceAndWell) {
  const auto& all = check::kinds();
  EXPECT_TRUE(std::ranges::is_sorted(all, {}, &check::Kind::id));
  EXPECT_EQ(std::ranges::adjacent_find(all, {}, &check::Kind::id), all.end());
  for (const auto& kind : all) {
    EXPECT_TRUE(kind.id.ends_with("Risk") || kind.id.ends_with("Limit")) << kind.id;
    EXPECT_FALSE(kind.title.empty() || kind.help.empty()) << kind.id;
    EXPECT_TRUE(kind.source.starts_with("https://docs.")) << kind.id;
    EXPECT_FALSE(kind.help.ends_with(".")) << kind.id;
  }
}

TEST(Check, FollowsReferencesThroughStacks) {
  Extended extended;
  const auto queue = extended.add("Queue", "AWS::SQS::Queue", "{}");
  cdk::Resource topic(extended.backend.createStack("other"), "Topic", "AWS::SNS::Topic");
  topic.setProperty("DisplayName", queue.getAtt("QueueName"));
  const auto assembly = extended.backend.synth();
  const check::Synthesized made(extended.backend.stack(), assembly);
  ASSERT_EQ(made.of_type("AWS::SNS::Topic").size(), 1u);
  const auto& from = *made.of_type("AWS::SNS::Topic").front();
  const auto* const target = made.target(*from.in, from["DisplayName"]);
  ASSERT_NE(target, nullptr);
  EXPECT_EQ(target->id, "Queue");
  EXPECT_EQ(made.target(*from.in, "text"), nullptr);
  EXPECT_EQ(made.target(*from.in, json{{"Ref", "AWS::Region"}}), nullptr);
}

TEST(Check, EstimatesWhatIsDeployed) {
  EXPECT_EQ(check::deployed_size(json::parse(R"({"a": ["b", 1]})")), 13u);
  EXPECT_EQ(check::deployed_size(json::parse(R"({"Ref": "AWS::Region"})")), 16u);
  EXPECT_EQ(
      check::deployed_size(
          json::parse(R"({"Fn::Join": ["", ["arn:", {"Ref": "AWS::AccountId"}, "/x"]]})")
      ),
      20u
  );
}

TEST(Check, KnowsSecretsByTheirForm) {
  EXPECT_EQ(check::kind_of_secret("AKIAABCDEFGHIJKLMNOP"), "a key of AWS");
  EXPECT_EQ(check::kind_of_secret("key=sk_live_0123456789abcdefXYZ;"), "a key of Stripe");
  EXPECT_EQ(check::kind_of_secret("-----BEGIN RSA PRIVATE KEY-----\nMII"), "a private key");
  EXPECT_EQ(check::kind_of_secret("xAKIAABCDEFGHIJKLMNOP"), std::nullopt);
  EXPECT_EQ(check::kind_of_secret("AKIA"), std::nullopt);
  EXPECT_EQ(check::kind_of_secret("https://example.com"), std::nullopt);
}

TEST(Check, KnowsSecretsByTheirName) {
  for (const char* name : {"DB_PASSWORD", "stripeSecretKey", "API_KEY", "githubToken"})
    EXPECT_TRUE(check::names_secret(name)) << name;
  for (const char* name : {"TABLE", "SECRET_ARN", "TOKEN_URL", "KEYBOARD", "PASSWORD_MIN_LENGTH"})
    EXPECT_FALSE(check::names_secret(name)) << name;
}

TEST(Check, JsonHasEverything) {
  auto backend = defineBackend(auth);
  cdk::Validations::of(backend.stack()).acknowledge("MfaOffRisk", "a demonstration");
  const auto report = json::parse(check::json_report(check::check(backend, a_branch)));
  EXPECT_EQ(report["summary"]["acknowledged"], 1);
  EXPECT_EQ(report["limits"].size(), check::limits().size());
  const auto& finding = report["findings"][0];
  EXPECT_EQ(finding["id"], "MfaOffRisk");
  EXPECT_EQ(finding["severity"], "warning");
  EXPECT_EQ(finding["property"], "MfaConfiguration");
  EXPECT_THAT(finding["source"]["file"].get<std::string>(), ::testing::EndsWith("check_test.cpp"));
  EXPECT_EQ(finding["acknowledged"], "a demonstration");
  EXPECT_EQ(json::parse(check::json_list()).size(), check::kinds().size());
}

TEST(Check, SarifHasRulesResultsAndSuppressions) {
  auto backend = defineBackend(auth);
  cdk::Validations::of(backend.stack()).acknowledge("MfaOffRisk", "a demonstration");
  const auto report = json::parse(check::sarif_report(check::check(backend, a_branch)));
  EXPECT_EQ(report["version"], "2.1.0");
  const auto& run = report["runs"][0];
  const auto& rules = run["tool"]["driver"]["rules"];
  EXPECT_EQ(rules.size(), check::kinds().size());
  const auto& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "MfaOffRisk");
  EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], "MfaOffRisk");
  EXPECT_EQ(result["level"], "warning");
  EXPECT_EQ(result["suppressions"][0]["justification"], "a demonstration");
  const auto& place = result["locations"][0]["physicalLocation"];
  EXPECT_GT(place["region"]["startLine"].get<int>(), 0);
  EXPECT_THAT(
      place["artifactLocation"]["uri"].get<std::string>(), ::testing::EndsWith("check_test.cpp")
  );
}

}  // namespace
}  // namespace amplify
