// SPDX-License-Identifier: Apache-2.0
#include <amplify/client.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <vector>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "day"_s = a.date(), "likes"_s = a.integer(),
                    "published"_s = a.boolean(), "status"_s = a.enumeration("DRAFT", "LIVE"),
                    "tags"_s = a.string().array(),
                    "place"_s = a.customType("lat"_s = a.float_(), "tree"_s = a.ref("Tree")),
                    "comments"_s = a.hasMany("Comment", "postId")
    )
                   .secondaryIndexes(
                       a.index("status").sortKeys("day", "likes").queryField("byStatus"),
                       a.index("title").sortKeys("likes")
                   )
                   .authorization(allow.owner(), allow.ownerDefinedIn("author")),
    "Comment"_s =
        a.model(
             "postId"_s = a.id(), "text"_s = a.string(), "post"_s = a.belongsTo("Post", "postId")
        )
            .authorization(allow.owner()),
    "Reading"_s = a.model(
                       "device"_s = a.id().required(), "day"_s = a.date().required(),
                       "v"_s = a.float_(), "values"_s = a.hasMany("Value", "device", "day")
    )
                      .identifier("device", "day")
                      .authorization(allow.guest()),
    "Value"_s = a.model(
                     "device"_s = a.id().required(), "day"_s = a.date().required(),
                     "reading"_s = a.belongsTo("Reading", "device", "day")
    )
                    .authorization(allow.guest()),
    "Tree"_s = a.customType("name"_s = a.string().required(), "left"_s = a.ref("Tree")),
    "Stats"_s = a.customType("posts"_s = a.integer().required(), "likes"_s = a.integer()),
    "stats"_s = a.query()
                    .arguments("since"_s = a.date(), "who"_s = a.string().required())
                    .returns(a.ref("Stats").array())
                    .authorization(allow.authenticated())
                    .handler(a.handler.function("stats")),
    "hello"_s =
        a.mutation()
            .returns(a.string())
            .authorization(allow.authenticated())
            .handler(a.handler.function("hello")),
    "notify"_s = a.mutation()
                     .authorization(allow.authenticated())
                     .handler(a.handler.function("notify").async()),
    "onHello"_s = a.subscription()
                      .for_(a.ref("hello"))
                      .authorization(allow.authenticated())
                      .handler(a.handler.custom({.entry = "./on-hello.js"}))
);
using Schema = ClientSchema<schema>;
constexpr auto posts = Schema::models<"Post">;

constexpr auto post_fields =
    "title day likes published status tags place { lat tree { name } } id createdAt updatedAt owner "
    "author";

TEST(Request, Create) {
  const auto request =
      posts.create({"title"_s = "x", "tags"_s = {"a", "b"}, "status"_s = "LIVE"_s});
  EXPECT_EQ(
      request.document(), "mutation($input: CreatePostInput!) { createPost(input: $input) { " +
                              std::string(post_fields) + " } }"
  );
  EXPECT_EQ(request.variables(), R"({"input":{"title":"x","tags":["a","b"],"status":"LIVE"}})");
  EXPECT_EQ(
      request.body(),
      "{\"query\":\"" + request.document() + "\",\"variables\":" + request.variables() + "}"
  );
}

TEST(Request, UpdateAndDelete) {
  const auto update = posts.update(
      {"id"_s = "1", "day"_s = nullptr}, {.condition = field<"likes"> > 5 && !field<"published">},
      select<"id">()
  );
  EXPECT_EQ(
      update.document(),
      "mutation($input: UpdatePostInput!, $condition: ModelPostConditionInput) { "
      "updatePost(input: $input, condition: $condition) { id } }"
  );
  EXPECT_EQ(
      update.variables(), R"({"input":{"id":"1","day":null},)"
                          R"("condition":{"and":[{"likes":{"gt":5}},{"published":{"ne":true}}]}})"
  );
  const auto removal = posts.delete_({"id"_s = "1"}, select<"id">());
  EXPECT_EQ(
      removal.document(), "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }"
  );
}

