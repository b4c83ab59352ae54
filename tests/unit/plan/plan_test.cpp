// SPDX-License-Identifier: Apache-2.0
#include "plan/plan.hpp"

#include "diff/snapshot.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/data.hpp>
#include <amplify/define_backend.hpp>

#include <iterator>
#include <set>
#include <string>
#include <string_view>

namespace amplify::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

cdk::CloudAssembly target(const std::string& schema) {
  const auto data = defineData(
      {.schema = schema.c_str(),
       .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::apiKey}}
  );
  return defineBackend(data).synth();
}

std::string post(const std::string& fields) {
  return "type Post @model @auth(rules: [{allow: public}]) { id: ID! " + fields + " }\n";
}

Plan planned(const std::string& before, const std::string& after) {
  return make_plan(diff::snapshot(target(before)), diff::snapshot(target(after)));
}

struct Case {
  std::string before;
  std::string after;
  Effect worst;
  std::string subject;
  /// Why: where the rule is written.
  std::string_view rule;
};

// DynamoDB knows keys alone; what else items have is their own.
constexpr std::string_view attributes =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html";
// KeySchema, and an AttributeDefinition that is edited: "Update requires: Replacement".
constexpr std::string_view keys =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-dynamodb-table.html#cfn-dynamodb-table-keyschema";
// "You can delete or add one global secondary index without interruption", and one in an update.
constexpr std::string_view indexes_rule =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-dynamodb-table.html#cfn-dynamodb-table-globalsecondaryindexes";
// Null where the type forbids it is an error of the field, and of what is above.
constexpr std::string_view nulls =
    "https://spec.graphql.org/October2021/#sec-Handling-Field-Errors";
// Values that are none of the type are errors.
constexpr std::string_view coercion = "https://spec.graphql.org/October2021/#sec-Result-Coercion";
constexpr std::string_view scalars =
    "https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html";
constexpr std::string_view enums =
    "https://spec.graphql.org/October2021/#sec-Enums.Result-Coercion";
// Without a policy a resource is deleted when it leaves its template.
constexpr std::string_view deletion =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
    "aws-attribute-deletionpolicy.html";

const std::string note = "type Note @model @auth(rules: [{allow: public}]) { text: String }\n";
const std::string by_a = "a: String @index(name: \"byA\", queryField: \"byA\") ";
const std::string by_b = "b: String @index(name: \"byB\", queryField: \"byB\") ";
const std::string with_notes =
    post("a: String notes: [Note] @hasMany(references: [\"postId\"])") +
    "type Note @model @auth(rules: [{allow: public}]) { text: String postId: ID "
    "post: Post @belongsTo(references: [\"postId\"]) }\n";
const std::string with_ids =
    post("a: String") +
    "type Note @model @auth(rules: [{allow: public}]) { text: String postId: ID }\n";

std::string keyed(const std::string& fields) {
  return "type Note @model @auth(rules: [{allow: public}]) { " + fields + " }\n";
}

