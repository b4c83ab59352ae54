// expect-error: Post\.authorization `raed` is no operation did you mean `read`\?
// expect-error: Post\.day `today` is no default of a\.date\(\) write it as `2030-12-31`
// SPDX-License-Identifier: Apache-2.0
// What README.md shows.
#include <amplify/schema.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
// clang-format off: a definition reads best with a line for each entry
// [misuse]
constexpr auto schema = a.schema(
    "Post"_s = a.model(
        "title"_s = a.string(),
        "day"_s = a.date().defaultTo("today")
    ).authorization(allow.owner(), allow.publicApiKey().to("raed"))
);
using Schema = ClientSchema<schema>;
// [/misuse]
// clang-format on
#endif