TEST(Request, TakesAnItemForTheFieldsThatReferToIt) {
  constexpr auto comments = Schema::models<"Comment">;
  const Schema::type<"Post"> post{"id"_s = "1", "title"_s = "x"};
  EXPECT_EQ(
      comments.create({"text"_s = "y", "post"_s = post}).variables(),
      R"({"input":{"text":"y","postId":"1"}})"
  );
  // The last call counts.
  EXPECT_EQ(
      comments.update({"id"_s = "2", "postId"_s = "0", "post"_s = post}).variables(),
      R"({"input":{"id":"2","postId":"1"}})"
  );
  EXPECT_EQ(
      comments.create({"post"_s = Schema::identifier<"Post">{"id"_s = "3"}}).variables(),
      R"({"input":{"postId":"3"}})"
  );
  auto input = Schema::createInput<"Value">{
      "reading"_s = Schema::type<"Reading">{"device"_s = "d", "day"_s = AWSDate("2030-12-31")}
  };
  EXPECT_EQ(input.toJson(), R"({"device":"d","day":"2030-12-31"})");
}

TEST(Request, WritesBackWhatWasRead) {
  const auto post = Schema::type<"Post">::fromJson(
      R"({"id":"1","title":"x","createdAt":"2030-12-31T12:30:00Z","owner":"me"})"
  );
  EXPECT_EQ(
      posts.update(post).variables(),
      R"({"input":{"title":"x","day":null,"likes":null,"published":null,"status":null,)"
      R"("tags":null,"place":null,"id":"1"}})"
  );
  EXPECT_EQ(posts.delete_(post).variables(), R"({"input":{"id":"1"}})");
  EXPECT_EQ(posts.get(post).variables(), R"({"id":"1"})");
}

TEST(Request, InputsTakeValuesOneByOne) {
  Schema::createInput<"Post"> input{"title"_s = "x"};
  input["likes"_s] = 5;
  input["likes"_s] = 6;
  input["day"_s] = AWSDate("2030-12-31");
  input["place"_s] = Schema::type<"PostPlace">{"lat"_s = 1.5};
  EXPECT_EQ(
      input.toJson(),
      R"({"title":"x","likes":6,"day":"2030-12-31","place":{"lat":1.5,"tree":null}})"
  );
  Schema::createInput<"Post"> other{"title"_s = "x"};
  EXPECT_FALSE(input == other);
}

TEST(Request, GetAndList) {
  EXPECT_EQ(
      posts.get({"id"_s = "1"}, select<"title">()).document(),
      "query($id: ID!) { getPost(id: $id) { title } }"
  );
  const auto request = posts.list(
      {.filter = (field<"title">.beginsWith("H\"") && !field<"published">) ||
                 field<"status"> == "LIVE"_s || !(field<"tags">.contains("a")),
       .limit = 5,
       .nextToken = "n"},
      select<"id", "comments.post.title", "place.*", "comments.text">()
  );
  EXPECT_EQ(
      request.document(),
      "query($filter: ModelPostFilterInput, $limit: Int, $nextToken: String) { listPosts(filter: "
      "$filter, limit: $limit, nextToken: $nextToken) { items { id comments { items { post { title "
      "} text } } place { lat tree { name } } } nextToken } }"
  );
  EXPECT_EQ(
      request.variables(),
      R"({"filter":{"or":[{"or":[{"and":[{"title":{"beginsWith":"H\""}},{"published":{"ne":true}}]},)"
      R"({"status":{"eq":"LIVE"}}]},{"not":{"tags":{"contains":"a"}}}]},"limit":5,"nextToken":"n"})"
  );
}

TEST(Request, EveryComparison) {
  const auto json = [](const Filter<schema, 0, detail::filter_use::filter>& filter) {
    return filter.json();
  };
  EXPECT_EQ(json(field<"likes"> >= 1), R"({"likes":{"ge":1}})");
  EXPECT_EQ(json(field<"likes"> <= 1), R"({"likes":{"le":1}})");
  EXPECT_EQ(json(field<"likes"> < 1), R"({"likes":{"lt":1}})");
  EXPECT_EQ(json(field<"likes"> != 1), R"({"likes":{"ne":1}})");
  EXPECT_EQ(json(field<"likes">.between(1, 2)), R"({"likes":{"between":[1,2]}})");
  EXPECT_EQ(json(field<"title">.notContains("a")), R"({"title":{"notContains":"a"}})");
  EXPECT_EQ(json(field<"day">.attributeExists()), R"({"day":{"attributeExists":true}})");
  EXPECT_EQ(json(field<"title">.size() > 3), R"({"title":{"size":{"gt":3}}})");
  EXPECT_EQ(json(field<"published">), R"({"published":{"eq":true}})");
  EXPECT_EQ(
      json(field<"createdAt"> > AWSDateTime("2030-12-31T12:30:00Z")),
      R"({"createdAt":{"gt":"2030-12-31T12:30:00Z"}})"
  );
  EXPECT_EQ(json(field<"author"> == std::string("me")), R"({"author":{"eq":"me"}})");
}

