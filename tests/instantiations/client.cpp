// SPDX-License-Identifier: Apache-2.0
// One use of each kind of request.
#include <amplify/client.hpp>

using namespace amplify;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "likes"_s = a.integer(),
                    "status"_s = a.enumeration("DRAFT", "LIVE"),
                    "comments"_s = a.hasMany("Comment", "postId")
    )
                   .secondaryIndexes(a.index("status").sortKeys("likes").queryField("byStatus"))
                   .authorization(allow.owner()),
    "Comment"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"))
                      .authorization(allow.owner())
);
using Schema = ClientSchema<schema>;

int main() {
  constexpr auto posts = Schema::models<"Post">;
  const auto request = posts.list(
      {.filter = field<"title">.beginsWith("H") && field<"likes"> > 5},
      select<"id", "comments.post.title">()
  );
  Schema::createInput<"Post"> input{"title"_s = "x", "status"_s = "LIVE"_s};
  input["likes"_s] = 5;
  posts.create(input);
  posts.update({"id"_s = "1", "likes"_s = nullptr}, {.condition = field<"likes"> > 5});
  posts.query<"byStatus">(field<"status"> == "LIVE"_s && field<"likes"> > 5);
  return request.parse("{}").data.empty() ? 0 : 1;
}
