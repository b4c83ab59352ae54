// expect-error: invalid_schema<.*"Post\.x".*`2023-02-29` is no default
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("x"_s = a.date().defaultTo("2023-02-29")).authorization(allow.owner())
    );
#else
    a.schema(
        "Post"_s = a.model("x"_s = a.date().defaultTo("2024-02-29")).authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
