// SPDX-License-Identifier: Apache-2.0
#include <amplify/client.hpp>

#include <string>

namespace {

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
// [schema]
constexpr auto schema = a.schema(
    "Post"_s = a.model(
        "title"_s     = a.string().required(),
        "published"_s = a.boolean(),
        "status"_s    = a.enumeration("DRAFT", "LIVE"),
        "day"_s       = a.date(),
        "comments"_s  = a.hasMany("Comment", "postId")
    ).secondaryIndexes(a.index("status").sortKeys("day").queryField("postsByStatus")),
    "Comment"_s = a.model(
        "text"_s   = a.string(),
        "postId"_s = a.id(),
        "post"_s   = a.belongsTo("Post", "postId")
    ),
    "publish"_s = a.mutation()
        .arguments("id"_s = a.id().required())
        .returns(a.ref("Post"))
        .handler(a.handler.function("publish"))
).authorization(allow.authenticated());

using Schema = ClientSchema<schema>;
// [/schema]
// clang-format on

using Send = std::string (*)(const std::string& body);

// [requests]
void example(Send send) {
  constexpr auto posts = Schema::models<"Post">;

  const auto creation = posts.create({"title"_s = "Hello", "status"_s = "LIVE"_s});
  const auto created = creation.parse(send(creation.body()));
  if (!created.data) return;

  const auto search = posts.list(
      {.filter = field<"title">.beginsWith("H") && !field<"published">, .limit = 20},
      select<"id", "title", "comments.text">()
  );
  for (const auto& post : search.parse(send(search.body())).data)
    for (const auto& comment : post["comments"_s])
      send(comment["text"_s].value_or("(empty)"));

  const auto live = posts.query<"postsByStatus">(
      field<"status"> == "LIVE"_s && field<"day"> >= AWSDate("2030-01-01"),
      {.sortDirection = SortDirection::DESC}
  );
  send(live.body());

  posts.update({"id"_s = (*created.data)["id"_s], "day"_s = nullptr});
  posts.delete_({"id"_s = "1"}, {.condition = field<"status"> == "DRAFT"_s});
  posts.onCreate({.filter = field<"title">.in({"Hello", "World"})});
  Schema::mutations<"publish">({"id"_s = "1"}, select<"title">());

  // What the record refers to:
  send((*created.data)["comments"_s]({.limit = 10}).body());
}
// [/requests]

}  // namespace

void use(Send send);
void use(Send send) { example(send); }
