// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace amplify {
namespace {

using namespace amplify::literals;
using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string(), "tags"_s = a.hasMany("Tag", "noteId"))
                   .authorization(allow.publicApiKey()),
    "Tag"_s = a.model("noteId"_s = a.id(), "note"_s = a.belongsTo("Note", "noteId"))
                  .authorization(allow.publicApiKey())
);

DataProps with_table(ExistingTable table) {
  return {.schema = schema, .existingTables = {std::move(table)}};
}

cdk::CloudAssembly synthesized(
    const defineData& data, std::string_view branch = "main",
    DeploymentType type = DeploymentType::branch
) {
  return defineBackend(data).synth({"app", std::string(branch), type});
}

constexpr std::string_view note_stack = "Models3b";

json note_template(const cdk::CloudAssembly& assembly) {
  return stack_template(assembly, note_stack);
}

json data_source(const json& stack) { return resources(stack, "AWS::AppSync::DataSource").at(0); }

TEST(ExistingTables, TakeThePlaceOfTheModels) {
  const auto data = defineData(with_table({.model = "Note", .tableName = "notes"}));
  const json stack = note_template(synthesized(data));
  EXPECT_THAT(resources(stack, "AWS::DynamoDB::Table"), IsEmpty());
  EXPECT_EQ(data_source(stack)["Properties"]["DynamoDBConfig"]["TableName"], "notes");
  const std::string role = resources(stack, "AWS::IAM::Role").at(0).dump();
  EXPECT_THAT(role, HasSubstr(":table/notes"));
}

TEST(ExistingTables, LeaveOtherModelsTheirOwn) {
  const auto data = defineData(with_table({.model = "Tag", .tableName = "tags"}));
  EXPECT_THAT(resources(note_template(synthesized(data)), "AWS::DynamoDB::Table"), SizeIs(1));
}

TEST(ExistingTables, AreThoseOfTheBranchThatIsDeployed) {
  const auto data = defineData({
      .schema = schema,
      .migratedAmplifyGen1DynamoDbTableMappings =
          {{.branchName = "main", .modelNameToTableNameMapping = {{"Note", "Note-abc-main"}}},
           {.branchName = "sandbox", .modelNameToTableNameMapping = {{"Note", "Note-abc-dev"}}}},
  });
  const auto backend = defineBackend(data);
  const auto table = [&](const char* name, DeploymentType type) {
    const json stack = note_template(backend.synth({"app", name, type}));
    const json source = data_source(stack);
    return source["Properties"]["DynamoDBConfig"]["TableName"];
  };
  EXPECT_EQ(table("main", DeploymentType::branch), "Note-abc-main");
  EXPECT_EQ(table("kim", DeploymentType::sandbox), "Note-abc-dev");
  EXPECT_TRUE(table("next", DeploymentType::branch).is_object());
  EXPECT_EQ(table("main", DeploymentType::branch), "Note-abc-main");
}

TEST(ExistingTables, OfABranchCountBeforeThoseForAll) {
  const auto data = defineData({
      .schema = schema,
      .existingTables = {{.model = "Note", .tableName = "notes"}},
      .migratedAmplifyGen1DynamoDbTableMappings =
          {{.branchName = "main", .modelNameToTableNameMapping = {{"Note", "Note-abc-main"}}}},
  });
  const auto table = [&](std::string_view branch) {
    const json source = data_source(note_template(synthesized(data, branch)));
    return source["Properties"]["DynamoDBConfig"]["TableName"];
  };
  EXPECT_EQ(table("main"), "Note-abc-main");
  EXPECT_EQ(table("next"), "notes");
}

TEST(ExistingTables, AreKnownByNameEverywhere) {
  const auto data = defineData(with_table({.model = "Note", .tableName = "notes"}));
  const auto backend = defineBackend(data);
  const auto stack = backend.createStack("custom");
  const auto table = backend[data].tables["Note"];
  cdk::Resource(
      stack, "User", "AWS::X::User",
      cdk::Json::object({{"Name", table.tableName()}, {"Arn", table.tableArn()}})
  );
  const json user =
      resources(stack_template(backend.synth(), "custom"), "AWS::X::User").at(0)["Properties"];
  EXPECT_EQ(user["Name"], "notes");
  EXPECT_THAT(user["Arn"].dump(), HasSubstr(":table/notes"));
}

const auto listener = defineFunction({
    .name = "listener",
    .runtime = "python3.13",
    .events = {ModelEvents{.model = "Note"}},
    .code = Code::fromBucket("bucket", "code.zip"),
    .handler = "index.handler",
});

