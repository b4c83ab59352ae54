// expect-error(1): Post\.authorization `raed` is no operation did you mean `read`\?
// expect-error(1): Post\.authorization `subscribe` is no operation there are create, update, delete and read, or get, list, sync, listen, search
// expect-error(1): Post\.authorization \.to\(\) permits nothing: allow\.group\(`A`\) there are create, update, delete and read, or get, list, sync, listen, search, or remove the rule
// expect-error(1): Post\.authorization \.to\(\.\.\.\) is called twice on allow\.custom\(\) list everything in one call
// expect-error(1): Post\.authorization `read` is listed twice remove one of the two
// expect-error(1): Post\.authorization `read` includes `get` remove `get` or `read`
// expect-error(1): Post\.authorization `identitypool` is no provider of allow\.authenticated did you mean `identityPool`\?
// expect-error(1): Post\.authorization `saml` is no provider of allow\.ownerDefinedIn write `userPools` or `oidc`
// expect-error(1): Post\.authorization `identityPool` is no provider of allow\.groups write `userPools` or `oidc`
// expect-error(1): Post\.authorization `lambda` is no provider of allow\.custom write `function` or nothing
// expect-error(1): Post\.authorization allow\.custom\(\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(1): Post\.authorization allow\.resource\(\.\.\.\) belongs to the schema write it in a\.schema\(\.\.\.\)\.authorization\(\.\.\.\)
// expect-error(1): Post\.authorization allow\.entity\(`identity`\) is a rule of storage write allow\.owner\(\)
// expect-error(1): Post\.authorization allow\.ownerDefinedIn\(``\) names no field name a field of the model
// expect-error(1): Post\.authorization allow\.groupDefinedIn\(``\) names no field name a field of the model
// expect-error(1): Post\.authorization allow\.groups\(\) names no group name one, as in allow\.group\(`ADMINS`\)
// expect-error(1): Post\.authorization a group has no name name it, as in allow\.group\(`ADMINS`\)
// expect-error(1): Post\.authorization group `C` is listed twice remove one of the two
// expect-error(2): Post\.authorization the claim of allow\.owner\(\) is given twice give it once
// expect-error(2): Post\.author allow\.ownerDefinedIn\(`author`\) keeps a text here write a\.string\(\), or name another field
// expect-error(2): Post\.editors allow\.ownersDefinedIn\(`editors`\) keeps a list of texts here write a\.string\(\)\.array\(\), or name another field
// expect-error(2): Post\.team allow\.groupDefinedIn\(`team`\) keeps a text here write a\.string\(\), or name another field
// expect-error(2): Post\.teams allow\.groupsDefinedIn\(`teams`\) keeps a list of texts here write a\.string\(\)\.array\(\), or name another field
// expect-error(2): Post\.kind allow\.ownerDefinedIn\(`kind`\) keeps a text here write a\.string\(\), or name another field
// expect-error(2): Post\.authorization allow\.ownersDefinedIn\(`writers`\): there is no such field declare it, as in `writers`_s = a\.string\(\)\.array\(\)
// expect-error(2): Post\.authorization allow\.groupDefinedIn\(`taem`\): there is no such field did you mean `team`\?
// expect-error(2): Post\.authorization \.identityClaim\(\.\.\.\) is for rules about owners, not allow\.guest\(\) remove it
// expect-error(2): Post\.authorization \.identityClaim\(\.\.\.\) is for rules about owners, not allow\.group\(`A`\) write \.withClaimIn\(\.\.\.\)
// expect-error(2): Post\.authorization \.withClaimIn\(\.\.\.\) is for rules about groups, not allow\.ownerDefinedIn\(`who`\) write \.identityClaim\(\.\.\.\)
// expect-error(2): Post\.authorization \.withClaimIn\(\.\.\.\) is for rules about groups, not allow\.authenticated\(\) remove it
// expect-error(2): Post\.authorization the claim of allow\.group\(`B`\) is empty name a claim, as `sub`
// expect-error(3): Post\.authorization allow\.ownerDefinedIn\(`owner`\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(3): Post\.authorization allow\.authenticated\(`userPools`\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(3): Post\.authorization allow\.guest\(\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(3): Post\.authorization allow\.publicApiKey\(\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(3): Post\.authorization allow\.custom\(\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(3): Post\.authorization allow\.groups\(`B`, \.\.\.\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(3): Post\.authorization allow\.groupDefinedIn\(`title`\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(3): Note \.authorization\(\.\.\.\) is called twice call it once
// expect-error(4): Post has no rules, so nobody may use it add \.authorization\(allow\.owner\(\)\) or another rule
// expect-error(4): Note has no rules, so nobody may use it add \.authorization\(allow\.owner\(\)\) or another rule
// expect-error(4): a\.schema\(\.\.\.\)\.authorization `read` is nothing that a function may do there are query, mutate and listen
// expect-error(4): a\.schema\(\.\.\.\)\.authorization allow\.guest\(\) is there already keep one rule and list its operations in \.to\(\.\.\.\)
// expect-error(4): a\.schema\(\.\.\.\)\.authorization `query` is no operation there are create, update, delete and read, or get, list, sync, listen, search
// expect-error(4): a\.schema\(\.\.\.\) \.authorization\(\.\.\.\) is called twice call it once
// expect-error(4): a\.schema\(\.\.\.\)\.authorization names no rule add one, as in allow\.owner\(\), or remove it
// expect-error(5): Post has no rules, so nobody may use it add \.authorization\(allow\.owner\(\)\) or another rule
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

