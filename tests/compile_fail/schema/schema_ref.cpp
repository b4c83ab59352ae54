// expect-error: the_schema_is_invalid_and_ClientSchema_of_it_says_why
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("title"_s = a.string()));
#else
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.owner()));
#endif

struct Props {
  SchemaRef schema{};
};
extern const Props data;
const Props data{.schema = schema};
