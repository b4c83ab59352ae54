// expect-error: invalid_schema<.*"a\.schema\(\.\.\.\)".*has no models
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema();
#else
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
