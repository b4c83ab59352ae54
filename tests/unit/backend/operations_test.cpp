// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>
#include <amplify/cdk/dynamodb.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace amplify {
namespace {

using namespace amplify::literals;
using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::HasSubstr;

const auto auth = defineAuth({.loginWith = {.email = true}});

constexpr auto by_name = a.schema(
    "ask"_s = a.query()
                  .returns(a.string())
                  .authorization(allow.authenticated())
                  .handler(a.handler.function("my-lambda"))
);
const auto asking = defineData({.schema = by_name});

constexpr auto own_code = a.schema(
    "ask"_s = a.query()
                  .returns(a.string())
                  .authorization(allow.authenticated())
                  .handler(a.handler.custom(
                      {.entry = AMPLIFY_BACKEND_TESTS "/answer_one.js", .dataSource = "Books"}
                  ))
);
const auto coded = defineData({.schema = own_code});

constexpr auto lost_code = a.schema(
    "ask"_s = a.query()
                  .returns(a.string())
                  .authorization(allow.authenticated())
                  .handler(a.handler.custom({.entry = AMPLIFY_BACKEND_TESTS "/lost.js"}))
);
const auto lost = defineData({.schema = lost_code});

TEST(Operations, OneFunctionIsOneUnitResolverAndARoleForIt) {
  // md5 of "ask" starts so.
  const json stack = stack_template(defineBackend(auth, asking).synth(), "Operations5");
  const auto resolvers = resources(stack, "AWS::AppSync::Resolver");
  ASSERT_EQ(resolvers.size(), 1U);
  EXPECT_EQ(resolvers[0]["Properties"]["Kind"], "UNIT");
  EXPECT_TRUE(resources(stack, "AWS::AppSync::FunctionConfiguration").empty());
  const auto roles = resources(stack, "AWS::IAM::Role");
  ASSERT_EQ(roles.size(), 1U);
  const json statement = roles[0]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"][0];
  EXPECT_EQ(statement["Action"], "lambda:InvokeFunction");
  EXPECT_THAT(statement["Resource"].dump(), HasSubstr(":function:my-lambda\""));
}

TEST(Operations, OwnCodeWaitsForItsDataSourceByName) {
  const auto backend = defineBackend(auth, coded);
  backend[coded].addHttpDataSource("Books", "https://books.example.com");
  const auto assembly = backend.synth();
  const json stack = stack_template(assembly, "Operations5");
  const auto steps = resources(stack, "AWS::AppSync::FunctionConfiguration");
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0]["Properties"]["DataSourceName"], "Books");
  EXPECT_THAT(steps[0]["Properties"]["Code"].get<std::string>(), HasSubstr("payload: 1"));
  EXPECT_EQ(resources(stack, "AWS::AppSync::Resolver")[0]["Properties"]["Kind"], "PIPELINE");
  const json data = stack_template(assembly, "data");
  std::string source;
  for (const auto& [id, resource] : data["Resources"].items()) {
    if (resource["Type"] == "AWS::AppSync::DataSource" && resource["Properties"]["Name"] == "Books")
      source = id;
  }
  for (const auto& [id, resource] : data["Resources"].items()) {
    if (id.find("Operations5") == std::string::npos) continue;
    EXPECT_THAT(resource["DependsOn"].dump(), HasSubstr(source));
  }
}

TEST(Operations, ADataSourceThatNobodyAddsIsTold) {
  const auto found = faults(defineBackend(auth, coded));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "UnknownDataSourceError");
  EXPECT_EQ(found[0].where, "ask");
  EXPECT_EQ(found[0].message, "the API has no data source 'Books'");
}

TEST(Operations, AFileThatIsNotThereIsTold) {
  const auto found = faults(defineBackend(auth, lost));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "EntryNotFoundError");
  EXPECT_THAT(found[0].message, HasSubstr("lost.js"));
}

TEST(Operations, DataSourcesHaveNamesOfTheirOwn) {
  const auto backend = defineBackend(auth, asking);
  backend[asking].addNoneDataSource("Books");
  backend[asking].addNoneDataSource("Books");
  backend[asking].addNoneDataSource("my books");
  const auto found = faults(backend);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0].code, "InvalidDataSourceError");
  EXPECT_EQ(found[0].message, "the API has a data source of this name already");
  EXPECT_THAT(found[1].message, HasSubstr("letters, digits and '_'"));
}

TEST(Operations, DataSourcesMayDoWhatTheyAreForAndNoMore) {
  const auto backend = defineBackend(auth, asking);
  const cdk::Stack stack = backend[asking].stack;
  const cdk::dynamodb::Table table(stack, "Books", {.partitionKey = {.name = "id"}});
  backend[asking].addDynamoDbDataSource("Table", table);
  backend[asking].addEventBridgeDataSource(
      "Bus", "arn:aws:events:eu-west-1:123456789012:event-bus/b"
  );
  const json data = stack_template(backend.synth(), "data");
  EXPECT_EQ(resources(data, "AWS::IAM::Role").size(), 2U);
  EXPECT_THAT(data.dump(), HasSubstr("dynamodb:PutItem"));
  EXPECT_THAT(data.dump(), HasSubstr("events:PutEvents"));
}

}  // namespace
}  // namespace amplify
