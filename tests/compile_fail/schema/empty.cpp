// expect-error(1): a\.schema\(\.\.\.\) has no models or operations add some, as a\.model\(\.\.\.\)
// expect-error(2): a\.schema\(\.\.\.\) has no models or operations add some, as a\.model\(\.\.\.\)
// expect-error(3): Post has no fields declare one, as in a\.string\(\)
// expect-error(3): Note has no rules, so nobody may use it add \.authorization\(allow\.owner\(\)\) or another rule
// expect-error(3): Tag has no rules, so nobody may use it add \.authorization\(allow\.owner\(\)\) or another rule
// expect-error(3): Box has no fields declare one, as in a\.string\(\)
// expect-error(3): Level the enum has no values write them, as in a\.enumeration\(`DRAFT`, `LIVE`\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema();
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema("Level"_s = a.enumeration("LOW"), "Box"_s = a.customType("w"_s = a.float_()));
#elif AMPLIFY_MUST_NOT_COMPILE == 3
    a.schema(
        "Post"_s = a.model().authorization(allow.owner()), "Note"_s = a.model("a"_s = a.string()),
        "Tag"_s = a.model("a"_s = a.string()).authorization(), "Box"_s = a.customType(),
        "Level"_s = a.enumeration()
    );
#else
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.owner()));
#endif
using Schema = ClientSchema<schema>;
