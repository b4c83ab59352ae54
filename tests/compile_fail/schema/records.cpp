// expect-error(1): Post\.titel did you mean `title`\? there are: title, content, likes, status, levels, place, day, replies
// expect-error(1): Pots did you mean `Post`\? there are: Post, Reply, Level
// expect-error(2): the_enum_has_no_such_value
// expect-error(3): the_enum_has_no_such_value
// expect-error(4): (no match for|no viable overloaded).*=
// expect-error(5): (no match for|no viable overloaded).*=|discards qualifiers
// expect-error(6): cannot convert|assigning to .int. from incompatible type
// expect-error(7): (no match for|no viable overloaded).*=
// expect-error(8): (no match for|no viable overloaded).*=
// expect-error(9): the_text_has_not_the_format_of_this_scalar
// expect-error(10): (no match for|no viable overloaded).*=
// expect-error(11): Post\.titel did you mean `title`\?
// expect-error(12): Post\.likes the value is of another type than the field give a whole number of at most 32 bits
// expect-error(12): Post\.content the value is of another type than the field give a text
// expect-error(12): Post\.day the value is of another type than the field write AWSDate\(\\"2030-12-31\\"\)
// expect-error(12): Post\.status the value is of another type than the field write the value as \\"VALUE\\"_s
// expect-error(12): Post\.levels the value is of another type than the field give a list, as a std::vector or in braces
// expect-error(12): Post\.place the value is of another type than the field give a Schema::type of the custom type
// expect-error(13): the_enum_has_no_such_value
// expect-error(14): [Ii]ncomplete type|implicit instantiation of undefined template 'amplify::Relation
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "content"_s = a.string(),
                    "likes"_s = a.integer().required(), "status"_s = a.enumeration("DRAFT", "LIVE"),
                    "levels"_s = a.ref("Level").required().array(),
                    "place"_s = a.customType("lat"_s = a.float_()), "day"_s = a.date(),
                    "replies"_s = a.hasMany("Reply", "postId")
    )
                   .authorization(allow.owner()),
    "Reply"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"))
                    .authorization(allow.owner()),
    "Level"_s = a.enumeration("LOW", "HIGH")
);
using Schema = ClientSchema<schema>;

void use();
void use() {
  Schema::type<"Post"> post;
#if AMPLIFY_MUST_NOT_COMPILE == 1
  post["titel"_s] = "x";
  Schema::type<"Pots"> pots;
  pots["title"_s] = "x";
#elif AMPLIFY_MUST_NOT_COMPILE == 2
  post["status"_s] = "LIV";
#elif AMPLIFY_MUST_NOT_COMPILE == 3
  static_cast<void>(post["status"_s] == "live");
#elif AMPLIFY_MUST_NOT_COMPILE == 4
  post["owner"_s] = "me";
#elif AMPLIFY_MUST_NOT_COMPILE == 5
  post["createdAt"_s] = "2030-12-31T12:30:00Z";
#elif AMPLIFY_MUST_NOT_COMPILE == 6
  post["likes"_s] = std::nullopt;
#elif AMPLIFY_MUST_NOT_COMPILE == 7
  post["content"_s] = 5;
#elif AMPLIFY_MUST_NOT_COMPILE == 8
  post["place"_s] = 5;
#elif AMPLIFY_MUST_NOT_COMPILE == 9
  post["day"_s] = AWSDate("2030-02-30");
#elif AMPLIFY_MUST_NOT_COMPILE == 10
  post["day"_s] = AWSTime("12:30");
#elif AMPLIFY_MUST_NOT_COMPILE == 11
  post = {"titel"_s = "x"};
#elif AMPLIFY_MUST_NOT_COMPILE == 12
  post = {"likes"_s = 5L};
  post = {"content"_s = 5};
  post = {"day"_s = "2030-12-31"};
  post = {"status"_s = "LIVE"};
  post = {"levels"_s = "LOW"_s};
  post = {"place"_s = 5};
#elif AMPLIFY_MUST_NOT_COMPILE == 13
  post = {"status"_s = "LIV"_s};
#elif AMPLIFY_MUST_NOT_COMPILE == 14
  post["replies"_s]();
#else
  post = {"title"_s = "x", "status"_s = "LIVE"_s, "day"_s = AWSDate("2030-12-31")};
  post["title"_s] = "x";
  post["content"_s] = std::nullopt;
  post["status"_s] = "LIVE";
  post["levels"_s].emplace();
  post["levels"_s]->push_back("LOW");
  static_cast<void>(post["status"_s] == "LIVE");
#endif
}
