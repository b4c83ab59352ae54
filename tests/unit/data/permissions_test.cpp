// SPDX-License-Identifier: Apache-2.0
#include "data/permissions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/schema.hpp>

namespace amplify::appsync {
namespace {

using namespace amplify::literals;
using ir::Operation;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Verdict = Explanation::Verdict;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "editors"_s = a.string().array(),
                    "draft"_s = a.string().authorization(allow.owner())
    )
                   .authorization(
                       allow.owner(), allow.publicApiKey().to("read"),
                       allow.ownersDefinedIn("editors").to("update"), allow.group("Admins")
                   ),
    "Note"_s = a.model("text"_s = a.string())
                   .disableOperations("delete")
                   .authorization(allow.guest().to("get"), allow.authenticated("identityPool")),
    "ping"_s = a.query()
                   .returns(a.string())
                   .authorization(allow.authenticated())
                   .handler(a.handler.function("ping"))
);

const ir::Model& model(const ir::Definition& definition, std::string_view name) {
  return *std::ranges::find(definition.models, name, &ir::Model::name);
}

ir::Definition definition() { return SchemaRef(schema).definition(); }

Explanation why(std::string_view field, std::string_view who) {
  return explain(definition(), field, caller(who).value()).value();
}

TEST(Permissions, AreGroupedByFieldsThatAreAlike) {
  const auto all = definition();
  const auto of_post = permissions(model(all, "Post"));
  std::vector<std::string> lines;
  for (const Permission& each : of_post) {
    std::string line = each.who + ":";
    for (const auto& field : each.fields)
      line += " " + field;
    line += " /";
    for (const Operation operation : each.operations)
      line += " " + std::string(name_of(operation));
    lines.push_back(line);
  }
  EXPECT_THAT(
      lines,
      ElementsAre(
          "owner in owner: / create get list listen update delete",
          "API key: title editors / get list listen", "owner in editors: title editors / update",
          "group Admins: title editors / create get list listen update"
      )
  );
}

TEST(Rules, AreToldAsTheyAreWritten) {
  std::vector<std::string> texts;
  const auto all = definition();
  for (const ir::Rule& rule : model(all, "Post").rules)
    texts.push_back(text_of(rule));
  for (const ir::Rule& rule : model(all, "Note").rules)
    texts.push_back(text_of(rule));
  EXPECT_THAT(
      texts, ElementsAre(
                 "allow.owner()", "allow.publicApiKey().to(\"read\")",
                 "allow.ownerDefinedIn(\"editors\").to(\"update\")", "allow.group(\"Admins\")",
                 "allow.guest().to(\"get\")", "allow.authenticated(\"identityPool\")"
             )
  );
}

constexpr auto combined = a.schema(
    "Report"_s =
        a.model("title"_s = a.string(), "tenant"_s = a.string())
            .authorization(allow
                               .all(
                                   allow.ownerDefinedIn("tenant").identityClaim("custom:tenant"),
                                   allow.groups("Editors", "Auditors")
                               )
                               .to("read")),
    "Vote"_s = a.model("choice"_s = a.string())
                   .authorization(allow.all(allow.group("A"), allow.group("B")))
);

Verdict verdict(std::string_view field, std::string_view who) {
  return explain(SchemaRef(combined).definition(), field, caller(who).value()).value().verdict;
}

TEST(RulesWithParts, AreToldAsTheyAreWritten) {
  const auto all = SchemaRef(combined).definition();
  EXPECT_EQ(
      text_of(model(all, "Report").rules.front()),
      "allow.all(allow.ownerDefinedIn(\"tenant\").identityClaim(\"custom:tenant\"), "
      "allow.groups({\"Editors\", \"Auditors\"})).to(\"read\")"
  );
  const auto reading = permissions(model(all, "Report"));
  ASSERT_EQ(reading.size(), 2U);
  EXPECT_EQ(reading[0].who, "owner in tenant and group Editors");
  EXPECT_EQ(reading[1].who, "owner in tenant and group Auditors");
}

