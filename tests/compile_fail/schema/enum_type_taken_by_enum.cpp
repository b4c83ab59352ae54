// expect-error: invalid_schema<.*"PostTag\.kind".*the type `PostTagKind`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model("tagKind"_s = a.enumeration("A")).authorization(allow.owner()),
        "PostTag"_s = a.model("kind"_s = a.enumeration("A")).authorization(allow.owner())
    );
#else
    a.schema(
        "Post"_s = a.model("tagKind"_s = a.enumeration("A")).authorization(allow.owner()),
        "PostTag"_s = a.model("sort"_s = a.enumeration("A")).authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
