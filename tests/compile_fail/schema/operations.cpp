// expect-error(1): 2nd no name in GraphQL use letters, digits and _, and start with a letter
// expect-error(1): a returns nothing add \.returns\(\.\.\.\), as in \.returns\(a\.string\(\)\)
// expect-error(1): a nothing handles it add \.handler\(a\.handler\.function\(\.\.\.\)\) or another one
// expect-error(1): b returns nothing add \.returns\(\.\.\.\), as in \.returns\(a\.string\(\)\)
// expect-error(1): c nothing handles it add \.handler\(a\.handler\.function\(\.\.\.\)\) or another one
// expect-error(1): d\.returns nobody waits for the result of a handler with \.async\(\) remove \.returns\(\.\.\.\) or \.async\(\)
// expect-error(1): e\.a the argument is declared twice remove or rename one of the two
// expect-error(1): f\.a only models are related take its id, as in a\.id\(\)
// expect-error(1): f\.b `Post` is a model refer to an enum or custom type, or take its id
// expect-error(1): g\.returns the schema has no `Pst` did you mean `Post`\?
// expect-error(1): h\.returns `a` is an operation refer to an enum or custom type
// expect-error(1): i\.returns only models are related take its id, as in a\.id\(\)
// expect-error(1): j\.for_ only a subscription follows mutations remove \.for_\(\.\.\.\)
// expect-error(1): k \.returns\(\.\.\.\) is called twice call it once
// expect-error(1): l \.handler\(\.\.\.\) is called twice call it once
// expect-error(1): m \.arguments\(\.\.\.\) is called twice call it once
// expect-error(2): a\.handler the function has no name name a function, or write its variable
// expect-error(2): b\.handler a\.handler\.custom\(\.\.\.\) has no file write \.entry = `\./resolver\.js`
// expect-error(2): c\.handler functions and JavaScript are mixed use a\.handler\.function\(\.\.\.\) or a\.handler\.custom\(\.\.\.\) for all steps
// expect-error(2): d\.returns nobody waits for the result of a handler with \.async\(\) remove \.returns\(\.\.\.\) or \.async\(\)
// expect-error(2): d\.handler \.async\(\) is for functions remove it
// expect-error(2): e\.handler there is no model `Pots` did you mean `Post`\?
// expect-error(2): f\.handler \.dataSource is neither a model nor a name write a\.ref\(`Post`\) or the name of a data source
// expect-error(2): g\.handler \.dataSource is neither a model nor a name write a\.ref\(`Post`\) or the name of a data source
// expect-error(2): h\.handler there is no model `Unrelated` name a model, or a data source by its name alone
// expect-error(3): a has no rules, so nobody may call it add \.authorization\(\.\.\.\), with allow\.authenticated\(\) or another rule
// expect-error(3): b has no rules, so nobody may call it add \.authorization\(\.\.\.\), with allow\.authenticated\(\) or another rule
// expect-error(3): c\.authorization allow\.owner\(\) is about an item, and an operation has none write allow\.authenticated\(\), allow\.group\(\.\.\.\) or another rule
// expect-error(3): c\.authorization allow\.groupDefinedIn\(`a`\) is about an item, and an operation has none write allow\.authenticated\(\), allow\.group\(\.\.\.\) or another rule
// expect-error(3): d\.authorization \.to\(\.\.\.\) on allow\.authenticated\(\): an operation is all there is to permit remove \.to\(\.\.\.\)
// expect-error(3): e\.authorization a\.handler\.custom\(\.\.\.\) knows no allow\.guest\(\) use another rule, or a\.handler\.function\(\.\.\.\)
// expect-error(3): e\.authorization a\.handler\.custom\(\.\.\.\) knows no allow\.authenticated\(`identityPool`\) use another rule, or a\.handler\.function\(\.\.\.\)
// expect-error(3): f\.authorization a\.handler\.custom\(\.\.\.\) knows no allow\.group\(`A`\) of `oidc` use another rule, or a\.handler\.function\(\.\.\.\)
// expect-error(3): g \.authorization\(\.\.\.\) is called twice call it once
// expect-error(3): g\.authorization `saml` is no provider of allow\.authenticated write `userPools`, `oidc` or `identityPool`
// expect-error(4): a takes allow\.authenticated\(\) with \.to\(\.\.\.\) from the schema give it \.authorization\(\.\.\.\) of its own
// expect-error(4): b takes allow\.owner\(\) from the schema, which is about an item give it \.authorization\(\.\.\.\) of its own
// expect-error(4): b takes allow\.authenticated\(\) with \.to\(\.\.\.\) from the schema give it \.authorization\(\.\.\.\) of its own
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto function = a.handler.function("ping");
constexpr auto query = a.query().returns(a.string()).handler(function);

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
         "2nd"_s = query, "a"_s = a.query(), "b"_s = a.mutation().handler(function),
         "c"_s = a.query().returns(a.string()),
         "d"_s = a.query().returns(a.string()).handler(function.async()),
         "e"_s = query.arguments("a"_s = a.string(), "a"_s = a.string()),
         "f"_s = query.arguments("a"_s = a.hasMany("Post", "id"), "b"_s = a.ref("Post")),
         "g"_s = a.query().returns(a.ref("Pst")).handler(function),
         "h"_s = a.query().returns(a.ref("a")).handler(function),
         "i"_s = a.query().returns(a.hasMany("Post", "id")).handler(function),
         "j"_s = query.for_(a.ref("Post")), "k"_s = query.returns(a.string()),
         "l"_s = query.handler(function), "m"_s = query.arguments().arguments(),
         "Post"_s = a.model("title"_s = a.string())
    )
        .authorization(allow.authenticated());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
         "a"_s = a.query().returns(a.string()).handler(a.handler.function("")),
         "b"_s = a.query().returns(a.string()).handler(a.handler.custom({.entry = ""})),
         "c"_s =
             a.query().returns(a.string()).handler(a.handler.custom({.entry = "a.js"}), function),
         "d"_s = a.query().returns(a.string()).handler(a.handler.custom({.entry = "a.js"}).async()),
         "e"_s = a.query()
                     .returns(a.string())
                     .handler(a.handler.custom({.entry = "a.js", .dataSource = a.ref("Pots")})),
         "f"_s = a.query()
                     .returns(a.string())
                     .handler(a.handler.custom({.entry = "a.js", .dataSource = a.string()})),
         "g"_s = a.query()
                     .returns(a.string())
                     .handler(a.handler.custom({.entry = "a.js", .dataSource = ""})),
         "h"_s =
             a.query()
                 .returns(a.string())
                 .handler(a.handler.custom({.entry = "a.js", .dataSource = a.ref("Unrelated")})),
         "Post"_s = a.model("title"_s = a.string())
    )
        .authorization(allow.authenticated());
