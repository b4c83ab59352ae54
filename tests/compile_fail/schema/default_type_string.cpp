// expect-error: defaultTo\(\.\.\.\): the default of this field is a string
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("x"_s = a.string().defaultTo(5)).authorization(allow.owner()));
#else
    a.schema("Post"_s = a.model("x"_s = a.string().defaultTo("5")).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