const Case cases[] = {
    // Fields
    {post("a: String"), post("a: String b: Int"), Effect::safe, "Post.b", attributes},
    {post("a: String"), post("a: String b: [Int!]"), Effect::safe, "Post.b", attributes},
    {post("a: String"), post("a: String b: Int!"), Effect::breaks, "Post.b", nulls},
    {post("a: String"), post("a: String b: Int! @default(value: \"1\")"), Effect::breaks, "Post.b",
     nulls},
    {post("a: String b: Int"), post("a: String"), Effect::destroys, "Post.b", attributes},
    {post("a: String"), post("a: String!"), Effect::breaks, "Post.a", nulls},
    {post("a: String!"), post("a: String"), Effect::safe, "Post.a", nulls},
    {post("a: [String]"), post("a: [String!]"), Effect::breaks, "Post.a", nulls},
    {post("a: [String!]!"), post("a: [String]"), Effect::safe, "Post.a", nulls},
    {post("a: [String]"), post("a: [String]!"), Effect::breaks, "Post.a", nulls},
    {post("a: String"), post("a: String @default(value: \"x\")"), Effect::safe, "Post.a", attributes
    },
    {post("a: String"), post("a: String @validate(type: minLength, value: \"3\")"), Effect::safe,
     "Post.a", attributes},
    // Types of fields
    {post("a: String"), post("a: Int"), Effect::destroys, "Post.a", coercion},
    {post("a: Int"), post("a: Float"), Effect::safe, "Post.a", coercion},
    {post("a: Float"), post("a: Int"), Effect::destroys, "Post.a", coercion},
    {post("a: Boolean"), post("a: String"), Effect::destroys, "Post.a", coercion},
    {post("a: ID"), post("a: String"), Effect::safe, "Post.a", coercion},
    {post("a: String"), post("a: ID"), Effect::safe, "Post.a", coercion},
    {post("a: AWSDate"), post("a: String"), Effect::safe, "Post.a", scalars},
    {post("a: AWSEmail"), post("a: ID"), Effect::safe, "Post.a", scalars},
    {post("a: String"), post("a: AWSDate"), Effect::destroys, "Post.a", scalars},
    {post("a: AWSDateTime"), post("a: AWSTimestamp"), Effect::destroys, "Post.a", scalars},
    {post("a: AWSTimestamp"), post("a: Int"), Effect::safe, "Post.a", scalars},
    {post("a: AWSJSON"), post("a: String"), Effect::destroys, "Post.a", scalars},
    {post("a: String"), post("a: [String]"), Effect::destroys, "Post.a", coercion},
    {post("a: [String]"), post("a: String"), Effect::destroys, "Post.a", coercion},
    {post("a: [String]"), post("a: [ID]"), Effect::safe, "Post.a", coercion},
    {post("a: E") + "enum E { A B }", post("a: E") + "enum E { A }", Effect::breaks, "E", enums},
    {post("a: E") + "enum E { A }", post("a: E") + "enum E { A B }", Effect::safe, "E", enums},
    {post("a: E") + "enum E { A }", post("a: String"), Effect::safe, "Post.a", enums},
    {post("a: String"), post("a: E") + "enum E { A }", Effect::destroys, "Post.a", enums},
    {post("a: T") + "type T { x: Int }", post("a: T") + "type T { x: Int y: Int }", Effect::safe,
     "T.y", attributes},
    {post("a: T") + "type T { x: Int y: Int }", post("a: T") + "type T { x: Int }",
     Effect::destroys, "T.y", attributes},
    {post("a: T") + "type T { x: Int }", post("a: T") + "type T { x: String }", Effect::destroys,
     "T.x", coercion},
    // Models and what joins them
    {post("a: String"), post("a: String") + note, Effect::safe, "Note", deletion},
    {post("a: String") + note, post("a: String"), Effect::destroys, "Note", deletion},
    {with_ids, with_notes, Effect::safe, "Post.notes", indexes_rule},
    {with_notes, with_ids, Effect::safe, "Note.post", indexes_rule},
    // Keys
    {keyed("a: ID! @primaryKey b: ID!"), keyed("a: ID! b: ID! @primaryKey"), Effect::destroys,
     "Note", keys},
    {keyed("a: ID! @primaryKey b: ID!"), keyed("a: ID! @primaryKey(sortKeyFields: [\"b\"]) b: ID!"),
     Effect::destroys, "Note", keys},
    {keyed("a: ID! @primaryKey"), keyed("a: Int! @primaryKey"), Effect::destroys, "Note", keys},
    // Indexes
    {post("a: String"), post(by_a), Effect::safe, "Post", indexes_rule},
    {post(by_a), post("a: String"), Effect::safe, "Post", indexes_rule},
    {post("a: String b: String"), post(by_a + by_b), Effect::staged, "Post", indexes_rule},
    {post(by_a + by_b), post("a: String b: String"), Effect::staged, "Post", indexes_rule},
    {post(by_a + "b: String"), post("a: String " + by_b), Effect::staged, "Post", indexes_rule},
    {post("a: String! @index(name: \"own\", queryField: \"own\") b: String"),
     post("a: String! @index(name: \"own\", sortKeyFields: [\"b\"], queryField: \"own\") b: String"
     ),
     Effect::staged, "Post", indexes_rule},
    {post(by_a + "b: String"),
     post("a: String @index(name: \"byA\", queryField: \"byA\", projection: {type: KEYS_ONLY}) "
          "b: String"),
     Effect::staged, "Post", indexes_rule},
    {post(by_a), post("a: String @index(name: \"other\", queryField: \"byA\")"), Effect::staged,
     "Post", indexes_rule},
    {post(by_a), post("a: Int @index(name: \"byA\", queryField: \"byA\")"), Effect::destroys,
     "Post.a", coercion},
};

