// expect-error: defaultTo\(\.\.\.\): a list has no default
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("x"_s = a.string().array().defaultTo("a")).authorization(allow.owner())
    );
#else
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
