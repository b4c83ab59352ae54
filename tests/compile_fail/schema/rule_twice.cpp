// expect-error: invalid_schema<.*"Post\.authorization".*allow\.owner\(\) is listed twice
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string()).authorization(allow.owner(), allow.owner().to("read"))
    );
#else
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string()).authorization(allow.owner(), allow.authenticated())
    );
#endif
using Schema = ClientSchema<schema>;
