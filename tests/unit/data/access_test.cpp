// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"

#include <gtest/gtest.h>

namespace amplify::appsync {
namespace {

using ir::Allow;
using ir::Operation;
using ir::Provider;

const ir::Rule owner{.allow = Allow::owner, .ownerField = "owner"};
const ir::Rule readers{.allow = Allow::private_, .operations = {Operation::read}};
const ir::Rule guests{
    .allow = Allow::public_, .provider = Provider::identityPool, .operations = {Operation::list}
};

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

TEST(Access, IsTheUnionOfTheRulesThatGrantTheOperation) {
  const ir::Model model{
      .name = "Post", .fields = {{.name = "title"}}, .rules = {owner, readers, guests}
  };
  const Access list = access(model, {Operation::list});
  EXPECT_TRUE(list.userPool);
  EXPECT_TRUE(list.guest);
  EXPECT_FALSE(list.apiKey);
  EXPECT_FALSE(list.identityPool);
  EXPECT_EQ(list.ownerFields, std::vector<std::string>{"owner"});
  const Access create = access(model, {Operation::create});
  EXPECT_FALSE(create.userPool);
  EXPECT_FALSE(create.guest);
  EXPECT_EQ(create.ownerFields, std::vector<std::string>{"owner"});
}

TEST(Access, OfAModelWithoutRulesIsNobodys) {
  EXPECT_FALSE(access(ir::Model{.name = "Post"}).anyone());
}

}  // namespace
}  // namespace amplify::appsync
