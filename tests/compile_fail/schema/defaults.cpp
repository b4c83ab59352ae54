// expect-error(1): Post\.a the default of a\.string\(\) is a text write it in quotes, as \.defaultTo\(`x`\)
// expect-error(1): Post\.b the default of a\.string\(\) is a text write it in quotes, as \.defaultTo\(`x`\)
// expect-error(1): Post\.c the default of a\.integer\(\) is a whole number write one, as \.defaultTo\(0\)
// expect-error(1): Post\.d the default of a\.integer\(\) is a whole number write one, as \.defaultTo\(0\)
// expect-error(1): Post\.e the default 3000000000 has more than 32 bits use a\.float_\(\), or a\.string\(\) to keep every digit
// expect-error(1): Post\.f the default of a\.float_\(\) is a number write one, as \.defaultTo\(0\.5\)
// expect-error(1): Post\.g the default of a\.boolean\(\) is true or false write it without quotes
// expect-error(1): Post\.h the default of a\.boolean\(\) is true or false write it without quotes
// expect-error(1): Post\.i the default of a\.timestamp\(\) is a whole number write one, as \.defaultTo\(0\)
// expect-error(1): Post\.j a list has no default remove \.array\(\) or \.defaultTo\(\.\.\.\)
// expect-error(1): Post\.k a list has no default remove \.array\(\) or \.defaultTo\(\.\.\.\)
// expect-error(1): Post\.l \.defaultTo\(\.\.\.\) is called twice call it once
// expect-error(1): Post\.m the default is no finite number write a number, as in \.defaultTo\(0\.5\)
// expect-error(2): Post\.a `2023-02-29` is no default of a\.date\(\) write it as `2030-12-31`
// expect-error(2): Post\.b `24:00` is no default of a\.time\(\) write it as `12:30:00\.000Z`
// expect-error(2): Post\.c `2023-02-28` is no default of a\.datetime\(\) write it as `2030-12-31T12:30:00\.000Z`
// expect-error(2): Post\.d `me` is no default of a\.email\(\) write it as `name@example\.com`
// expect-error(2): Post\.e `text` is no default of a\.json\(\) write JSON; a string needs its own quotes
// expect-error(2): Post\.f `call` is no default of a\.phone\(\) write it as `\+1 555 0100`
// expect-error(2): Post\.g `example\.com` is no default of a\.url\(\) write it as `https://example\.com/`
// expect-error(2): Post\.h `1\.2\.3` is no default of a\.ipAddress\(\) write it as `192\.0\.2\.1` or `2001:db8::1`
// expect-error(2): Box\.w only a field of a model has a default remove \.defaultTo\(\.\.\.\)
// expect-error(2): ping\.a only a field of a model has a default remove \.defaultTo\(\.\.\.\)
// expect-error(2): ping\.returns only a field of a model has a default remove \.defaultTo\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

#include <limits>

using namespace amplify;

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
        "Post"_s =
            a.model(
                 "a"_s = a.string().defaultTo(5), "b"_s = a.string().defaultTo(true),
                 "c"_s = a.integer().defaultTo("5"), "d"_s = a.integer().defaultTo(0.5),
                 "e"_s = a.integer().defaultTo(3000000000), "f"_s = a.float_().defaultTo("0.5"),
                 "g"_s = a.boolean().defaultTo("true"), "h"_s = a.boolean().defaultTo(1),
                 "i"_s = a.timestamp().defaultTo("now"), "j"_s = a.string().array().defaultTo("x"),
                 "k"_s = a.string().defaultTo("x").array(),
                 "l"_s = a.string().defaultTo("x").defaultTo("y"),
                 "m"_s = a.float_().defaultTo(std::numeric_limits<double>::infinity())
            )
                .authorization(allow.owner())
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
        "Post"_s =
            a.model(
                 "a"_s = a.date().defaultTo("2023-02-29"), "b"_s = a.time().defaultTo("24:00"),
                 "c"_s = a.datetime().defaultTo("2023-02-28"), "d"_s = a.email().defaultTo("me"),
                 "e"_s = a.json().defaultTo("text"), "f"_s = a.phone().defaultTo("call"),
                 "g"_s = a.url().defaultTo("example.com"), "h"_s = a.ipAddress().defaultTo("1.2.3")
            )
                .authorization(allow.owner()),
        "Box"_s = a.customType("w"_s = a.float_().defaultTo(1)),
        "ping"_s = a.query()
                       .arguments("a"_s = a.string().defaultTo("x"))
                       .returns(a.string().defaultTo("x"))
                       .handler(a.handler.function("ping"))
                       .authorization(allow.authenticated())
    );
#else
    a.schema(
        "Post"_s = a.model(
                        "a"_s = a.string().defaultTo("5"), "b"_s = a.integer().defaultTo(5),
                        "c"_s = a.float_().defaultTo(5), "d"_s = a.boolean().defaultTo(true),
                        "e"_s = a.date().defaultTo("2024-02-29"),
                        "f"_s = a.timestamp().defaultTo(1577836800)
        )
                       .authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
