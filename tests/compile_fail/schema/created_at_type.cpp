// expect-error: invalid_schema<.*"Post\.createdAt".*the API keeps a date and time here
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("createdAt"_s = a.integer()).authorization(allow.owner()));
#else
    a.schema("Post"_s = a.model("createdAt"_s = a.datetime()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
