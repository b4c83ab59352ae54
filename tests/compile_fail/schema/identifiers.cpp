// expect-error: Id\.id an enum is no key write a\.id\(\) or leave `id` out
// expect-error: Ids\.id a list is no key write a\.id\(\) or leave `id` out
// expect-error: Flag\.id a\.boolean\(\) is no key write a\.id\(\) or leave `id` out
// expect-error: Text\.id a key is never null write a\.string\(\)\.required\(\)
// expect-error: Default\.id a key has no default remove \.defaultTo\(\.\.\.\)
// expect-error: Checked\.id a partition key is not validated remove \.validate\(\.\.\.\)
// expect-error: None\.identifier names no field name one, or remove \.identifier\(\)
// expect-error: Typo\.identifier the model declares no field `kode` did you mean `code`\?
// expect-error: Unknown\.identifier the model declares no field `number` declare it, as in `number`_s = a\.string\(\)
// expect-error: Twice\.identifier `a` is listed twice remove one of the two
// expect-error: Sorted\.b a key is never null write a\.id\(\)\.required\(\)
// expect-error: Sorted\.identifier the model declares no field `id` declare it, as in `id`_s = a\.id\(\)
// expect-error: Json\.a a\.json\(\) is no key identify the model by other fields
// expect-error: Custom\.a a custom type is no key identify the model by other fields
// expect-error: Again \.identifier\(\.\.\.\) is called twice call it once
// expect-error: Owner\.authorization allow\.owner\(\): `owner` is a sort key, where no owner can be use another field
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
         "Id"_s = a.model("id"_s = a.enumeration("A")), "Ids"_s = a.model("id"_s = a.id().array()),
         "Flag"_s = a.model("id"_s = a.boolean().required()),
         "Text"_s = a.model("id"_s = a.string()),
         "Default"_s = a.model("id"_s = a.id().defaultTo("x")),
         "Checked"_s = a.model("id"_s = a.string().required().validate(a.minLength(3))),
         "None"_s = a.model("a"_s = a.string()).identifier(),
         "Typo"_s = a.model("code"_s = a.string().required()).identifier("kode"),
         "Unknown"_s = a.model("a"_s = a.string().required()).identifier("number"),
         "Twice"_s = a.model("a"_s = a.string().required()).identifier("a", "a"),
         "Sorted"_s =
             a.model("a"_s = a.string().required(), "b"_s = a.id()).identifier("a", "b", "id"),
         "Json"_s = a.model("a"_s = a.json().required()).identifier("a"),
         "Custom"_s = a.model("a"_s = a.customType("b"_s = a.string())).identifier("a"),
         "Again"_s = a.model("a"_s = a.id(), "b"_s = a.id()).identifier("a").identifier("b"),
         "Owner"_s = a.model("a"_s = a.id(), "owner"_s = a.string().required())
                         .identifier("a", "owner")
                         .authorization(allow.owner())
    )
        .authorization(allow.guest());
#else
    a.schema(
         "Id"_s = a.model("id"_s = a.id()), "Text"_s = a.model("id"_s = a.string().required()),
         "Implied"_s = a.model("a"_s = a.string()).identifier("id"),
         "Code"_s = a.model("code"_s = a.id(), "id"_s = a.boolean()).identifier("code"),
         "Sorted"_s = a.model(
                           "a"_s = a.timestamp().required(),
                           "b"_s = a.string().required().defaultTo("x"), "owner"_s = a.id()
         )
                          .identifier("a", "b")
                          .authorization(allow.owner())
    )
        .authorization(allow.guest());
#endif
using Schema = ClientSchema<schema>;
