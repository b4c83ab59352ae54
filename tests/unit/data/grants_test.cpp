// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/grants.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace amplify::appsync {
namespace {

using ir::Allow;
using ir::Operation;
using ir::Provider;

const ir::Rule owner{.allow = Allow::owner, .ownerField = "owner"};
const ir::Rule readers{.allow = Allow::private_, .operations = {Operation::read}};
const ir::Rule editors{
    .allow = Allow::groups, .groups = {"Editors"}, .operations = {Operation::update}
};
const ir::Rule team{.allow = Allow::groups, .groupsField = "teams"};

using Fields = std::optional<std::vector<std::string>>;

ir::Field field(std::string name, std::vector<ir::Rule> rules = {}) {
  return {.name = std::move(name), .rules = std::move(rules)};
}

ir::Field relation(std::string name, std::string model) {
  return {
      .name = std::move(name),
      .type = {.kind = ir::TypeKind::model, .name = std::move(model)},
      .relation = ir::Relation{.kind = ir::Relationship::belongsTo, .references = {"id"}},
  };
}

TEST(Grants, AnyUserImpliesTheOtherRulesAboutUsersExceptForCreating) {
  const ir::Model model{.name = "Post", .fields = {field("title")}, .rules = {owner, readers}};
  const auto list = reading_grants(model, {Operation::list});
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list.front().role.allow, Allow::private_);
  EXPECT_FALSE(depend_on_item(list));
  ir::Model open = model;
  open.rules = {owner, {.allow = Allow::private_}};
  EXPECT_EQ(create_grants(open).size(), 2U);
  EXPECT_EQ(update_grants(open).size(), 1U);
}

TEST(Grants, AFieldThatHoldsAListIsMatchedAsOne) {
  ir::Field teams = field("teams");
  teams.type.array = true;
  const auto grants =
      reading_grants({.name = "Doc", .fields = {teams}, .rules = {team}}, {Operation::get});
  ASSERT_EQ(grants.size(), 1U);
  EXPECT_TRUE(ask_lists(grants));
  EXPECT_TRUE(ask_of(grants, "teams"));
  EXPECT_FALSE(ask_of(grants, "owner"));
  EXPECT_FALSE(ask_several(grants));
}

TEST(Grants, ARuleWithPartsAsksAllOfThem) {
  ir::Rule both = owner;
  both.also = {team, editors};
  both.also.back().operations.clear();
  const ir::Model model{.name = "Doc", .fields = {field("teams")}, .rules = {both}};
  const auto grants = reading_grants(model, {Operation::get});
  ASSERT_EQ(grants.size(), 1U);
  ASSERT_EQ(grants.front().items.size(), 2U);
  EXPECT_EQ(grants.front().items[0].role.field, "owner");
  EXPECT_EQ(grants.front().items[1].role.field, "teams");
  EXPECT_TRUE(depend_on_item(grants));
  EXPECT_TRUE(ask_several(grants));
  EXPECT_EQ(shortened_owner_fields(model), std::vector<std::string>{"owner"});
}

TEST(Grants, FieldsWithRulesOfTheirOwnConfineTheOthers) {
  const ir::Model model{
      .name = "Person", .fields = {field("name"), field("salary", {editors})}, .rules = {owner}
  };
  const auto grants = update_grants(model);
  ASSERT_EQ(grants.size(), 2U);
  EXPECT_EQ(grants[0].sets, Fields({"name"}));
  EXPECT_EQ(grants[0].clears, Fields({"name"}));
  EXPECT_EQ(grants[1].sets, Fields({"salary"}));
  EXPECT_EQ(grants[1].clears, Fields(std::vector<std::string>{}));
  EXPECT_TRUE(are_confined(grants));
  EXPECT_TRUE(delete_grants(model).empty());
}

TEST(Grants, WhoMayOnlyDeleteClearsFieldsButUpdatesNothing) {
  ir::Rule deleting = owner;
  deleting.operations = {Operation::delete_};
  const ir::Model alone{.name = "Post", .fields = {field("title")}, .rules = {deleting}};
  EXPECT_TRUE(update_grants(alone).empty());
  const ir::Model both{.name = "Post", .fields = {field("title")}, .rules = {deleting, editors}};
  ASSERT_EQ(update_grants(both).size(), 2U);
  EXPECT_EQ(update_grants(both).front().sets, Fields(std::vector<std::string>{}));
}

TEST(Grants, AFieldIsProtectedFromReadersWhomItsRulesLeaveOut) {
  const ir::Model model{
      .name = "Person",
      .fields = {field("name"), field("email", {owner})},
      .rules = {owner, readers}
  };
  EXPECT_FALSE(protecting_grants(model, model.fields[0]));
  const auto grants = protecting_grants(model, model.fields[1]);
  ASSERT_TRUE(grants);
  ASSERT_EQ(grants->size(), 1U);
  EXPECT_EQ(grants->front().role.allow, Allow::owner);
  EXPECT_TRUE(marks_mutations({.models = {model}}, model));
  EXPECT_FALSE(operations_shorten_owners({.models = {model}}, model));
}

TEST(Grants, RelationsToModelsWithOtherReadersAreWithheldFromMutations) {
  const ir::Rule everyone{.allow = Allow::private_};
  const ir::Model parent{.name = "Parent", .fields = {relation("kid", "Kid")}, .rules = {everyone}};
  const ir::Model open{.name = "Kid", .fields = {field("v")}, .rules = {everyone}};
  const ir::Model own{.name = "Kid", .fields = {field("v")}, .rules = {owner}};
  EXPECT_FALSE(is_withheld_from_mutations({.models = {open, parent}}, parent, parent.fields[0]));
  EXPECT_TRUE(is_withheld_from_mutations({.models = {own, parent}}, parent, parent.fields[0]));
  EXPECT_TRUE(marks_mutations({.models = {own, parent}}, parent));
}

TEST(Grants, OwnersAreShortenedUnlessTheyAreNamedByAClaim) {
  ir::Rule by_claim = owner;
  by_claim.identityClaim = "user_id";
  EXPECT_EQ(
      shortened_owner_fields({.name = "Post", .rules = {owner}}), std::vector<std::string>{"owner"}
  );
  EXPECT_TRUE(shortened_owner_fields({.name = "Post", .rules = {by_claim}}).empty());
}

}  // namespace
}  // namespace amplify::appsync
