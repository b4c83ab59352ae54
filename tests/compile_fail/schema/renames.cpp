// expect-error(1): Post\.renamedFrom `old name` is no name of a model write the name that it had
// expect-error(1): Note\.renamedFrom `Tag` is a model still, with the table rename or remove that model
// expect-error(1): Card \.renamedFrom\(\.\.\.\) is called twice call it once
// expect-error(1): Two\.renamedFrom `One` was renamed from `Zero`, too one model has the table: remove one of the two
// expect-error(2): Post\.a `a-b` is no name of a field write the name that it had
// expect-error(2): Post\.b items have `c` under the name `c` rename or remove one of the two
// expect-error(2): Post\.e items have `d` under the name `x` rename or remove one of the two
// expect-error(2): Post\.notes a relation stores nothing remove \.renamedFrom\(\.\.\.\)
// expect-error(2): Note\.postId a key, rule, relation or expiry goes by this field keep the name, or add a field and copy the values
// expect-error(2): Note\.day a key, rule, relation or expiry goes by this field keep the name, or add a field and copy the values
// expect-error(2): Note\.until a key, rule, relation or expiry goes by this field keep the name, or add a field and copy the values
// expect-error(2): Note\.editor a key, rule, relation or expiry goes by this field keep the name, or add a field and copy the values
// expect-error(2): Place\.lat only fields of models are renamed remove \.renamedFrom\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
         "Post"_s = a.model("a"_s = a.string()).renamedFrom("old name"),
         "Note"_s = a.model("a"_s = a.string()).renamedFrom("Tag"),
         "Tag"_s = a.model("a"_s = a.string()),
         "Card"_s = a.model("a"_s = a.string()).renamedFrom("Ticket").renamedFrom("Bill"),
         "One"_s = a.model("a"_s = a.string()).renamedFrom("Zero"),
         "Two"_s = a.model("a"_s = a.string()).renamedFrom("Zero")
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
         "Post"_s = a.model(
             "a"_s = a.string().renamedFrom("a-b"), "b"_s = a.string().renamedFrom("c"),
             "c"_s = a.string(), "d"_s = a.string().renamedFrom("x"),
             "e"_s = a.string().renamedFrom("x"),
             "notes"_s = a.hasMany("Note", "postId").renamedFrom("remarks")
         ),
         "Note"_s =
             a.model(
                  "postId"_s = a.id().renamedFrom("p"), "post"_s = a.belongsTo("Post", "postId"),
                  "day"_s = a.date().renamedFrom("date"),
                  "until"_s = a.timestamp().renamedFrom("u"),
                  "editor"_s = a.string().renamedFrom("author")
             )
                 .secondaryIndexes(a.index("day"))
                 .timeToLive("until")
                 .authorization(allow.ownerDefinedIn("editor")),
         "Place"_s = a.customType("lat"_s = a.float_().renamedFrom("x"))
    )
        .authorization(allow.guest());
#else
    a.schema(
         "Article"_s = a.model(
                            "tagline"_s = a.string().renamedFrom("subtitle"),
                            "subtitle"_s = a.string().renamedFrom("heading"), "day"_s = a.date()
         )
                           .renamedFrom("Post")
                           .secondaryIndexes(a.index("day").projection("INCLUDE", "tagline")),
         // Two that change their names with each other.
         "One"_s = a.model("a"_s = a.string()).renamedFrom("Two"),
         "Two"_s = a.model("a"_s = a.string()).renamedFrom("One")
    )
        .authorization(allow.guest());
#endif
using Schema = ClientSchema<schema>;
