// expect-error: invalid_schema<.*"Post\.authorization".*`read` includes `get`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string()).authorization(allow.publicApiKey().to("read", "get"))
    );
#else
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string()).authorization(allow.publicApiKey().to("get", "list"))
    );
#endif
using Schema = ClientSchema<schema>;
