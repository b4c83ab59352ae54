// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::HasSubstr;

constexpr auto schema = a.schema(
    "Post"_s =
        a.model(
             "title"_s = a.string().required(), "likes"_s = a.integer(), "score"_s = a.float_(),
             "seen"_s = a.timestamp(), "published"_s = a.boolean(),
             "status"_s = a.enumeration("DRAFT", "LIVE"), "tags"_s = a.string().array(),
             "flags"_s = a.boolean().required().array(), "day"_s = a.date(), "data"_s = a.json(),
             "ip"_s = a.ipAddress(), "places"_s = a.ref("Place").required().array(),
             "comments"_s = a.hasMany("Comment", "postId")
        )
            .authorization(allow.owner()),
    "Comment"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"))
                      .authorization(allow.guest()),
    "Place"_s = a.customType("lat"_s = a.float_().required(), "name"_s = a.string())
);
using Post = ClientSchema<schema>::type<"Post">;

std::string faults(std::string_view json) {
  try {
    Post::fromJson(json);
  } catch (const JsonError& error) {
    return error.what();
  }
  return "none";
}

TEST(RecordJson, WritesAllButRelations) {
  Post post{"id"_s = "1", "title"_s = "\"x\"\n", "likes"_s = -5, "flags"_s = {true, false}};
  post["seen"_s] = AWSTimestamp(1700000000);
  post["data"_s] = AWSJSON("{\"a\":[1]}");
  post["tags"_s] = {{"a", std::nullopt}};
  EXPECT_EQ(
      post.toJson(),
      R"({"title":"\"x\"\n","likes":-5,"score":null,"seen":1700000000,"published":null,)"
      R"("status":null,"tags":["a",null],"flags":[true,false],"day":null,"data":"{\"a\":[1]}",)"
      R"("ip":null,"places":null,"id":"1"})"
  );
}

TEST(RecordJson, ReadsWhatItWrites) {
  Post post{
      "id"_s = "1",
      "title"_s = "x",
      "score"_s = 0.1,
      "status"_s = "LIVE"_s,
      "ip"_s = AWSIPAddress("192.0.2.1"),
      "data"_s = AWSJSON("\"text\"")
  };
  post["places"_s].emplace().push_back({"lat"_s = 1, "name"_s = "here"});
  EXPECT_EQ(Post::fromJson(post.toJson()), post);
}

TEST(RecordJson, ReadsWhatTheApiSets) {
  const auto post =
      Post::fromJson(R"({"id":"1","title":"x","createdAt":"2030-12-31T12:30:00.000Z","owner":"me"})"
      );
  EXPECT_EQ(post["createdAt"_s], "2030-12-31T12:30:00.000Z");
  EXPECT_EQ(post["owner"_s], "me");
  EXPECT_THAT(post.toJson(), HasSubstr(R"("createdAt":"2030-12-31T12:30:00.000Z","owner":"me"})"));
}

TEST(RecordJson, TakesWhatGraphQLTakes) {
  const auto post = Post::fromJson(
      R"({"id":7,"title":"x","likes":5.0,"score":2,"data":{"a":1},"__typename":"Post"})"
  );
  EXPECT_EQ(post["id"_s], "7");
  EXPECT_EQ(post["likes"_s], 5);
  EXPECT_EQ(post["score"_s], 2);
  EXPECT_EQ(*post["data"_s], R"({"a":1})");
}

TEST(RecordJson, SaysWhereItDoesNotFit) {
  EXPECT_EQ(
      faults(R"({"title":5,"likes":1.5,"score":"1","seen":1e3,"published":"yes","status":"live",)"
             R"("tags":"a","flags":[true,null],"day":"2030-02-30","ip":"1.2.3","id":null,)"
             R"("places":[{"lat":1},{"name":5},7]})"),
      "title: is no text\n"
      "likes: is no whole number of 32 bits\n"
      "score: is no number\n"
      "seen: is no whole number of seconds\n"
      "published: is neither true nor false\n"
      "status: `live` is no value of the enum: there are DRAFT, LIVE\n"
      "tags: is no list\n"
      "flags[1]: is null\n"
      "day: `2030-02-30` is no a.date(): write it as `2030-12-31`\n"
      "ip: `1.2.3` is no a.ipAddress(): write it as `192.0.2.1` or `2001:db8::1`\n"
      "places[1].lat: is missing\n"
      "places[1].name: is no text\n"
      "places[2]: is no object\n"
      "id: is null"
  );
  EXPECT_EQ(faults(R"({"id":"1"})"), "title: is missing");
  EXPECT_EQ(faults(R"({"id":"1","title":null})"), "title: is null");
  EXPECT_EQ(
      faults(R"({"id":"1","title":"x","likes":2147483648})"), "likes: is no whole number of 32 bits"
  );
  EXPECT_EQ(faults(R"({"id":"1","title":"x","likes":-2147483648})"), "none");
  EXPECT_EQ(
      faults(R"({"id":"1","title":"x","seen":18446744073709551615})"),
      "seen: is no whole number of seconds"
  );
  EXPECT_EQ(faults("[]"), "is no object");
  EXPECT_THAT(faults("{\"title\":"), HasSubstr("is no JSON: parse error at line 1, column 10"));
}

}  // namespace
}  // namespace amplify
