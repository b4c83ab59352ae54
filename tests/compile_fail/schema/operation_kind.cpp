// expect-error: \.to\(\.\.\.\): an operation is a string
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.guest().to(5)));
#else
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.guest().to("read")));
#endif
using Schema = ClientSchema<schema>;
