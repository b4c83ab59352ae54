// expect-error: invalid_schema<.*"Post\.id".*an enum is no key
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("id"_s = a.enumeration("A", "B")).authorization(allow.owner()));
#else
    a.schema("Post"_s = a.model("id"_s = a.id()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
