// expect-error: invalid_schema<.*"Post\.x".*`192.0.2.256` is no default
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model("x"_s = a.ipAddress().defaultTo("192.0.2.256")).authorization(allow.owner())
    );
#else
    a.schema(
        "Post"_s =
            a.model("x"_s = a.ipAddress().defaultTo("192.0.2.1")).authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
