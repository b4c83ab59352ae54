// SPDX-License-Identifier: Apache-2.0
#include "schema/words.hpp"

#include "schema/plural.hpp"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace amplify::ir {
namespace {

TEST(Words, CapitalizesTheFirstLetterAlone) {
  EXPECT_EQ(capitalized("post"), "Post");
  EXPECT_EQ(capitalized("blogPost"), "BlogPost");
  EXPECT_EQ(capitalized(""), "");
}

// What the npm package pluralize, which names the peer's queries, gives.
TEST(Words, PluralsAreThoseOfPluralize) {
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
}

TEST(Words, IndexesAreNamedByModelAndKeys) {
  EXPECT_EQ(index_name("Category", "status", {}), "categoriesByStatus");
  EXPECT_EQ(index_name("BlogPost", "status", {"date", "rank"}), "blogPostsByStatusAndDateAndRank");
}

}  // namespace
}  // namespace amplify::ir
