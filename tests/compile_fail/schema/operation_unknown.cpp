// expect-error: invalid_schema<.*"Post\.authorization".*`raed` is no operation.*did you mean `read`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("title"_s = a.string()).authorization(allow.publicApiKey().to("raed"))
    );
#else
    a.schema(
        "Post"_s = a.model("title"_s = a.string()).authorization(allow.publicApiKey().to("read"))
    );
#endif
using Schema = ClientSchema<schema>;
