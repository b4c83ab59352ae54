// SPDX-License-Identifier: Apache-2.0
// Prints a schema and requests to its API, as JSON: the schema for AppSync, the introspection, and
// each request's document and variables under the name of the same call in client/calls.mjs.
#include "data/graphql_schema.hpp"
#include "data/introspection.hpp"
#include "schema/lower.hpp"

#include <amplify/client.hpp>

#include <nlohmann/json.hpp>

#include <iostream>

namespace {

using namespace amplify;
using Json = nlohmann::ordered_json;

constexpr auto schema =
    a.schema(
         "Post"_s =
             a.model(
                  "title"_s = a.string().required(), "day"_s = a.date(), "likes"_s = a.integer(),
                  "score"_s = a.float_(), "published"_s = a.boolean(), "seen"_s = a.timestamp(),
                  "status"_s = a.enumeration("DRAFT", "LIVE"), "level"_s = a.ref("Level"),
                  "tags"_s = a.string().array(), "data"_s = a.json(),
                  "place"_s = a.customType(
                      "lat"_s = a.float_(), "where"_s = a.customType("city"_s = a.string())
                  ),
                  "comments"_s = a.hasMany("Comment", "postId"),
                  "cover"_s = a.hasOne("Cover", "postId")
             )
                 .secondaryIndexes(
                     a.index("status").sortKeys("day", "likes").queryField("byStatus"),
                     a.index("title").sortKeys("likes")
                 )
                 .authorization(allow.owner(), allow.publicApiKey()),
         "Comment"_s = a.model(
             "text"_s = a.string(), "postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId")
         ),
         "Cover"_s = a.model(
             "url"_s = a.url(), "postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId")
         ),
         "Reading"_s = a.model(
                            "device"_s = a.id().required(), "day"_s = a.date().required(),
                            "hour"_s = a.integer().required(), "value"_s = a.float_()
         )
                           .identifier("device", "day", "hour"),
         "Person"_s = a.model("name"_s = a.string().required(), "at"_s = a.datetime().required())
                          .identifier("name", "at"),
         "Memo"_s = a.model("text"_s = a.string()).softDelete(),
         "Visit"_s = a.model("room"_s = a.id().required(), "day"_s = a.date().required())
                         .identifier("room", "day")
                         .softDelete(),
         "Level"_s = a.enumeration("LOW", "HIGH"),
         "Stats"_s = a.customType("posts"_s = a.integer().required(), "level"_s = a.ref("Level")),
         "stats"_s = a.query()
                         .arguments(
                             "who"_s = a.string().required(), "since"_s = a.date(),
                             "levels"_s = a.ref("Level").array()
                         )
                         .returns(a.ref("Stats").array())
                         .handler(a.handler.function("stats")),
         "hello"_s = a.query().returns(a.string()).handler(a.handler.function("hello")),
         "publish"_s = a.mutation()
                           .arguments("id"_s = a.id().required())
                           .returns(a.ref("Post"))
                           .handler(a.handler.function("publish")),
         "onPublish"_s =
             a.subscription()
                 .for_(a.ref("publish"))
                 .handler(a.handler.custom({.entry = "./on-publish.js"}))
    )
        .authorization(allow.publicApiKey());
using Schema = ClientSchema<schema>;

