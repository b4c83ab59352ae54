// expect-error: invalid_schema<.*"Post\.authorization".*`identitypool` is no provider
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string()).authorization(allow.authenticated("identitypool"))
    );
#else
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string()).authorization(allow.authenticated("identityPool"))
    );
#endif
using Schema = ClientSchema<schema>;
