// expect-error: A\.disableOperations `lst` is no operation did you mean `list`\?
// expect-error: B\.disableOperations `subscribe` is no operation there are queries, mutations and subscriptions, or get, list, create, update, delete, onCreate, onUpdate, onDelete
// expect-error: C\.disableOperations names no operation name one, or remove \.disableOperations\(\)
// expect-error: D\.disableOperations `list` is listed twice remove one of the two
// expect-error: E \.disableOperations\(\.\.\.\) is called twice call it once
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto model = a.model("title"_s = a.string()).authorization(allow.owner());

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "A"_s = model.disableOperations("lst"), "B"_s = model.disableOperations("subscribe"),
        "C"_s = model.disableOperations(), "D"_s = model.disableOperations("list", "list"),
        "E"_s = model.disableOperations("list").disableOperations("get")
    );
#else
    a.schema(
        "A"_s = model.disableOperations("queries", "list", "mutations", "onCreate"),
        "B"_s = model.disableOperations("get", "create", "update", "delete", "subscriptions"),
        "C"_s = model.disableOperations("onUpdate", "onDelete")
    );
#endif
using Schema = ClientSchema<schema>;
