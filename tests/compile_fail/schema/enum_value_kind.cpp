// expect-error: a\.enumeration\(\.\.\.\): the values are strings
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("status"_s = a.enumeration(1, 2)).authorization(allow.owner()));
#else
    a.schema("Post"_s = a.model("status"_s = a.enumeration("A")).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
