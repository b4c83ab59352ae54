// expect-error(1): Post\.titel did you mean `title`\? there are: title, content, likes, status,
// levels, place expect-error(1): Pots did you mean `Post`\? there are: Post expect-error(2):
// the_enum_has_no_such_value expect-error(3): the_enum_has_no_such_value expect-error(4): (no match
// for|no viable overloaded).*= expect-error(5): (no match for|no viable overloaded).*=
// expect-error(6): cannot convert|assigning to .int. from incompatible type
// expect-error(7): (no match for|no viable overloaded).*=
// expect-error(8): (no match for|no viable overloaded).*=
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "content"_s = a.string(),
                    "likes"_s = a.integer().required(), "status"_s = a.enumeration("DRAFT", "LIVE"),
                    "levels"_s = a.ref("Level").required().array(),
                    "place"_s = a.customType("lat"_s = a.float_())
    )
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
#else
  post["title"_s] = "x";
  post["content"_s] = std::nullopt;
  post["status"_s] = "LIVE";
  post["levels"_s].emplace();
  post["levels"_s]->push_back("LOW");
  static_cast<void>(post["status"_s] == "LIVE");
#endif
}
