// expect-error: invalid_schema<.*"Post\.updatedAt".*the API keeps a date and time here
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("updatedAt"_s = a.datetime().array()).authorization(allow.owner()));
#else
    a.schema("Post"_s = a.model("updatedAt"_s = a.datetime()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
