// expect-error: invalid_schema<.*"Post\.id".*a\.boolean\(\) is no key
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("id"_s = a.boolean().required()).authorization(allow.owner()));
#else
    a.schema("Post"_s = a.model("id"_s = a.integer().required()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
