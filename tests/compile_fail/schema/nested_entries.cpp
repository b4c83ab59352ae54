// expect-error: Post\.note a model is no field name it in the schema and relate it, as in a\.hasMany\(\.\.\.\)
// expect-error: Post\.ping an operation is no field write it in a\.schema\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto note = a.model("title"_s = a.string()).authorization(allow.owner());
constexpr auto ping = a.query()
                          .returns(a.string())
                          .handler(a.handler.function("ping"))
                          .authorization(allow.authenticated());

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema("Post"_s = a.model("note"_s = note, "ping"_s = ping).authorization(allow.owner()));
#else
    a.schema("Note"_s = note, "ping"_s = ping);
#endif
using Schema = ClientSchema<schema>;