#elif AMPLIFY_MUST_NOT_COMPILE == 3
    a.schema(
        "a"_s = query, "b"_s = query.authorization(),
        "c"_s = query.authorization(allow.owner(), allow.groupDefinedIn("a")),
        "d"_s = query.authorization(allow.authenticated().to("read")),
        "e"_s = a.query()
                    .returns(a.string())
                    .handler(a.handler.custom({.entry = "a.js"}))
                    .authorization(allow.guest(), allow.authenticated("identityPool")),
        "f"_s = a.query()
                    .returns(a.string())
                    .handler(a.handler.custom({.entry = "a.js"}))
                    .authorization(allow.group("A", "oidc")),
        "g"_s = query.authorization(allow.authenticated("saml")).authorization(allow.guest())
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 4
    a.schema(
         "a"_s = query,
         "b"_s = a.query().returns(a.string()).handler(a.handler.custom({.entry = "a.js"}))
    )
        .authorization(allow.owner(), allow.authenticated().to("read"));
#else
    a.schema(
         "a"_s = query,
         "b"_s = a.query()
                     .returns(a.string())
                     .handler(a.handler.custom({.entry = "a.js"}))
                     .authorization(allow.group("A"), allow.publicApiKey(), allow.custom()),
         "c"_s = a.mutation().handler(function, function.async()),
         "d"_s = a.query()
                     .arguments("and"_s = a.ref("Level").array(), "box"_s = a.ref("Box").required())
                     .returns(a.ref("Post").required().array())
                     .handler(function),
         "e"_s = a.query().returns(a.enumeration("A")).handler(function),
         "f"_s = a.query()
                     .returns(a.customType("n"_s = a.integer()))
                     .handler(a.handler.custom({.entry = "a.js", .dataSource = a.ref("Post")}))
                     .authorization(allow.authenticated()),
         "Level"_s = a.enumeration("LOW"), "Box"_s = a.customType("w"_s = a.float_()),
         "Post"_s = a.model("title"_s = a.string())
    )
        .authorization(allow.owner(), allow.authenticated());
#endif
using Schema = ClientSchema<schema>;
