// expect-error: invalid_schema<.*"Post\.authorization".*`read` is listed twice
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string()).authorization(allow.publicApiKey().to("read", "read"))
    );
#else
    a.schema(
        "Post"_s = a.model("title"_s = a.string()).authorization(allow.publicApiKey().to("read"))
    );
#endif
using Schema = ClientSchema<schema>;
