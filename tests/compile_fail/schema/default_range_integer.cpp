// expect-error: invalid_schema<.*"Post\.x".*the default 2147483648 has more
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("x"_s = a.integer().defaultTo(2147483648)).authorization(allow.owner())
    );
#else
    a.schema(
        "Post"_s = a.model("x"_s = a.integer().defaultTo(2147483647)).authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