TEST(Request, ByKey) {
  const auto all = posts.query<"byStatus">(
      field<"status"> == "LIVE"_s && field<"day"> == AWSDate("2030-12-31") &&
          field<"likes">.between(1, 5),
      {.sortDirection = SortDirection::DESC}, select<"id">()
  );
  EXPECT_EQ(
      all.document(),
      "query($status: PostStatus!, $dayLikes: "
      "ModelPostPostsByStatusAndDayAndLikesCompositeKeyConditionInput, $sortDirection: "
      "ModelSortDirection) { byStatus(status: $status, dayLikes: $dayLikes, sortDirection: "
      "$sortDirection) { items { id } nextToken } }"
  );
  EXPECT_EQ(
      all.variables(), R"({"status":"LIVE","dayLikes":{"between":[{"day":"2030-12-31","likes":1},)"
                       R"({"day":"2030-12-31","likes":5}]},"sortDirection":"DESC"})"
  );
  EXPECT_EQ(
      posts.query<"byStatus">(field<"day"> == "2030-12-31" && field<"status"> == "LIVE"_s)
          .variables(),
      R"({"status":"LIVE","dayLikes":{"beginsWith":{"day":"2030-12-31"}}})"
  );
  EXPECT_EQ(
      posts.query<"listPostByTitleAndLikes">(field<"title"> == "x" && field<"likes"> > 1)
          .variables(),
      R"({"title":"x","likes":{"gt":1}})"
  );
  const auto readings = Schema::models<"Reading">.list(
      field<"device"> == "d" && field<"day">.beginsWith("2030"), {.filter = field<"v"> > 0.5},
      select<"v">()
  );
  EXPECT_EQ(
      readings.document(),
      "query($device: ID, $day: ModelStringKeyConditionInput, $filter: ModelReadingFilterInput) { "
      "listReadings(device: $device, day: $day, filter: $filter) { items { v } nextToken } }"
  );
}

TEST(Request, Subscriptions) {
  const auto request = posts.onCreate({.filter = field<"title">.in({"a", "b"})}, select<"id">());
  EXPECT_EQ(
      request.document(),
      "subscription($filter: ModelSubscriptionPostFilterInput) { onCreatePost(filter: $filter) { id "
      "} }"
  );
  EXPECT_EQ(request.variables(), R"({"filter":{"title":{"in":["a","b"]}}})");
  EXPECT_THAT(posts.onUpdate().document(), HasSubstr("subscription { onUpdatePost { title"));
  EXPECT_THAT(posts.onDelete().document(), HasSubstr("onDeletePost"));
}

TEST(Request, OperationsOfTheUser) {
  const auto stats = Schema::queries<"stats">(
      {"who"_s = "me", "since"_s = AWSDate("2030-12-31")}, select<"posts">()
  );
  EXPECT_EQ(
      stats.document(),
      "query($who: String!, $since: AWSDate) { stats(who: $who, since: $since) { posts } }"
  );
  const auto answer = stats.parse(R"({"data":{"stats":[{"posts":5},null]}})");
  ASSERT_TRUE(answer.data);
  EXPECT_EQ((*(*answer.data)[0])["posts"_s], 5);
  EXPECT_FALSE((*answer.data)[1]);
  EXPECT_EQ(Schema::mutations<"hello">().document(), "mutation { hello }");
  EXPECT_EQ(Schema::mutations<"hello">().parse(R"({"data":{"hello":"hi"}})").data, "hi");
  EXPECT_EQ(Schema::subscriptions<"onHello">().document(), "subscription { onHello }");
  const auto notify = Schema::mutations<"notify">();
  EXPECT_EQ(notify.document(), "mutation { notify { success } }");
  EXPECT_TRUE(notify.parse(R"({"data":{"notify":{"success":true}}})").data->success());
}

