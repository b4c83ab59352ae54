// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"

#include <gtest/gtest.h>

#include <string>

namespace amplify::appsync {
namespace {

TEST(Names, ListQueriesHaveThePlural) { EXPECT_EQ(list_query("Category"), "listCategories"); }

TEST(Names, SubscriptionsAreCutAtFiftyCharacters) {
  EXPECT_EQ(subscription_field("createPost"), "onCreatePost");
  const std::string name = subscription_field("createAModelWithANameThatIsLongerThanAppSyncAllows");
  EXPECT_EQ(name.size(), 50u);
  EXPECT_EQ(name.substr(0, 45), "onCreateAModelWithANameThatIsLongerThanAppSyn");
}

}  // namespace
}  // namespace amplify::appsync
