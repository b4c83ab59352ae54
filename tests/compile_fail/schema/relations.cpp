// expect-error(1): Post\.a there is no model `Coment` did you mean `Comment`\?
// expect-error(1): Post\.b `Status` is no model write a\.ref\(\.\.\.\)
// expect-error(1): Post\.c `ping` is no model name a model
// expect-error(1): Post\.d names no reference field name the field of the other model that holds the id of this one
// expect-error(1): Post\.e names no reference field name the field of this model that holds the id of the other
// expect-error(1): Post\.f `Comment\.post` and `Comment\.again` both belong to it give each relation reference fields of its own
// expect-error(1): Post\.g a relation may always be empty remove \.required\(\)
// expect-error(1): Post\.h `Comment\.third` names other reference fields name the same on both sides
// expect-error(1): Post\.i a relation is no list of lists remove \.array\(\), or write a\.hasMany\(\.\.\.\)
// expect-error(1): Comment\.third only scalars have a default remove \.defaultTo\(\.\.\.\)
// expect-error(1): Comment\.note `Note` has no relation back to `Comment` add a field to it: a\.hasMany\(`Comment`, `noteId`\)
// expect-error(2): Street\.a `City` is identified by 2 fields, and this names 1 name one for each, starting with that for `country`
// expect-error(2): Street\.b the model has no field `bCountry` did you mean `bCountri`\?
// expect-error(2): Street\.b the model has no field `bNumber` did you mean `cNumber`\?
// expect-error(2): Street\.c `cCountry` and `cNumber` differ in \.required\(\) make all reference fields required, or none
// expect-error(2): Street\.d names `dCountry` twice name a field for each part of the key
// expect-error(2): Street\.dCountry holds `City\.number`, which is a\.integer\(\), for `d` write a\.integer\(\)
// expect-error(2): Street\.eCountry holds `City\.country`, which is a\.string\(\), for `e` write a\.string\(\)
// expect-error(2): Street\.eNumber holds `City\.number`, which is a\.integer\(\), for `e` write a\.integer\(\)
// expect-error(2): Street\.note holds `Note\.id`, which is a\.id\(\), for `f` write a\.id\(\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
         "Post"_s = a.model(
             "a"_s = a.hasMany("Coment", "postId"), "b"_s = a.hasMany("Status", "postId"),
             "c"_s = a.hasOne("ping", "postId"), "d"_s = a.hasMany("Comment"),
             "e"_s = a.belongsTo("Comment"), "f"_s = a.hasMany("Comment", "postId"),
             "g"_s = a.hasMany("Comment", "articleId").required(),
             "h"_s = a.hasMany("Comment", "lonelyId"),
             "i"_s = a.hasOne("Comment", "thirdId").array()
         ),
         "Comment"_s = a.model(
             "postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"),
             "again"_s = a.belongsTo("Post", "postId"), "articleId"_s = a.id(),
             "article"_s = a.belongsTo("Post", "articleId"), "thirdId"_s = a.id(),
             "third"_s = a.belongsTo("Post", "thirdId").defaultTo("x"), "noteId"_s = a.id(),
             "note"_s = a.belongsTo("Note", "noteId")
         ),
         "Note"_s = a.model("text"_s = a.string()), "Status"_s = a.enumeration("LIVE"),
         "ping"_s = a.query().returns(a.string()).handler(a.handler.function("ping"))
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
         "City"_s = a.model(
                         "country"_s = a.string().required(), "number"_s = a.integer().required(),
                         "a"_s = a.hasMany("Street", "aId"),
                         "b"_s = a.hasMany("Street", "bCountry", "bNumber"),
                         "c"_s = a.hasMany("Street", "cCountry", "cNumber"),
                         "d"_s = a.hasMany("Street", "dCountry", "dCountry"),
                         "e"_s = a.hasMany("Street", "eCountry", "eNumber")
         )
                        .identifier("country", "number"),
         "Street"_s = a.model(
             "aId"_s = a.id(), "a"_s = a.belongsTo("City", "aId"), "bCountri"_s = a.string(),
             "b"_s = a.belongsTo("City", "bCountry", "bNumber"),
             "cCountry"_s = a.string().required(), "cNumber"_s = a.integer(),
             "c"_s = a.belongsTo("City", "cCountry", "cNumber"), "dCountry"_s = a.string(),
             "d"_s = a.belongsTo("City", "dCountry", "dCountry"), "eCountry"_s = a.string().array(),
             "eNumber"_s = a.enumeration("ONE"), "e"_s = a.belongsTo("City", "eCountry", "eNumber"),
             "f"_s = a.belongsTo("Note", "note"), "note"_s = a.integer()
         ),
         "Note"_s = a.model("street"_s = a.hasOne("Street", "note"))
    )
        .authorization(allow.guest());
#else
    a.schema(
         "City"_s = a.model(
                         "country"_s = a.string().required(), "number"_s = a.integer().required(),
                         "streets"_s = a.hasMany("Street", "cityCountry", "cityNumber"),
                         "main"_s = a.hasOne("Street", "mainCountry", "mainNumber")
         )
                        .identifier("country", "number"),
         "Street"_s = a.model(
             "cityCountry"_s = a.id(), "cityNumber"_s = a.integer(),
             "city"_s = a.belongsTo("City", "cityCountry", "cityNumber"),
             "mainCountry"_s = a.string().required(), "mainNumber"_s = a.integer().required(),
             "mainOf"_s = a.belongsTo("City", "mainCountry", "mainNumber"), "upId"_s = a.string(),
             "up"_s = a.belongsTo("Street", "upId"), "down"_s = a.hasMany("Street", "upId")
         )
    )
        .authorization(allow.guest());
#endif
using Schema = ClientSchema<schema>;
