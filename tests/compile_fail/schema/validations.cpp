// expect-error: Post\.a \.validate\(\) checks nothing add a check, as in a\.minLength\(3\)
// expect-error: Post\.b a list is not validated remove \.array\(\) or \.validate\(\.\.\.\)
// expect-error: Post\.c only a\.string\(\), a\.integer\(\) and a\.float_\(\) are validated remove \.validate\(\.\.\.\)
// expect-error: Post\.d a\.gt\(\.\.\.\) is for numbers use minLength, maxLength, startsWith, endsWith or matches
// expect-error: Post\.e a\.minLength\(\.\.\.\) is for texts use gt, lt, gte, lte, positive or negative
// expect-error: Post\.f a\.startsWith\(\.\.\.\) is there twice keep one of the two
// expect-error: Post\.g a\.minLength\(-1\): no length is negative write a number from 0
// expect-error: Post\.h no value passes both a\.minLength\(\.\.\.\) and a\.maxLength\(\.\.\.\) make room between the two
// expect-error: Post\.i no value passes both a\.gt\(\.\.\.\) and a\.lt\(\.\.\.\) make room between the two
// expect-error: Post\.j no value passes both a\.gt\(\.\.\.\) and a\.lte\(\.\.\.\) make room between the two
// expect-error: Post\.k \.validate\(\.\.\.\) is called twice call it once
// expect-error: Box\.w only fields of a model are validated remove \.validate\(\.\.\.\)
// expect-error: ping\.a only fields of a model are validated remove \.validate\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model(
                 "a"_s = a.string().validate(), "b"_s = a.string().array().validate(a.minLength(1)),
                 "c"_s = a.email().validate(a.minLength(1)), "d"_s = a.string().validate(a.gt(1)),
                 "e"_s = a.integer().validate(a.minLength(1)),
                 "f"_s = a.string().validate(a.startsWith("a"), a.startsWith("b")),
                 "g"_s = a.string().validate(a.minLength(-1)),
                 "h"_s = a.string().validate(a.minLength(5), a.maxLength(4)),
                 "i"_s = a.integer().validate(a.positive(), a.lt(0)),
                 "j"_s = a.float_().validate(a.gt(0.5), a.lte(0.5)),
                 "k"_s = a.string().validate(a.minLength(1)).validate(a.maxLength(4))
            )
                .authorization(allow.owner()),
        "Box"_s = a.customType("w"_s = a.string().validate(a.minLength(1))),
        "ping"_s = a.query()
                       .arguments("a"_s = a.string().validate(a.minLength(1)))
                       .returns(a.string())
                       .handler(a.handler.function("ping"))
                       .authorization(allow.authenticated())
    );
#else
    a.schema(
        "Post"_s = a.model(
                        "a"_s = a.string().validate(
                            a.minLength(3, "too short"), a.maxLength(3),
                            a.matches("^[a-z]+$", "bad"), a.startsWith("a"), a.endsWith("z")
                        ),
                        "b"_s = a.integer().required().validate(a.gte(0), a.lte(0)),
                        "c"_s = a.float_().validate(a.negative("too much"), a.gt(-0.5))
        )
                       .authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
