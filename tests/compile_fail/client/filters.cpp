// expect-error(1): Post\.titel the model has no such field did you mean `title`\?
// expect-error(2): Post\.likes has no comparison `beginsWith` use eq, ne, lt, le, gt, ge or between
// expect-error(3): Post\.likes is compared with something of another type compare it with a whole number
// expect-error(4): Post\.published has no comparison `gt` there are eq and ne
// expect-error(5): Post\.status is compared with something of another type compare it with one of its values, as in \\"VALUE\\"_s
// expect-error(6): Post\.comments has no place here filter by scalars and enums
// expect-error(7): Post\.id has no place here conditions are about scalars and enums but the key
// expect-error(8): Post filters of subscriptions have no `not` compare with ne, notContains or notIn
// expect-error(9): Post\.title has no comparison `in`
// expect-error(10): Post\.title is compared with something of another type compare it with a text
// expect-error(11): Post\.team has no place here filter by scalars and enums that no rule is about
// expect-error(12): Post\.day is compared with something of another type compare it with a text
// expect-error(13): Post\.status is compared with something of another type compare it with one of its values, as in \\"VALUE\\"_s
// SPDX-License-Identifier: Apache-2.0
#include <amplify/client.hpp>

using namespace amplify;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "likes"_s = a.integer(),
                    "published"_s = a.boolean(), "status"_s = a.enumeration("DRAFT", "LIVE"),
                    "day"_s = a.date(), "team"_s = a.string(),
                    "comments"_s = a.hasMany("Comment", "postId")
    )
                   .authorization(allow.owner(), allow.groupDefinedIn("team")),
    "Comment"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"))
                      .authorization(allow.owner())
);
using Schema = ClientSchema<schema>;
constexpr auto posts = Schema::models<"Post">;

void use();
void use() {
#if AMPLIFY_MUST_NOT_COMPILE == 1
  posts.list({.filter = field<"titel"> == "x"});
#elif AMPLIFY_MUST_NOT_COMPILE == 2
  posts.list({.filter = field<"likes">.beginsWith("x")});
#elif AMPLIFY_MUST_NOT_COMPILE == 3
  posts.list({.filter = field<"title"> == "x" && field<"likes"> > 1.5});
#elif AMPLIFY_MUST_NOT_COMPILE == 4
  posts.list({.filter = field<"published"> > true});
#elif AMPLIFY_MUST_NOT_COMPILE == 5
  posts.list({.filter = field<"status"> == "LIVE"});
#elif AMPLIFY_MUST_NOT_COMPILE == 6
  posts.list({.filter = field<"comments"> == "x"});
#elif AMPLIFY_MUST_NOT_COMPILE == 7
  posts.delete_({"id"_s = "1"}, {.condition = field<"id"> == "1"});
#elif AMPLIFY_MUST_NOT_COMPILE == 8
  posts.onCreate({.filter = !(field<"title"> == "x")});
#elif AMPLIFY_MUST_NOT_COMPILE == 9
  posts.list({.filter = field<"title">.in({"x"})});
#elif AMPLIFY_MUST_NOT_COMPILE == 10
  posts.list({.filter = field<"title"> == 5});
#elif AMPLIFY_MUST_NOT_COMPILE == 11
  posts.onCreate({.filter = field<"team"> == "x"});
#elif AMPLIFY_MUST_NOT_COMPILE == 12
  posts.list({.filter = field<"day"> == AWSTime("12:30")});
#elif AMPLIFY_MUST_NOT_COMPILE == 13
  posts.list({.filter = field<"status"> == "LIV"_s});
#else
  posts.list({.filter = field<"title">.beginsWith("H") && !field<"published">});
  posts.list({.filter = field<"likes"> > 5 || field<"status"> == "LIVE"_s});
  posts.list({.filter = field<"day"> == AWSDate("2030-12-31") && field<"title">.size() > 3});
  posts.delete_({"id"_s = "1"}, {.condition = field<"title"> == "x"});
  posts.onCreate({.filter = field<"title">.in({"x"}) && !field<"published">});
#endif
}
