// expect-error: invalid_schema<.*"Post\.owner".*allow\.owner\(\) keeps a text here
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("owner"_s = a.integer()).authorization(allow.owner()));
#else
    a.schema("Post"_s = a.model("owner"_s = a.string()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
