// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"

#include <gtest/gtest.h>

namespace amplify::appsync {
namespace {

using ir::Allow;
using ir::Operation;

const ir::Rule owner{.allow = Allow::owner, .ownerField = "owner"};
const ir::Rule readers{.allow = Allow::private_, .operations = {Operation::read}};

TEST(Access, ARuleWithoutOperationsGrantsAllThatTheApiHas) {
  for (const auto operation :
       {Operation::create, Operation::update, Operation::delete_, Operation::get, Operation::list,
        Operation::listen}) {
    EXPECT_TRUE(grants(owner, operation));
  }
}

TEST(Access, ReadGrantsGetListAndListenAlone) {
  EXPECT_TRUE(grants(readers, Operation::get));
  EXPECT_TRUE(grants(readers, Operation::list));
  EXPECT_TRUE(grants(readers, Operation::listen));
  EXPECT_FALSE(grants(readers, Operation::create));
  EXPECT_FALSE(grants(readers, Operation::update));
  EXPECT_FALSE(grants(readers, Operation::delete_));
}

TEST(Access, ARuleWithPartsHasARoleForEachWayToMeetThem) {
  const ir::Rule staff{.allow = Allow::groups, .groups = {"B", "A"}};
  ir::Rule rule = staff;
  rule.also = {owner};
  const std::vector<Role> all = roles(rule);
  ASSERT_EQ(all.size(), 2U);
  for (const Role& role : all) {
    // In the same order, whichever the rule has.
    EXPECT_EQ(role.allow, Allow::owner);
    ASSERT_EQ(role.also.size(), 1U);
    EXPECT_TRUE(role.depends_on_item());
  }
  EXPECT_EQ(all[0].also.front().group, "B");
  EXPECT_EQ(all[1].also.front().group, "A");
  EXPECT_EQ(parts(all).size(), 4U);

  ir::Rule reversed = owner;
  reversed.also = {staff};
  EXPECT_TRUE(same_callers(rule, reversed));
  EXPECT_FALSE(same_callers(rule, owner));
  EXPECT_FALSE(same_callers(rule, staff));
}

TEST(Access, ARuleWithPartsGrantsNothingToThoseWhoMeetOne) {
  ir::Rule both = owner;
  both.also = {{.allow = Allow::groups, .groups = {"A"}}};
  const ir::Model model{.name = "Post", .fields = {{.name = "title"}}, .rules = {both}};
  const AccessMatrix matrix(model);
  EXPECT_FALSE(matrix.allows(roles(owner).front(), "title", Operation::get));
  EXPECT_FALSE(matrix.allows(roles(both.also).front(), "title", Operation::get));
  EXPECT_TRUE(matrix.allows(roles(both).front(), "title", Operation::get));
}

TEST(Access, WhoIsSeveralThingsMayDoWhatEachMay) {
  ir::Rule both = owner;
  both.also = {{.allow = Allow::groups, .groups = {"A"}}};
  const ir::Model model{
      .name = "Post",
      .fields = {{.name = "title"}, {.name = "review", .rules = {both}}},
      .rules = {owner},
  };
  const AccessMatrix matrix(model);
  EXPECT_FALSE(matrix.allows_all_fields(roles(owner).front(), Operation::delete_));
  EXPECT_TRUE(matrix.allows_all_fields(roles(both).front(), Operation::delete_));
}

TEST(Access, OfAModelWithoutRulesIsNobodys) {
  EXPECT_TRUE(AccessMatrix(ir::Model{.name = "Post"}).roles().empty());
}

}  // namespace
}  // namespace amplify::appsync