TEST(ExistingTables, HaveStreamsOnlyWhereTheyAreSaid) {
  const auto silent = defineData(with_table({.model = "Note", .tableName = "notes"}));
  const auto found = faults(defineBackend(silent, listener));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].code, "UnknownAttributeError");
  EXPECT_THAT(found[0].message, HasSubstr("StreamArn"));

  const std::string arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/notes/stream/x";
  const auto told =
      defineData(with_table({.model = "Note", .tableName = "notes", .tableStreamArn = arn}));
  const auto assembly = defineBackend(told, listener).synth();
  std::string all;
  for (const auto& stack : assembly.stacks)
    all += stack.templateBody;
  EXPECT_THAT(all, HasSubstr(arn));
}

std::string fault_of(DataProps props) {
  const auto data = defineData(std::move(props));
  const auto found = faults(defineBackend(data));
  if (found.size() != 1) return std::to_string(found.size()) + " faults";
  EXPECT_EQ(found[0].code, "DefineDataConfigurationError");
  return found[0].where + ": " + found[0].message + "; " + found[0].help;
}

TEST(ExistingTables, OfNoModelAreTold) {
  EXPECT_EQ(
      fault_of(with_table({.model = "Nota", .tableName = "notes"})),
      "defineData.existingTables: the schema has no model `Nota`; did you mean `Note`?"
  );
  EXPECT_EQ(
      fault_of(
          {.schema = schema,
           .migratedAmplifyGen1DynamoDbTableMappings =
               {{.branchName = "main", .modelNameToTableNameMapping = {{"Task", "Task-1"}}}}}
      ),
      "defineData.migratedAmplifyGen1DynamoDbTableMappings: the schema has no model `Task`; did you "
      "mean `Tag`?"
  );
}

TEST(ExistingTables, WithoutANameAreTold) {
  EXPECT_THAT(
      fault_of(with_table({.model = "Note", .tableName = "a b"})),
      HasSubstr("`a b`, of Note, is no name of a table")
  );
}

TEST(ExistingTables, ListedTwiceAreTold) {
  EXPECT_THAT(
      fault_of(
          {.schema = schema,
           .existingTables =
               {{.model = "Note", .tableName = "one"}, {.model = "Note", .tableName = "two"}}}
      ),
      HasSubstr("Note is listed twice")
  );
  const MigratedAmplifyGen1DynamoDbTableMapping main{.branchName = "main"};
  EXPECT_THAT(
      fault_of({.schema = schema, .migratedAmplifyGen1DynamoDbTableMappings = {main, main}}),
      HasSubstr("the branch main has two mappings")
  );
  EXPECT_THAT(
      fault_of({.schema = schema, .migratedAmplifyGen1DynamoDbTableMappings = {{}}}),
      HasSubstr("names no branch")
  );
}

TEST(StackMappings, PutModelsIntoTheStacksTheyName) {
  // Which is what Tag's stack would be called without.
  const auto data = defineData(
      {.schema = schema, .stackMappings = {{"Note", "Notes"}, {"Tag", std::string(note_stack)}}}
  );
  const auto assembly = synthesized(data);
  const json notes = stack_template(assembly, "Notes");
  EXPECT_EQ(data_source(notes)["Properties"]["Name"], "NoteTable");
  EXPECT_THAT(resources(notes, "AWS::DynamoDB::Table"), SizeIs(1));
  EXPECT_EQ(data_source(note_template(assembly))["Properties"]["Name"], "TagTable");
}

TEST(StackMappings, OfTheNameOfAnotherModelsStackStayApart) {
  const auto data =
      defineData({.schema = schema, .stackMappings = {{"Tag", std::string(note_stack)}}});
  int stacks = 0;
  for (const auto& stack : synthesized(data).stacks)
    stacks += stack.path.ends_with(note_stack) ? 1 : 0;
  EXPECT_EQ(stacks, 2);
}

TEST(StackMappings, OfNoModelOrToNoStackAreTold) {
  EXPECT_EQ(
      fault_of({.schema = schema, .stackMappings = {{"CreateNoteResolver", "Notes"}}}),
      "defineData.stackMappings: the schema has no model `CreateNoteResolver`; write `Note`, say"
  );
  EXPECT_THAT(
      fault_of({.schema = schema, .stackMappings = {{"Note", "1 stack"}}}),
      HasSubstr("`1 stack` is no name of a stack")
  );
}

}  // namespace
}  // namespace amplify
