// expect-error(1): Post\.titel there is no such field did you mean `title`\?
// expect-error(2): Post\.comments has fields of its own select them, as in \\"comments\.\*\\"
// expect-error(3): Post\.title has no fields select \\"title\\"
// expect-error(4): Comment\.texd there is no such field did you mean `text`\?
// expect-error(5): Post\.content is not part of the selection add it to select<\.\.\.>
// expect-error(6): Post has no `list` remove it from \.disableOperations\(\.\.\.\)
// expect-error(7): Post\.byTitle no index of the model has this query name it by \.queryField\(\\"byTitle\\"\)
// expect-error(8): Post\.title the partition key is compared by == add it to the condition
// expect-error(9): Post\.day a sort key before it is not compared compare the sort keys in order
// expect-error(10): Post\.content is no part of the key move it to \.filter
// expect-error(11): Post the condition of a key is comparisons joined by && move the rest to \.filter
// expect-error(12): Post\.likes is compared with something of another type compare it with a whole number
// expect-error(13): stat did you mean `stats`\? there are: stats
// expect-error(14): Pots did you mean `Post`\? there are: Post, Comment
// expect-error(15): Post\.day only the last sort key is compared otherwise than by == move the rest to \.filter
// expect-error(16): Post keeps no deleted items add \.softDelete\(\) to the model
// SPDX-License-Identifier: Apache-2.0
#include <amplify/client.hpp>

using namespace amplify;

constexpr auto schema = a.schema(
    "Post"_s =
        a.model(
             "title"_s = a.string().required(), "content"_s = a.string(), "likes"_s = a.integer(),
             "day"_s = a.date(), "comments"_s = a.hasMany("Comment", "postId")
        )
            .secondaryIndexes(
                a.index("title").sortKeys("day", "likes"),
                a.index("title").sortKeys("likes", "day").name("other").queryField("other")
            )
            .disableOperations("list")
            .authorization(allow.owner()),
    "Comment"_s =
        a.model(
             "postId"_s = a.id(), "text"_s = a.string(), "post"_s = a.belongsTo("Post", "postId")
        )
            .authorization(allow.owner()),
    "stats"_s = a.query()
                    .returns(a.string())
                    .authorization(allow.authenticated())
                    .handler(a.handler.function("stats"))
);
using Schema = ClientSchema<schema>;
constexpr auto posts = Schema::models<"Post">;

void use();
void use() {
#if AMPLIFY_MUST_NOT_COMPILE == 1
  posts.get({"id"_s = "1"}, select<"id", "titel">());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
  posts.get({"id"_s = "1"}, select<"comments">());
#elif AMPLIFY_MUST_NOT_COMPILE == 3
  posts.get({"id"_s = "1"}, select<"title.x">());
#elif AMPLIFY_MUST_NOT_COMPILE == 4
  posts.get({"id"_s = "1"}, select<"comments.texd">());
#elif AMPLIFY_MUST_NOT_COMPILE == 5
  Schema::selected<"Post", "id", "title"> post;
  post["content"_s] = "x";
#elif AMPLIFY_MUST_NOT_COMPILE == 6
  posts.list();
#elif AMPLIFY_MUST_NOT_COMPILE == 7
  posts.query<"byTitle">(field<"title"> == "x");
#elif AMPLIFY_MUST_NOT_COMPILE == 8
  posts.query<"other">(field<"title"> > "x");
#elif AMPLIFY_MUST_NOT_COMPILE == 9
  posts.query<"listPostByTitleAndDayAndLikes">(field<"title"> == "x" && field<"likes"> == 1);
#elif AMPLIFY_MUST_NOT_COMPILE == 10
  posts.query<"other">(field<"title"> == "x" && field<"content"> == "x");
#elif AMPLIFY_MUST_NOT_COMPILE == 11
  posts.query<"other">(field<"title"> == "x" || field<"title"> == "y");
#elif AMPLIFY_MUST_NOT_COMPILE == 12
  posts.query<"other">(field<"title"> == "x" && field<"likes"> == "y");
#elif AMPLIFY_MUST_NOT_COMPILE == 13
  Schema::queries<"stat">();
#elif AMPLIFY_MUST_NOT_COMPILE == 14
  Schema::models<"Pots">.list();
#elif AMPLIFY_MUST_NOT_COMPILE == 15
  posts.query<"listPostByTitleAndDayAndLikes">(
      field<"title"> == "x" && field<"day"> > "2030" && field<"likes"> == 1
  );
#elif AMPLIFY_MUST_NOT_COMPILE == 16
  posts.restore({"id"_s = "1"});
#else
  posts.get({"id"_s = "1"}, select<"id", "title", "comments.*", "comments.post.title">());
  Schema::selected<"Post", "id", "title"> post;
  post["title"_s] = "x";
  posts.query<"other">(field<"title"> == "x" && field<"likes"> >= 5);
  Schema::queries<"stats">();
#endif
}
