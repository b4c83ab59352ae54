// expect-error(1): Post\.title is required and not given add \\"title\\"_s = \.\.\.
// expect-error(2): Post\.id is required and not given add \\"id\\"_s = \.\.\.
// expect-error(3): Reading\.day is required and not given add \\"day\\"_s = \.\.\.
// expect-error(4): Post\.titel create takes no such field did you mean `title`\?
// expect-error(5): Post\.owner update takes no such field
// expect-error(6): Post\.title is no part of the identifier
// expect-error(7): Post\.likes the value is of another type than the field give a whole number of at most 32 bits
// expect-error(8): Post\.content the value is of another type than the field give a text
// expect-error(9): find\.text is required and not given add \\"text\\"_s = \.\.\.
// expect-error(10): find\.limt the operation has no such argument did you mean `limit`\?
// expect-error(11): Post\.comments create takes no such field
// expect-error(12): Post\.title the value is of another type than the field give a text
// expect-error(13): Comment\.post the value is no item that the relation leads to give a record or an identifier of `Post`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/client.hpp>

using namespace amplify;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "content"_s = a.string(),
                    "likes"_s = a.integer(), "comments"_s = a.hasMany("Comment", "postId")
    )
                   .authorization(allow.owner()),
    "Comment"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"))
                      .authorization(allow.owner()),
    "Reading"_s =
        a.model("device"_s = a.id().required(), "day"_s = a.date().required(), "v"_s = a.float_())
            .identifier("device", "day")
            .authorization(allow.owner()),
    "find"_s = a.query()
                   .arguments("text"_s = a.string().required(), "limit"_s = a.integer())
                   .returns(a.string())
                   .authorization(allow.authenticated())
                   .handler(a.handler.function("find"))
);
using Schema = ClientSchema<schema>;

void use();
void use() {
#if AMPLIFY_MUST_NOT_COMPILE == 1
  Schema::createInput<"Post">{"content"_s = "x"};
#elif AMPLIFY_MUST_NOT_COMPILE == 2
  Schema::models<"Post">.update({"content"_s = "x"});
#elif AMPLIFY_MUST_NOT_COMPILE == 3
  Schema::identifier<"Reading">{"device"_s = "d"};
#elif AMPLIFY_MUST_NOT_COMPILE == 4
  Schema::models<"Post">.create({"title"_s = "x", "titel"_s = "x"});
#elif AMPLIFY_MUST_NOT_COMPILE == 5
  Schema::models<"Post">.update({"id"_s = "1", "owner"_s = "me"});
#elif AMPLIFY_MUST_NOT_COMPILE == 6
  Schema::models<"Post">.delete_({"id"_s = "1", "title"_s = "x"});
#elif AMPLIFY_MUST_NOT_COMPILE == 7
  Schema::models<"Post">.create({"title"_s = "x", "likes"_s = 1.5});
#elif AMPLIFY_MUST_NOT_COMPILE == 8
  Schema::createInput<"Post"> input{"title"_s = "x"};
  input["content"_s] = true;
#elif AMPLIFY_MUST_NOT_COMPILE == 9
  Schema::queries<"find">();
#elif AMPLIFY_MUST_NOT_COMPILE == 10
  Schema::queries<"find">({"text"_s = "x", "limt"_s = 5});
#elif AMPLIFY_MUST_NOT_COMPILE == 11
  Schema::models<"Post">.create({"title"_s = "x", "comments"_s = 5});
#elif AMPLIFY_MUST_NOT_COMPILE == 12
  Schema::models<"Post">.create({"title"_s = nullptr});
#elif AMPLIFY_MUST_NOT_COMPILE == 13
  Schema::models<"Comment">.create({"post"_s = Schema::type<"Comment">()});
#else
  Schema::createInput<"Post"> input{"title"_s = "x"};
  Schema::models<"Comment">.create({"post"_s = Schema::type<"Post">()});
  input["content"_s] = nullptr;
  Schema::models<"Post">.create({"title"_s = "x", "likes"_s = 5});
  Schema::models<"Post">.update({"id"_s = "1", "content"_s = nullptr});
  Schema::models<"Reading">.get({"device"_s = "d", "day"_s = AWSDate("2030-12-31")});
  Schema::queries<"find">({"text"_s = "x"});
#endif
}
