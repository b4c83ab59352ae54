// expect-error(1): Post\.authorization allow\.all\(\.\.\.\) joins two rules or more add one, or write the rule alone
// expect-error(1): Post\.authorization allow\.guest\(\) has no place in allow\.all\(\.\.\.\) join rules about owners and groups
// expect-error(1): Post\.authorization allow\.authenticated\(\) has no place in allow\.all\(\.\.\.\) join rules about owners and groups
// expect-error(1): Post\.authorization \.to\(\.\.\.\) stands on allow\.owner\(\), a part of allow\.all\(\.\.\.\) write it once, behind allow\.all\(\.\.\.\)
// expect-error(1): Post\.authorization allow\.owner\(`oidc`\) has another provider in allow\.all\(\.\.\.\) give all parts the same
// expect-error(1): Post\.authorization allow\.all\(\.\.\.\) has two rules about `owner` keep one of them
// expect-error(1): Post\.authorization allow\.all\(\.\.\.\) names a group twice keep one of the rules
// expect-error(1): Post\.authorization allow\.groupDefinedIn\(`taem`\): there is no such field did you mean `team`\?
// expect-error(1): Post\.authorization `raed` is no operation did you mean `read`\?
// expect-error(1): Post\.authorization allow\.all\(\.\.\.\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(2): send\.authorization allow\.all\(\.\.\.\) is about items, and an operation has none write one rule, and check the rest in the handler
// expect-error(2): Post\.title allow\.all\(\.\.\.\) may get items, but not read this required field grant it `read` here too, or remove \.required\(\)
// expect-error(3): allow\.all\(\.\.\.\): takes rules, as in allow\.all\(allow\.owner\(\), allow\.group\("EDITORS"\)\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

struct amplify::defineFunction {};
inline const defineFunction worker{};

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
        "Post"_s =
            a.model("team"_s = a.string())
                .authorization(
                    allow.all(allow.ownerDefinedIn("only")),
                    allow.all(allow.guest(), allow.authenticated()),
                    allow.all(allow.owner().to("read"), allow.group("A")),
                    allow.all(allow.group("B"), allow.owner("oidc")),
                    allow.all(allow.owner(), allow.ownerDefinedIn("owner").identityClaim("sub")),
                    allow.all(allow.group("C"), allow.groups("D", "C")),
                    allow.all(allow.group("E"), allow.groupDefinedIn("taem")),
                    allow.all(allow.owner(), allow.group("F")).to("raed"),
                    allow.all(allow.group("F"), allow.owner())
                )
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
        "Post"_s =
            a.model(
                 "title"_s = a.string().required().authorization(allow.owner()),
                 "review"_s = a.string()
            )
                .authorization(
                    allow.owner(), allow.all(allow.groupDefinedIn("review"), allow.group("A"))
                ),
        "send"_s = a.mutation()
                       .returns(a.string())
                       .authorization(allow.all(allow.group("A"), allow.group("B")))
                       .handler(a.handler.function(worker))
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 3
    a.schema(
        "Post"_s = a.model("team"_s = a.string()).authorization(allow.all(allow.owner(), "A"))
    );
#else
    a.schema(
         "Post"_s = a.model("team"_s = a.string(), "tenant"_s = a.string())
                        .authorization(
                            allow.all(allow.owner(), allow.group("A")).to("create", "read"),
                            allow.all(allow.owner(), allow.group("B")), allow.owner(),
                            allow.all(
                                allow.ownerDefinedIn("tenant").identityClaim("custom:tenant"),
                                allow.groups("A", "B"), allow.groupDefinedIn("team")
                            )
                        ),
         "Note"_s = a.model("text"_s = a.string()),
         "Memo"_s = a.model("text"_s = a.string().required().authorization(allow.owner()))
                        .authorization(allow.owner(), allow.all(allow.group("A"), allow.owner())),
         "Plan"_s = a.model("text"_s = a.string().required().authorization(allow.groups("A", "B")))
                        .authorization(
                            allow.groups("A", "B"), allow.all(allow.owner(), allow.groups("A", "B"))
                        ),
         "send"_s = a.mutation().returns(a.string()).handler(a.handler.function(worker))
    )
        .authorization(
            allow.all(allow.owner("oidc"), allow.group("A", "oidc")), allow.authenticated()
        );
#endif
using Schema = ClientSchema<schema>;