Json requests() {
  Json all = Json::object();
  const auto add = [&](const char* name, const GraphQLRequest& request) {
    all[name] = {{"document", request.document()}, {"variables", Json::parse(request.variables())}};
  };
  constexpr auto posts = Schema::models<"Post">;
  constexpr auto readings = Schema::models<"Reading">;
  add("create", posts.create({"title"_s = "x"}));
  add("create everything",
      posts.create(
          {"title"_s = "x", "day"_s = AWSDate("2030-12-31"), "likes"_s = 5, "score"_s = 0.5,
           "published"_s = true, "seen"_s = AWSTimestamp(1700000000), "status"_s = "LIVE"_s,
           "level"_s = "HIGH"_s, "tags"_s = {"a", "b"}, "data"_s = AWSJSON("{\"a\":1}"),
           "place"_s =
               Schema::type<"PostPlace">{
                   "lat"_s = 1.5, "where"_s = Schema::type<"PostPlaceWhere">{"city"_s = "Ulm"}
               }}
      ));
  add("create, of an item",
      Schema::models<"Comment">.create(
          {"text"_s = "x", "post"_s = Schema::type<"Post">{"id"_s = "1", "title"_s = "y"}}
      ));
  add("create, selected", posts.create({"title"_s = "x"}, select<"id", "place.*", "comments.*">()));
  add("update", posts.update({"id"_s = "1", "likes"_s = nullptr, "title"_s = "y"}));
  add("delete", posts.delete_({"id"_s = "1"}));
  add("get", posts.get({"id"_s = "1"}));
  add("get, selected",
      posts.get(
          {"id"_s = "1"},
          select<"title", "comments.text", "comments.post.title", "cover.url", "place.where.city">()
      ));
  add("get by several keys",
      readings.get({"device"_s = "d", "day"_s = AWSDate("2030-12-31"), "hour"_s = 5}));
  add("list", posts.list());
  add("list, limited", posts.list({.limit = 5, .nextToken = "n"}));
  add("list, filtered",
      posts.list(
          {.filter = (field<"title">.beginsWith("H") && !field<"published">) ||
                     field<"status"> == "LIVE"_s || !(field<"likes">.between(1, 5))},
          select<"id">()
      ));
  add("list by sort keys",
      readings.list(
          field<"device"> == "d" && field<"day"> == AWSDate("2030-12-31") && field<"hour"> > 5,
          {.sortDirection = SortDirection::DESC}
      ));
  add("list by a sort key",
      Schema::models<"Person">.list(field<"name"> == "Ann" && field<"at">.beginsWith("2030")));
  add("query", posts.query<"byStatus">(field<"status"> == "LIVE"_s));
  add("query by sort keys",
      posts.query<"byStatus">(
          field<"status"> == "LIVE"_s && field<"day"> == AWSDate("2030-12-31") &&
              field<"likes">.between(1, 5),
          {.filter = field<"published">, .limit = 3}
      ));
  add("query by a sort key",
      posts.query<"listPostByTitleAndLikes">(field<"title"> == "x" && field<"likes"> >= 5));
  add("query of an operation",
      Schema::queries<"stats">(
          {"who"_s = "me", "since"_s = AWSDate("2030-12-31"), "levels"_s = {"LOW"_s}}
      ));
  add("query of an operation without arguments", Schema::queries<"hello">());
  add("mutation of an operation", Schema::mutations<"publish">({"id"_s = "1"}));
  add("restore", Schema::models<"Memo">.restore({"id"_s = "1"}));
  add("purge, by several keys",
      Schema::models<"Visit">.purge({"room"_s = "r", "day"_s = AWSDate("2030-12-31")}));
  add("relation to many", Schema::type<"Post">{"id"_s = "1"}["comments"_s]());
  add("relation to one", *Schema::type<"Comment">{"postId"_s = "1"}["post"_s]());
  add("onCreate", posts.onCreate());
  add("onUpdate, filtered",
      posts.onUpdate({.filter = field<"title">.in({"a", "b"}) && field<"likes"> > 5}));
  add("onDelete, selected", posts.onDelete(select<"id">()));
  add("subscription of an operation", Schema::subscriptions<"onPublish">());
  return all;
}

/// For which Amplify's client has no call.
Json requests_of_our_own() {
  Json all = Json::object();
  const auto request = Schema::models<"Memo">.listDeleted(
      {.filter = field<"text">.beginsWith("H"), .limit = 5}, select<"id", "deletedAt">()
  );
  all["listDeleted"] = {
      {"document", request.document()}, {"variables", Json::parse(request.variables())}
  };
  return all;
}

}  // namespace

int main() {
  const ir::Definition definition = detail::lower(schema.view());
  const Json json = {
      {"schema", graphql::print(appsync::graphql_schema(definition, ir::Provider::apiKey))},
      {"introspection", Json::parse(appsync::model_introspection(definition))},
      {"requests", requests()},
      {"requestsOfOurOwn", requests_of_our_own()},
  };
  std::cout << json.dump() << "\n";
}
