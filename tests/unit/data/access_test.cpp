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

TEST(Access, OfAModelWithoutRulesIsNobodys) {
  EXPECT_TRUE(AccessMatrix(ir::Model{.name = "Post"}).roles().empty());
}

}  // namespace
}  // namespace amplify::appsync