TEST(Request, Relations) {
  Schema::type<"Post"> post{"id"_s = "p1"};
  const auto comments = post["comments"_s]({.filter = field<"text"> != "", .limit = 3});
  EXPECT_THAT(comments.document(), HasSubstr("{ listComments(limit: $limit, filter: $filter) {"));
  EXPECT_EQ(
      comments.variables(),
      R"({"limit":3,"filter":{"and":[{"postId":{"eq":"p1"}},{"text":{"ne":""}}]}})"
  );
  Schema::type<"Comment"> comment;
  EXPECT_FALSE(comment["post"_s]());
  comment["postId"_s] = "p1";
  const auto request = comment["post"_s](select<"title">());
  ASSERT_TRUE(request);
  EXPECT_EQ(request->document(), "query($id: ID!) { getPost(id: $id) { title } }");
  EXPECT_EQ(request->variables(), R"({"id":"p1"})");
}

TEST(Answer, IsARecordOfTheSelection) {
  const auto request = posts.list(select<"id", "comments.text", "comments.post.title">());
  const auto answer =
      request.parse(R"({"data":{"listPosts":{"items":[{"id":"1","comments":{"items":[{"text":"c",)"
                    R"("post":{"title":"t"}},{"text":null,"post":null}]}}],"nextToken":"n"}}})");
  ASSERT_EQ(answer.data.size(), 1u);
  const auto& post = answer.data[0];
  using Post = std::remove_cvref_t<decltype(post)>;
  static_assert(std::is_same_v<
                Post, Schema::selected<"Post", "id", "comments.text", "comments.post.title">>);
  EXPECT_EQ(post["id"_s], "1");
  ASSERT_EQ(post["comments"_s].size(), 2u);
  EXPECT_EQ(post["comments"_s][0]["text"_s], "c");
  EXPECT_EQ((*post["comments"_s][0]["post"_s])["title"_s], "t");
  EXPECT_FALSE(post["comments"_s][1]["post"_s]);
  EXPECT_EQ(answer.nextToken, "n");
  EXPECT_EQ(Post::fromJson(post.toJson()), post);
}

TEST(Answer, CarriesErrors) {
  const auto request = posts.get({"id"_s = "1"});
  const auto answer = request.parse(
      R"({"data":{"getPost":null},"errors":[{"message":"Not Authorized","errorType":"Unauthorized",)"
      R"("path":["getPost",0,"title"],"errorInfo":{"a":1}},{"message":"x"}]})"
  );
  EXPECT_FALSE(answer.data);
  ASSERT_EQ(answer.errors.size(), 2u);
  EXPECT_EQ(answer.errors[0].message, "Not Authorized");
  EXPECT_EQ(answer.errors[0].errorType, "Unauthorized");
  EXPECT_EQ(answer.errors[0].path, "getPost[0].title");
  EXPECT_EQ(answer.errors[0].errorInfo, R"({"a":1})");
  EXPECT_TRUE(request.parse(R"({"data":null,"errors":[{"message":"x"}]})").errors.size() == 1);
}

TEST(Answer, ThatDoesNotFitIsAnError) {
  const auto request = posts.get({"id"_s = "1"}, select<"title", "comments.text">());
  const auto fault = [&](std::string_view answer) -> std::string {
    try {
      request.parse(answer);
    } catch (const JsonError& error) {
      return error.what();
    }
    return "none";
  };
  EXPECT_EQ(
      fault(R"({"data":{"getPost":{"title":5,"comments":{"items":[{"text":1}]}}}})"),
      "data.getPost.title: is no text\ndata.getPost.comments[0].text: is no text"
  );
  EXPECT_EQ(fault("{}"), "data: is missing");
  EXPECT_EQ(fault(R"({"data":{}})"), "data.getPost: is missing");
  EXPECT_EQ(fault("[]"), "is no object");
  EXPECT_THAT(fault("<html>"), HasSubstr("is no JSON"));
}

}  // namespace
}  // namespace amplify
