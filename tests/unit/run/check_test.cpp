// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"
#include "stand_ins.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace amplify::detail {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Variable = amplify::testing::Variable;

const auto closed = defineAuth({.loginWith = {.email = true}});
const auto open =
    defineData({.schema = "type Todo @model @auth(rules: [{allow: public}]) { text: String }"});

class CheckCommand : public amplify::testing::StandIns {
 protected:
  Outcome check(std::vector<std::string> options, const Backend& backend = defineBackend(open)) {
    options.insert(options.begin(), "check");
    return run_backend(backend, options);
  }
};

TEST_F(CheckCommand, TellsByKindWithPlaceAndHelp) {
  const auto result = check({});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(
      result.out, AllOf(
                      StartsWith("error[PublicWriteRisk] Anyone on the internet may write\n"
                                 "  backend/data/amplifyData/"),
                      HasSubstr("`Todo`: who comes by API key may create, update, delete\n"),
                      HasSubstr("check_test.cpp:"), HasSubstr("  help: grant it to owners"),
                      HasSubstr("1 error, 0 warnings, 0 notes, 0 acknowledged\n")
                  )
  );
}

TEST_F(CheckCommand, FindsNothingInWhatIsGood) {
  const auto result = check({}, defineBackend(closed));
  EXPECT_EQ(result.status, 0) << result.out;
  EXPECT_THAT(result.out, StartsWith("limit "));
  EXPECT_THAT(result.out, HasSubstr("0 errors, 0 warnings, 0 notes, 0 acknowledged\n"));
}

TEST_F(CheckCommand, ExitCodeFollowsTheSeverity) {
  const std::vector<std::string> branch{"--branch", "main", "--app-id", "d1"};
  const auto on_branch = [&](const std::string& severity) {
    auto options = branch;
    options.insert(options.end(), {"--fail-on", severity});
    return check(options, defineBackend(closed)).status;
  };
  EXPECT_EQ(check(branch, defineBackend(closed)).status, 1);  // by a warning
  EXPECT_EQ(on_branch("warning"), 1);
  EXPECT_EQ(on_branch("error"), 0);
  EXPECT_EQ(on_branch("never"), 0);
  EXPECT_EQ(check({"--fail-on", "never"}).status, 0);
  EXPECT_EQ(check({"--fail-on", "info"}, defineBackend(closed)).status, 0);
}

TEST_F(CheckCommand, AcknowledgedFindingsDontFail) {
  auto backend = defineBackend(open);
  cdk::Validations::of(backend.stack()).acknowledge("PublicWriteRisk", "everybody's list");
  const auto result = check({}, backend);
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(
      result.out, AllOf(
                      StartsWith("acknowledged[PublicWriteRisk] backend/data"),
                      HasSubstr(": everybody's list\n"), HasSubstr("1 acknowledged\n")
                  )
  );
}

TEST_F(CheckCommand, FaultsOfSynthesisAreFindings) {
  const auto second = defineAuth({.loginWith = {.email = true}});
  const auto result = check({"--json"}, defineBackend(closed, second));
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(json::parse(result.out)["findings"][0]["id"], "MultipleSingletonResourcesError");
}

TEST_F(CheckCommand, ColoursAreForTerminals) {
  EXPECT_THAT(check({}).out, Not(HasSubstr("\x1b[")));
  const Variable forced("FORCE_COLOR", "1");
  EXPECT_THAT(check({}).out, StartsWith("\x1b[31merror[PublicWriteRisk]\x1b[0m "));
}

TEST_F(CheckCommand, ManyPlacesAreCounted) {
  std::string schema;
  for (int i = 0; i < 13; ++i)
    schema +=
        "type T" + std::to_string(i) + " @model @auth(rules: [{allow: public}]) { text: String }\n";
  const auto many = defineData({.schema = schema.c_str()});
  EXPECT_THAT(check({}, defineBackend(many)).out, HasSubstr("  and 3 more\n"));
}

TEST_F(CheckCommand, ShowsTheNearestLimitsOrAll) {
  const auto lines = [](const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
  };
  const auto few = check({}, defineBackend(closed)).out;
  const auto all = check({"--limits"}, defineBackend(closed)).out;
  EXPECT_EQ(lines(all) - lines(few), check::limits().size() - 5);
}

TEST_F(CheckCommand, WritesSarif) {
  const auto printed = check({"--sarif"});
  EXPECT_EQ(printed.status, 1);
  EXPECT_EQ(json::parse(printed.out)["version"], "2.1.0");
  const auto file = (directory / "out" / "check.sarif").string();
  EXPECT_THAT(check({"--sarif", file}).out, StartsWith("error[PublicWriteRisk]"));
  EXPECT_EQ(text("out/check.sarif"), printed.out);
  EXPECT_EQ(json::parse(check({"--json", "--sarif", file}).out)["summary"]["error"], 1);
  EXPECT_THAT(check({"--sarif", "/proc/no/file"}).err, StartsWith("error[FileNotWritableError]"));
  const auto both = check({"--sarif", "--json"});
  EXPECT_EQ(both.status, 1);
  EXPECT_THAT(both.err, StartsWith("error[CommandLineError]"));
}

TEST_F(CheckCommand, ListsAndExplainsItsRules) {
  const auto list = check({"--list"});
  EXPECT_EQ(list.status, 0);
  EXPECT_THAT(list.out, AllOf(StartsWith("id "), HasSubstr("MfaOffRisk ")));
  EXPECT_EQ(json::parse(check({"--list", "--json"}).out).size(), check::kinds().size());
  const auto one = check({"--explain", "MfaOffRisk"});
  EXPECT_EQ(one.status, 0);
  EXPECT_THAT(
      one.out, AllOf(
                   StartsWith("MfaOffRisk\n"), HasSubstr("severity: warning, not in sandboxes"),
                   HasSubstr("source: https://docs.aws.amazon.com/")
               )
  );
  EXPECT_THAT(check({"--explain", "TableIndexesLimit"}).out, HasSubstr("20 global indexes"));
  const auto unknown = check({"--explain", "MfaOfRisk"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(
      unknown.err,
      AllOf(StartsWith("error[UnknownRuleError]"), HasSubstr("did you mean `MfaOffRisk`?"))
  );
}

TEST_F(CheckCommand, AsksNobody) {
  for (const char* tool : {"aws", "cdk", "npx", "node"})
    program(tool, "exit 1");
  check({});
  EXPECT_EQ(text("asked"), "");
}

}  // namespace
}  // namespace amplify::detail