struct amplify::defineFunction {};
inline const defineFunction worker{};

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
        "Post"_s = a.model("title"_s = a.string())
                       .authorization(
                           allow.guest().to("raed"), allow.owner().to("subscribe"),
                           allow.group("A").to(), allow.custom().to("read").to("list"),
                           allow.publicApiKey().to("read", "get", "read"),
                           allow.authenticated("identitypool"), allow.ownerDefinedIn("a", "saml"),
                           allow.group("B", "identityPool"), allow.custom("lambda"),
                           allow.resource(worker), allow.entity("identity"),
                           allow.ownerDefinedIn(""), allow.groupDefinedIn(""), allow.groups(),
                           allow.group(""), allow.groups("C", "D", "C")
                       )
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
        "Post"_s =
            a.model(
                 "author"_s = a.string().array(), "editors"_s = a.string(), "team"_s = a.integer(),
                 "teams"_s = a.json().array(), "kind"_s = a.ref("E")
            )
                .authorization(
                    allow.owner().identityClaim("sub").identityClaim("email"),
                    allow.ownerDefinedIn("author"), allow.ownersDefinedIn("editors"),
                    allow.groupDefinedIn("team"), allow.groupsDefinedIn("teams"),
                    allow.ownerDefinedIn("kind"), allow.ownersDefinedIn("writers"),
                    allow.groupDefinedIn("taem"), allow.guest().identityClaim("sub"),
                    allow.group("A").identityClaim("sub"),
                    allow.ownerDefinedIn("who").withClaimIn("roles"),
                    allow.authenticated().withClaimIn("roles"), allow.group("B").withClaimIn("")
                ),
        "E"_s = a.enumeration("A")
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 3
    a.schema(
        "Post"_s =
            a.model("title"_s = a.string())
                .authorization(
                    allow.owner(), allow.ownerDefinedIn("owner").to("read"), allow.authenticated(),
                    allow.authenticated("userPools").to("read"), allow.guest(), allow.guest(),
                    allow.publicApiKey(), allow.publicApiKey().to("read"), allow.custom(),
                    allow.custom("function"), allow.group("A"),
                    allow.groups("B", "A").withClaimIn("cognito:groups"),
                    allow.groupDefinedIn("title"), allow.groupDefinedIn("title").to("read")
                ),
        "Note"_s = a.model("title"_s = a.string())
                       .authorization(allow.owner())
                       .authorization(allow.guest())
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 4
    a.schema(
         "Post"_s = a.model("title"_s = a.string()),
         "Note"_s = a.model("team"_s = a.integer(), "owner"_s = a.integer())
    )
        .authorization(
            allow.resource(worker).to("read"), allow.groupDefinedIn("team"), allow.guest(),
            allow.guest().to("read"), allow.owner().to("query")
        )
        .authorization();
#elif AMPLIFY_MUST_NOT_COMPILE == 5
    a.schema("Post"_s = a.model("title"_s = a.string())).authorization(allow.resource(worker));
#else
    a.schema(
         "Post"_s = a.model(
                         "author"_s = a.id(), "editors"_s = a.email().array(),
                         "team"_s = a.string().required(), "teams"_s = a.string().array()
         )
                        .authorization(
                            allow.owner("oidc").identityClaim("sub").to("read"),
                            allow.owner().to("create", "update", "delete", "get", "list"),
                            allow.owner().identityClaim("email"), allow.ownerDefinedIn("author"),
                            allow.ownerDefinedIn("who"), allow.ownersDefinedIn("editors"),
                            allow.groupDefinedIn("team"), allow.groupsDefinedIn("teams", "oidc"),
                            allow.groups("A", "B"), allow.group("A").withClaimIn("roles"),
                            allow.group("A", "oidc"), allow.authenticated("identityPool"),
                            allow.authenticated(), allow.guest(), allow.publicApiKey().to("read"),
                            allow.custom().to("sync", "listen", "search")
                        ),
         "Note"_s = a.model("text"_s = a.string())
    )
        .authorization(allow.resource(worker).to("query"), allow.resource(worker), allow.owner());
#endif
using Schema = ClientSchema<schema>;
