// SPDX-License-Identifier: Apache-2.0
#include <amplify/fmt.hpp>
#include <amplify/schema.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::ElementsAre;

constexpr auto schema = a.schema(
    "Post"_s =
        a.model(
             "title"_s = a.string().required(), "content"_s = a.string(),
             "likes"_s = a.integer().required(), "status"_s = a.enumeration("DRAFT", "LIVE"),
             "tags"_s = a.string().required().array().required(),
             "level"_s = a.ref("Level").required(), "levels"_s = a.ref("Level").array(),
             "day"_s = a.date(), "flags"_s = a.boolean().required().array(),
             "place"_s = a.customType("lat"_s = a.float_().required(), "name"_s = a.string()),
             "tree"_s = a.ref("Tree"), "trees"_s = a.ref("Tree").required().array(),
             "comments"_s = a.hasMany("Comment", "postId")
        )
            .authorization(allow.owner(), allow.ownerDefinedIn("author")),
    "Comment"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"))
                      .authorization(allow.guest()),
    "Tree"_s = a.customType(
        "name"_s = a.string().required(), "left"_s = a.ref("Tree"),
        "rest"_s = a.ref("Tree").required().array()
    ),
    "Level"_s = a.enumeration("LOW", "HIGH")
);
using Schema = ClientSchema<schema>;
using Post = Schema::type<"Post">;
using Tree = Schema::type<"Tree">;

Post filled() {
  Post post{
      "id"_s = "1",
      "title"_s = "x",
      "content"_s = std::string("text"),
      "likes"_s = 5,
      "status"_s = "LIVE"_s,
      "tags"_s = {"c++"},
      "level"_s = "HIGH"_s,
      "levels"_s = {"LOW"_s, "LOW"_s},
      "day"_s = AWSDate("2030-12-31"),
      "flags"_s = {true, false},
      "place"_s = Schema::type<"PostPlace">{"lat"_s = 1.5},
      "tree"_s = Tree{"name"_s = "root", "left"_s = Tree{"name"_s = "leaf"}},
  };
  return post;
}

TEST(Record, StartsEmpty) {
  const Post post;
  EXPECT_EQ(post["title"_s], "");
  EXPECT_EQ(post["likes"_s], 0);
  EXPECT_FALSE(post["content"_s]);
  EXPECT_FALSE(post["status"_s]);
  EXPECT_TRUE(post["level"_s] == "LOW");
  EXPECT_FALSE(post["levels"_s]);
  EXPECT_FALSE(post["place"_s]);
  EXPECT_FALSE(post["tree"_s]);
  EXPECT_EQ(post["id"_s], "");
  EXPECT_EQ(post["createdAt"_s], "");
  EXPECT_FALSE(post["owner"_s]);
  EXPECT_FALSE(post["author"_s]);
}

TEST(Record, KeepsValues) {
  Post post;
  post["title"_s] = "x";
  post["content"_s] = "text";
  post["likes"_s] = 5;
  post["status"_s] = "LIVE";
  post["tags"_s].push_back("c++");
  post["level"_s] = "HIGH";
  post["levels"_s].emplace(2)[1] = "HIGH";
  post["place"_s].emplace()["lat"_s] = 1.5;
  const auto copy = post;
  EXPECT_EQ(copy["title"_s], "x");
  EXPECT_EQ(copy["content"_s], "text");
  EXPECT_EQ(copy["likes"_s], 5);
  EXPECT_THAT(copy["tags"_s], ElementsAre("c++"));
  EXPECT_TRUE(copy["status"_s] == "LIVE");
  EXPECT_TRUE(copy["level"_s] == "HIGH");
  EXPECT_TRUE(!(*copy["levels"_s])[0] && (*copy["levels"_s])[1] == "HIGH");
  EXPECT_EQ((*copy["place"_s])["lat"_s], 1.5);
}

TEST(Record, TakesValuesByName) {
  const Post post = filled();
  EXPECT_EQ(post["title"_s], "x");
  EXPECT_TRUE(post["status"_s] == "LIVE");
  EXPECT_THAT(*post["flags"_s], ElementsAre(true, false));
  EXPECT_EQ((*(*post["tree"_s])["left"_s])["name"_s], "leaf");
}

TEST(Record, IsARegularType) {
  const Post post = filled();
  Post copy = post;
  EXPECT_EQ(copy, post);
  EXPECT_EQ(std::hash<Post>()(copy), std::hash<Post>()(post));
  Post moved = std::move(copy);
  EXPECT_EQ(moved, post);
  (*moved["tree"_s])["left"_s]->operator[]("name"_s) = "other";
  EXPECT_NE(moved, post);
  EXPECT_NE(std::hash<Post>()(moved), std::hash<Post>()(post));
  moved = post;
  moved["flags"_s]->push_back(true);
  EXPECT_NE(moved, post);
  EXPECT_EQ((std::unordered_set<Post>{post, post, moved}.size()), 2u);
}

// Each field counts.
TEST(Record, ComparesEveryField) {
  const auto differs = [](auto change) {
    Post post = filled();
    change(post);
    return post != filled();
  };
  EXPECT_TRUE(differs([](Post& post) { post["id"_s] = "2"; }));
  EXPECT_TRUE(differs([](Post& post) { post["title"_s] = "y"; }));
  EXPECT_TRUE(differs([](Post& post) { post["content"_s].reset(); }));
  EXPECT_TRUE(differs([](Post& post) { post["likes"_s] = 6; }));
  EXPECT_TRUE(differs([](Post& post) { post["status"_s] = "DRAFT"; }));
  EXPECT_TRUE(differs([](Post& post) { post["tags"_s].clear(); }));
  EXPECT_TRUE(differs([](Post& post) { post["level"_s] = "LOW"; }));
  EXPECT_TRUE(differs([](Post& post) { post["levels"_s]->pop_back(); }));
  EXPECT_TRUE(differs([](Post& post) { post["day"_s] = AWSDate("2030-12-30"); }));
  EXPECT_TRUE(differs([](Post& post) { (*post["place"_s])["lat"_s] = 2; }));
  EXPECT_TRUE(differs([](Post& post) { post["trees"_s].emplace(); }));
  EXPECT_FALSE(differs([](Post&) {}));
}

TEST(Record, IsPrintedByFmt) {
  const Schema::type<"PostPlace"> place{"lat"_s = 1.5, "name"_s = "here"};
  EXPECT_EQ(fmt::format("{}", place), R"(place {"lat":1.5,"name":"here"})");
  EXPECT_EQ(
      fmt::format("{} {} {}", AWSDate("2030-12-31"), AWSTimestamp(5), ID("x")), "2030-12-31 5 x"
  );
  const Schema::type<"Level"> level = "HIGH";
  EXPECT_EQ(fmt::format("{:>6}|{}", level, Post()["status"_s]), "  HIGH|null");
}

TEST(Enum, ParsesTextsOfRunTime) {
  using Value = Schema::type<"PostStatus">;
  EXPECT_EQ(Value::parse(std::string("DRAFT")), Value("DRAFT"));
  EXPECT_EQ(Value::parse("draft"), std::nullopt);
  const std::string_view text = Value("LIVE");
  EXPECT_EQ(text, "LIVE");
}

}  // namespace
}  // namespace amplify