TEST(Plan, ClassifiesChanges) {
  for (const Case& each : cases) {
    SCOPED_TRACE(each.before + "becomes " + each.after + std::string(each.rule));
    const auto plan = planned(each.before, each.after);
    ASSERT_FALSE(plan.steps.empty());
    EXPECT_EQ(plan.steps.front().effect, each.worst) << plan.steps.front().what;
    bool told = false;
    for (const Step& step : plan.steps)
      told = told || (step.effect == each.worst && step.subject == each.subject);
    EXPECT_TRUE(told) << plan.steps.front().subject;
  }
}

std::set<std::string> indexes(const diff::Snapshot& state) {
  std::set<std::string> all;
  for (const auto& [place, body] : state.templates) {
    for (const auto& [id, entry] : diff::member(body, "Resources").items()) {
      if (diff::member(entry, "Type") != "AWS::DynamoDB::Table") continue;
      for (const auto& name : index_names(entry))
        all.insert(id + "." + name);
    }
  }
  return all;
}

TEST(Plan, KnowsTheRulesOfFortyChanges) { EXPECT_GE(std::size(cases), 40U); }

TEST(Plan, OfOnlyWhatClientsSeeNothingBecomesOfData) {
  const std::string open = post("a: String");
  for (const std::string& after :
       {std::string("type Post @model @auth(rules: [{allow: public, operations: [read]}]) "
                    "{ id: ID! a: String }\n"),
        std::string("type Post @model(mutations: null) @auth(rules: [{allow: public}]) "
                    "{ id: ID! a: String }\n"),
        post("a: String @deprecated(reason: \"old\")")}) {
    SCOPED_TRACE(after);
    const auto plan = planned(open, after);
    EXPECT_FALSE(plan.empty());
    EXPECT_THAT(plan.stages, SizeIs(1));
    for (const Step& step : plan.steps)
      EXPECT_EQ(step.effect, Effect::safe) << step.subject;
  }
}

TEST(Plan, StagesChangeOneIndexOfATableAndEndInTheTarget) {
  for (const Case& each : cases) {
    SCOPED_TRACE(each.before + "becomes " + each.after);
    const auto before = diff::snapshot(target(each.before));
    const auto after_assembly = target(each.after);
    const auto after = diff::snapshot(after_assembly);
    const auto plan = make_plan(before, after);
    auto known = indexes(before);
    for (const Stage& stage : plan.stages) {
      const auto now = indexes(stage.state);
      std::size_t changes = 0;
      for (const auto& name : now)
        changes += known.contains(name) ? 0 : 1;
      for (const auto& name : known)
        changes += now.contains(name) ? 0 : 1;
      // One table alone has indexes here; one that goes takes all of them along.
      if (!each.subject.starts_with("Note")) {
        EXPECT_LE(changes, 1U);
      }
      known = now;
      // What is written is what was meant.
      const auto written =
          diff::snapshot(assembly(stage, stage.early ? before : after, after_assembly));
      for (const auto& [place, body] : written.templates) {
        for (const auto& [id, entry] : diff::member(body, "Resources").items()) {
          if (diff::is_nested_stack(entry)) continue;
          const auto& meant = diff::member(stage.state.templates.at(place), "Resources");
          EXPECT_EQ(entry, diff::member(meant, id)) << place << id;
        }
      }
    }
    EXPECT_EQ(plan.stages.back().state.templates, after.templates);
  }
}

