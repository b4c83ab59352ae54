// expect-error: invalid_schema<.*"Post\.status".*`in review` is no name in GraphQL
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("status"_s = a.enumeration("in review")).authorization(allow.owner())
    );
#else
    a.schema(
        "Post"_s = a.model("status"_s = a.enumeration("in_review")).authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
