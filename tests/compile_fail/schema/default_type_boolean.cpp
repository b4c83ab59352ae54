// expect-error: defaultTo\(\.\.\.\): the default of a\.boolean\(\) is true or false
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("x"_s = a.boolean().defaultTo("true")).authorization(allow.owner())
    );
#else
    a.schema("Post"_s = a.model("x"_s = a.boolean().defaultTo(true)).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