TEST(Plan, WhatMustGoBeforeItComesAnewHasAStageWithoutIt) {
  const std::string type = "type Note @model @auth(rules: [{allow: public}]) ";
  const auto plan =
      planned(type + "{ a: ID! @primaryKey b: ID! }", type + "{ a: ID! b: ID! @primaryKey }");
  ASSERT_THAT(plan.stages, SizeIs(2));
  EXPECT_THAT(plan.stages[0].without, SizeIs(1));
  for (const auto& [place, body] : plan.stages[0].state.templates) {
    for (const auto& [id, entry] : diff::member(body, "Resources").items()) {
      EXPECT_NE(diff::member(entry, "Type"), "AWS::DynamoDB::Table");
      // Subscriptions need no table.
      if (diff::member(entry, "Type") == "AWS::AppSync::Resolver") {
        EXPECT_EQ(diff::member(diff::member(entry, "Properties"), "TypeName"), "Subscription");
      }
    }
  }
}

TEST(Plan, NothingChangesWhenNothingDoes) {
  const auto plan = planned(post("a: String"), post("a: String"));
  EXPECT_TRUE(plan.empty());
  EXPECT_THAT(plan.stages, IsEmpty());
}

TEST(Plan, WhatDestroysDataMustBeNamed) {
  const auto plan = planned(post("a: String b: Int c: Int"), post("a: String"));
  EXPECT_THAT(forbidden(plan, {}), SizeIs(2));
  EXPECT_THAT(forbidden(plan, {"Post.b"}), ElementsAre(::testing::Field(&Step::subject, "Post.c")));
  EXPECT_THAT(forbidden(plan, {"Post"}), IsEmpty());
}

TEST(Plan, WhatIsRenamedStaysWhereItIs) {
  const std::string old =
      post("a: String state: State notes: [Note] @hasMany(references: [\"postId\"])") +
      "type Note @model @auth(rules: [{allow: public}]) { text: String postId: ID "
      "post: Post @belongsTo(references: [\"postId\"]) }\nenum State { ON OFF }\n";
  const std::string now =
      "type Article @model @mapsTo(name: \"Post\") @auth(rules: [{allow: public}]) { id: ID! "
      "b: String @refersTo(name: \"a\") state: State "
      "notes: [Note] @hasMany(references: [\"postId\"]) }\n"
      "type Note @model @auth(rules: [{allow: public}]) { text: String postId: ID "
      "post: Article @belongsTo(references: [\"postId\"]) }\nenum State { ON OFF }\n";
  const auto plan = planned(old, now);
  EXPECT_THAT(plan.stages, SizeIs(1));
  std::set<std::string> subjects;
  for (const Step& step : plan.steps) {
    EXPECT_EQ(step.effect, Effect::safe) << step.subject << ' ' << step.what;
    subjects.insert(step.subject);
  }
  EXPECT_TRUE(subjects.contains("Article"));
  EXPECT_TRUE(subjects.contains("Article.b"));
  // The same without a word of it.
  std::string untold = now;
  for (const std::string word : {" @mapsTo(name: \"Post\")", " @refersTo(name: \"a\")"})
    untold.erase(untold.find(word), word.size());
  EXPECT_THAT(forbidden(planned(old, untold), {}), Not(IsEmpty()));
}

TEST(Plan, ARenamedModelThatGoesTakesItsTableAlong) {
  const std::string renamed =
      "type Article @model @mapsTo(name: \"Post\") @auth(rules: [{allow: public}]) "
      "{ id: ID! a: String }\n";
  const auto plan = planned(renamed + note, note);
  ASSERT_THAT(forbidden(plan, {}), SizeIs(1));
  EXPECT_EQ(forbidden(plan, {}).front().subject, "Article");
  // Without its old name it is another model, with another table.
  const auto forgotten = planned(
      renamed, "type Article @model @auth(rules: [{allow: public}]) { id: ID! a: String }\n"
  );
  EXPECT_THAT(forbidden(forgotten, {}), Not(IsEmpty()));
}

TEST(Plan, AFirstDeploymentIsOneStage) {
  const auto plan = make_plan({}, diff::snapshot(target(post("a: String"))));
  EXPECT_THAT(plan.steps, IsEmpty());
  EXPECT_THAT(plan.stages, SizeIs(1));
  EXPECT_GT(plan.otherResources, 0U);
}

}  // namespace
}  // namespace amplify::plan
