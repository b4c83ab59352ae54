// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::ElementsAre;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "content"_s = a.string(),
                    "likes"_s = a.integer().required(), "status"_s = a.enumeration("DRAFT", "LIVE"),
                    "tags"_s = a.string().required().array().required(),
                    "level"_s = a.ref("Level").required(), "levels"_s = a.ref("Level").array()
    )
                   .authorization(allow.owner()),
    "Level"_s = a.enumeration("LOW", "HIGH")
);
using Schema = ClientSchema<schema>;

TEST(Record, StartsEmpty) {
  const Schema::type<"Post"> post;
  EXPECT_EQ(post["title"_s], "");
  EXPECT_EQ(post["likes"_s], 0);
  EXPECT_FALSE(post["content"_s]);
  EXPECT_FALSE(post["status"_s]);
  EXPECT_TRUE(post["level"_s] == "LOW");
  EXPECT_FALSE(post["levels"_s]);
  EXPECT_EQ(post["id"_s], "");
  EXPECT_EQ(post["createdAt"_s], "");
  EXPECT_FALSE(post["owner"_s]);
}

TEST(Record, KeepsValues) {
  Schema::type<"Post"> post;
  post["title"_s] = "x";
  post["content"_s] = "text";
  post["likes"_s] = 5;
  post["status"_s] = "LIVE";
  post["tags"_s].push_back("c++");
  post["level"_s] = "HIGH";
  post["levels"_s].emplace(2)[1] = "HIGH";
  const auto copy = post;
  EXPECT_EQ(copy["title"_s], "x");
  EXPECT_EQ(copy["content"_s], "text");
  EXPECT_EQ(copy["likes"_s], 5);
  EXPECT_THAT(copy["tags"_s], ElementsAre("c++"));
  EXPECT_TRUE(copy["status"_s] == "LIVE");
  EXPECT_TRUE(copy["level"_s] == "HIGH");
  EXPECT_TRUE(!(*copy["levels"_s])[0] && (*copy["levels"_s])[1] == "HIGH");
}

TEST(Enum, ParsesTextsOfRunTime) {
  using Status = decltype(Schema::type<"Post">()["status"_s])&;
  using Value = std::remove_cvref_t<Status>::value_type;
  EXPECT_EQ(Value::parse(std::string("DRAFT")), Value("DRAFT"));
  EXPECT_EQ(Value::parse("draft"), std::nullopt);
  const std::string_view text = Value("LIVE");
  EXPECT_EQ(text, "LIVE");
}

}  // namespace
}  // namespace amplify
