// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"

#include "data/plural.hpp"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace amplify::appsync {
namespace {

TEST(Names, CapitalizesTheFirstLetterAlone) {
  EXPECT_EQ(capitalized("post"), "Post");
  EXPECT_EQ(capitalized("blogPost"), "BlogPost");
  EXPECT_EQ(capitalized(""), "");
}

// What the npm package pluralize, which names the peer's queries, gives.
TEST(Names, PluralsAreThoseOfPluralize) {
  static constexpr std::array<std::pair<const char*, const char*>, 12> plurals{{
      {"Post", "Posts"},
      {"Category", "Categories"},
      {"Person", "People"},
      {"Bus", "Buses"},
      {"Child", "Children"},
      {"Sheep", "Sheep"},
      {"Status", "Statuses"},
      {"Index", "Indices"},
      {"Quiz", "Quizzes"},
      {"Leaf", "Leaves"},
      {"Hero", "Heroes"},
      {"ListOnly", "ListOnlies"},
  }};
  for (const auto& [singular, expected] : plurals)
    EXPECT_EQ(plural(singular), expected);
  EXPECT_EQ(list_query("Category"), "listCategories");
}

TEST(Names, SubscriptionsAreCutAtFiftyCharacters) {
  EXPECT_EQ(subscription_field("createPost"), "onCreatePost");
  const std::string name = subscription_field("createAModelWithANameThatIsLongerThanAppSyncAllows");
  EXPECT_EQ(name.size(), 50u);
  EXPECT_EQ(name.substr(0, 45), "onCreateAModelWithANameThatIsLongerThanAppSyn");
}

}  // namespace
}  // namespace amplify::appsync
