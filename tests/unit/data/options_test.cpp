// SPDX-License-Identifier: Apache-2.0
// What clients see of what models opt in to.
#include "data/graphql_schema.hpp"
#include "data/introspection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/client.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace amplify::appsync {
namespace {

using namespace amplify::literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string().required(), "kind"_s = a.enumeration("A", "B"))
                   .version()
                   .audit()
                   .softDelete()
                   .authorization(allow.owner())
);
using Schema = ClientSchema<schema>;

std::vector<std::string> fields_of(const std::string& type) {
  const auto types = graphql_schema(SchemaRef(schema).definition(), ir::Provider::userPools);
  const auto found = std::ranges::find(types, type, &graphql::Type::name);
  std::vector<std::string> fields;
  if (found == types.end()) return fields;
  for (const graphql::Field& field : found->fields) {
    std::string text = field.name;
    for (const graphql::Argument& argument : field.arguments)
      text += " " + argument.name + ":" + argument.type;
    fields.push_back(text + ": " + field.type);
  }
  return fields;
}

TEST(Options, AddFieldsThatInputsDontHave) {
  EXPECT_THAT(
      fields_of("Note"),
      ElementsAre(
          "text: String!", "kind: NoteKind", "version: Int!", "createdBy: String",
          "updatedBy: String", "deletedAt: AWSDateTime", "id: ID!", "createdAt: AWSDateTime!",
          "updatedAt: AWSDateTime!", "owner: String"
      )
  );
  EXPECT_THAT(
      fields_of("CreateNoteInput"), ElementsAre("text: String!", "kind: NoteKind", "id: ID")
  );
  EXPECT_THAT(
      fields_of("UpdateNoteInput"),
      ElementsAre("text: String", "kind: NoteKind", "version: Int!", "id: ID!")
  );
  EXPECT_THAT(fields_of("DeleteNoteInput"), ElementsAre("id: ID!", "version: Int"));
}

TEST(Options, AddOperationsForDeletedItems) {
  EXPECT_THAT(
      fields_of("Query"),
      Contains("listDeletedNotes filter:ModelNoteFilterInput limit:Int nextToken:String: "
               "ModelNoteConnection")
  );
  EXPECT_THAT(fields_of("Mutation"), Contains("restoreNote id:ID!: Note"));
  EXPECT_THAT(fields_of("Mutation"), Contains("purgeNote id:ID!: Note"));
}

TEST(Options, AreKnownToClients) {
  const auto json = nlohmann::json::parse(model_introspection(SchemaRef(schema).definition()));
  const auto& fields = json["models"]["Note"]["fields"];
  EXPECT_EQ(fields["version"]["isRequired"], false);
  EXPECT_FALSE(fields["version"].contains("isReadOnly"));
  for (const char* name : {"createdBy", "updatedBy", "deletedAt"})
    EXPECT_EQ(fields[name]["isReadOnly"], true) << name;
}

TEST(Options, RecordsHoldWhatTheApiKeeps) {
  Schema::type<"Note"> note;
  using Kept = decltype(note["updatedBy"_s]);
  static_assert(std::is_const_v<std::remove_reference_t<Kept>>);
  static_assert(!std::is_const_v<std::remove_reference_t<decltype(note["version"_s])>>);
  note = Schema::type<"Note">::fromJson(
      R"({"id": "1", "text": "x", "version": 3, "createdBy": "alice", "deletedAt": null})"
  );
  EXPECT_EQ(note["version"_s], 3);
  EXPECT_EQ(note["createdBy"_s], "alice");
  EXPECT_FALSE(note["deletedAt"_s].has_value());
}

TEST(Options, InputsOfRequestsTakeTheVersion) {
  const Schema::updateInput<"Note"> update{"id"_s = "1", "version"_s = 3};
  EXPECT_EQ(update.toJson(), R"({"id":"1","version":3})");
  Schema::type<"Note"> note{"id"_s = "1", "text"_s = "x", "version"_s = 2};
  EXPECT_THAT(Schema::updateInput<"Note">(note).toJson(), HasSubstr(R"("version":2)"));
  EXPECT_THAT(Schema::updateInput<"Note">(note).toJson(), Not(HasSubstr("createdBy")));
  const auto& notes = Schema::models<"Note">;
  EXPECT_THAT(
      notes.delete_({"id"_s = "1", "version"_s = 3}).variables(), HasSubstr(R"("version":3)")
  );
  EXPECT_THAT(notes.delete_(note).variables(), HasSubstr(R"("version":2)"));
  const Schema::identifier<"Note"> id{"id"_s = "1"};
  EXPECT_THAT(notes.delete_(id).variables(), Not(HasSubstr("version")));
}

}  // namespace
}  // namespace amplify::appsync