TEST(RulesWithParts, LetInWhoMeetsAll) {
  EXPECT_EQ(verdict("Query.getReport", "owner"), Verdict::denied);
  EXPECT_EQ(verdict("Query.getReport", "group:Editors"), Verdict::denied);
  EXPECT_EQ(verdict("Query.getReport", "owner,group:Editors"), Verdict::conditional);
  EXPECT_EQ(verdict("Query.getReport", "group:Auditors,owner"), Verdict::conditional);
  EXPECT_EQ(verdict("Mutation.updateReport", "owner,group:Editors"), Verdict::denied);
  EXPECT_EQ(verdict("Query.getVote", "group:A"), Verdict::denied);
  EXPECT_EQ(verdict("Query.getVote", "group:A,group:B"), Verdict::allowed);
  EXPECT_EQ(verdict("Query.getVote", "user,group:B,group:A"), Verdict::allowed);
}

TEST(Callers, HaveNames) {
  EXPECT_EQ(caller("owner,group:A")->also.size(), 1U);
  EXPECT_FALSE(caller("owner,"));
  EXPECT_FALSE(caller("owner,nobody"));
  EXPECT_EQ(caller("group:Admins")->group, "Admins");
  EXPECT_TRUE(caller("guest"));
  EXPECT_FALSE(caller("group:"));
  EXPECT_FALSE(caller("admin"));
}

TEST(Explain, AllowsWhoARuleLetsIn) {
  EXPECT_EQ(why("Query.getPost", "apiKey").verdict, Verdict::allowed);
  EXPECT_EQ(why("Mutation.createPost", "apiKey").verdict, Verdict::denied);
  EXPECT_EQ(why("Query.getPost", "guest").verdict, Verdict::denied);
  EXPECT_EQ(why("Query.getNote", "guest").verdict, Verdict::allowed);
  EXPECT_EQ(why("Query.listNotes", "guest").verdict, Verdict::denied);
  EXPECT_EQ(why("Query.listNotes", "identity").verdict, Verdict::allowed);
}

TEST(Explain, TellsForWhichItems) {
  const auto owner = why("Mutation.updatePost", "owner");
  EXPECT_EQ(owner.verdict, Verdict::conditional);
  EXPECT_THAT(
      owner.conditions,
      ElementsAre("items whose `editors` is the caller", "items whose `owner` is the caller")
  );
}

TEST(Explain, TellsOfFieldsWithRulesOfTheirOwn) {
  const auto admins = why("Query.getPost", "group:Admins");
  EXPECT_EQ(admins.verdict, Verdict::allowed);
  EXPECT_THAT(admins.withoutFields, ElementsAre("draft"));
  EXPECT_EQ(why("Post.draft", "group:Admins").verdict, Verdict::denied);
  EXPECT_EQ(why("Post.draft", "owner").verdict, Verdict::conditional);
  // An item goes with all its fields.
  EXPECT_EQ(why("Mutation.deletePost", "group:Admins").verdict, Verdict::denied);
}

TEST(Explain, GivesEachRuleItsReason) {
  const auto key = why("Mutation.createPost", "apiKey");
  std::vector<std::string> reasons;
  for (const Consideration& each : key.rules)
    reasons.push_back(each.of + " " + each.why);
  EXPECT_THAT(
      reasons, ElementsAre(
                   "Post is about others", "Post doesn't grant create", "Post is about others",
                   "Post is about others", "Post.draft is about others"
               )
  );
}

TEST(Explain, KnowsOperationsOfTheUser) {
  EXPECT_EQ(why("Query.ping", "user").verdict, Verdict::allowed);
  EXPECT_EQ(why("Query.ping", "apiKey").verdict, Verdict::denied);
}

TEST(Explain, KnowsNoOtherFields) {
  EXPECT_FALSE(explain(definition(), "Mutation.deleteNote", *caller("owner")));
  EXPECT_FALSE(explain(definition(), "Query.getPosts", *caller("owner")));
}

}  // namespace
}  // namespace amplify::appsync
