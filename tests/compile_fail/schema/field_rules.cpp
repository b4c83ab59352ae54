// expect-error: Post\.a\.authorization `get` is no operation on a field there are create, update, delete and read
// expect-error: Post\.b \.authorization\(\) lets nobody in add a rule, or remove \.authorization\(\)
// expect-error: Post\.c \.authorization\(\.\.\.\) is called twice call it once
// expect-error: Post\.e allow\.ownersDefinedIn\(`e`\) keeps a list of texts here write a\.string\(\)\.array\(\), or name another field
// expect-error: Post\.f\.authorization allow\.entity\(`identity`\) is a rule of storage write allow\.owner\(\)
// expect-error: Note\.secret allow\.group\(`B`\) may get items, but not read this required field grant it `read` here too, or remove \.required\(\)
// expect-error: Note\.secret allow\.group\(`A`\) may get items, but not read this required field grant it `read` here too, or remove \.required\(\)
// expect-error: Note\.text allow\.group\(`A`\) may get items, but not read this required field grant it `read` here too, or remove \.required\(\)
// expect-error: ping\.a only fields of a model have rules remove \.authorization\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model(
                 "a"_s = a.string().authorization(allow.owner().to("get")),
                 "b"_s = a.string().authorization(),
                 "c"_s =
                     a.string().authorization(allow.owner()).authorization(allow.authenticated()),
                 "d"_s = a.string().authorization(allow.ownersDefinedIn("e")), "e"_s = a.string(),
                 "f"_s = a.string().authorization(allow.entity("identity"))
            )
                .authorization(allow.authenticated()),
        "Note"_s = a.model(
                        "secret"_s = a.string().required().authorization(allow.owner()),
                        "hidden"_s = a.string().authorization(allow.group("A")),
                        "text"_s = a.string().required()
        )
                       .authorization(allow.owner(), allow.group("B")),
        "ping"_s = a.query()
                       .arguments("a"_s = a.string().authorization(allow.owner()))
                       .returns(a.string())
                       .handler(a.handler.function("ping"))
                       .authorization(allow.authenticated())
    );
#else
    a.schema(
        "Post"_s = a.model(
                        "a"_s = a.string().authorization(allow.owner(), allow.owner().to("read")),
                        "b"_s = a.string().required().authorization(
                            allow.owner(), allow.authenticated().to("read")
                        ),
                        "c"_s = a.string().required()
        )
                       .authorization(allow.authenticated(), allow.group("B")),
        "Note"_s = a.model(
                        "secret"_s = a.string().required().authorization(allow.owner()),
                        "text"_s = a.string().authorization(allow.owner().to("update"))
        )
                       .authorization(allow.owner(), allow.group("B").to("create"))
    );
#endif
using Schema = ClientSchema<schema>;
