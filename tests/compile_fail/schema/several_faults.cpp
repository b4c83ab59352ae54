// expect-error: "Post\.title".*twice.*"Post\.day".*no default.*"Comment".*has no rules
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model(
                        "title"_s = a.string(), "title"_s = a.string(),
                        "day"_s = a.date().defaultTo("today")
        )
                       .authorization(allow.owner()),
        "Comment"_s = a.model("text"_s = a.string())
    );
#else
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
