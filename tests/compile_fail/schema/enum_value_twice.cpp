// expect-error: invalid_schema<.*"Post\.status".*`DRAFT` is listed twice
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("status"_s = a.enumeration("DRAFT", "LIVE", "DRAFT"))
                       .authorization(allow.owner())
    );
#else
    a.schema(
        "Post"_s = a.model("status"_s = a.enumeration("DRAFT", "LIVE")).authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
