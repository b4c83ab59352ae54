// expect-error(1): Post\.index\(titel\) the model declares no field `titel` did you mean `title`\?
// expect-error(1): Post\.index\(owner\) the model declares no field `owner` declare it, as in `owner`_s = a\.string\(\)
// expect-error(1): Post\.index\(live\) `live` is a\.boolean\(\), which is no key index another field
// expect-error(1): Post\.index\(tags\) `tags` is a list, which is no key index another field
// expect-error(1): Post\.index\(place\) `place` is a custom type, which is no key index another field
// expect-error(1): Post\.index\(note\) `note` is a relation, which is no key index another field
// expect-error(1): Post\.index\(id\) `id` identifies the model already index another field, or add sort keys to \.identifier\(\.\.\.\)
// expect-error(1): Post\.index\(title\) the model declares no field `createdAt` declare it, as in `createdAt`_s = a\.datetime\(\)
// expect-error(1): Post\.index\(day\) `live` is a\.boolean\(\), which is no key index another field
// expect-error(1): Post\.index\(title\) `day` is twice among the keys name each field once
// expect-error(1): Post\.index\(title\) `title` is twice among the keys name each field once
// expect-error(1): Post\.index\(title\) \.sortKeys\(\) names no field name one, or remove \.sortKeys\(\)
// expect-error(1): Post\.index\(day\) \.sortKeys\(\.\.\.\) is called twice call it once
// expect-error(1): Post\.index\(day\) \.name\(\.\.\.\) is called twice call it once
// expect-error(2): Post\.index\(title\) `ab` is no name of an index use 3 to 255 letters, digits, _, - and \.
// expect-error(2): Post\.index\(title\) `a b c` is no name of an index use 3 to 255 letters, digits, _, - and \.
// expect-error(2): Post\.index\(title\) `gsi-Note\.posts` is the index of that relation choose another name
// expect-error(2): Post\.index\(day\) another index is named `abc` rename one of the two
// expect-error(2): Post\.index\(title\) `a-b` is no name of a query use letters, digits and _, or write nullptr for no query
// expect-error(2): Post\.index\(day\) another index has the same keys remove one of the two, or give it a name
// expect-error(2): Post\.index\(day\) another index has the same keys remove one of the two, or give it a name
// expect-error(2): Tag\.secondaryIndexes names no index name one, as in a\.index\(`status`\)
// expect-error(2): Again \.secondaryIndexes\(\.\.\.\) is called twice call it once
// expect-error(3): Post\.index\(day\) `KEYS` is no projection write `ALL`, `KEYS_ONLY` or `INCLUDE`
// expect-error(3): Post\.index\(day\) `INCLUDE` names no field name some, as in \.projection\(`INCLUDE`, `title`\)
// expect-error(3): Post\.index\(day\) its query lacks `title`, which is required include it, remove \.required\(\), or write \.queryField\(nullptr\)
// expect-error(3): Post\.index\(text\) the model declares no field `titel` did you mean `title`\?
// expect-error(3): Post\.index\(text\) `title` is listed twice remove one of the two
// expect-error(3): Post\.index\(text\) `note` is a relation, which no table holds include its reference field
// expect-error(3): Post\.index\(title\) `ALL` takes no fields write `INCLUDE`, or remove the fields
// expect-error(3): Post\.index\(noteId\) its query lacks `title`, which is required include it, remove \.required\(\), or write \.queryField\(nullptr\)
// expect-error(4): Post\.secondaryIndexes the table needs 21 indexes, 1 of them for relations DynamoDB allows 20: remove some
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
         "Post"_s =
             a.model(
                  "title"_s = a.string(), "day"_s = a.date(), "live"_s = a.boolean(),
                  "tags"_s = a.string().array(), "place"_s = a.customType("lat"_s = a.float_()),
                  "noteId"_s = a.id(), "note"_s = a.belongsTo("Note", "noteId")
             )
                 .secondaryIndexes(
                     a.index("titel"), a.index("owner"), a.index("live"), a.index("tags"),
                     a.index("place"), a.index("note"), a.index("id"),
                     a.index("title").sortKeys("createdAt"), a.index("day").sortKeys("live"),
                     a.index("title").sortKeys("day", "day"), a.index("title").sortKeys("title"),
                     a.index("title").sortKeys(),
                     a.index("day").sortKeys("title").sortKeys("title").name("abc").name("abc")
                 ),
         "Note"_s = a.model("posts"_s = a.hasMany("Post", "noteId"))
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
         "Post"_s = a.model(
                         "title"_s = a.string(), "day"_s = a.date(), "noteId"_s = a.id(),
                         "note"_s = a.belongsTo("Note", "noteId")
         )
                        .secondaryIndexes(
                            a.index("title").name("ab").queryField("q1"),
                            a.index("title").name("a b c").queryField("q2"),
                            a.index("title").name("gsi-Note.posts").queryField("q3"),
                            a.index("title").name("abc").queryField("q4"),
                            a.index("day").name("abc").queryField("q5"),
                            a.index("title").queryField("a-b"), a.index("day").queryField("q6"),
                            a.index("day").queryField("q7"),
                            a.index("day").sortKeys("title").queryField("q8"),
                            a.index("day").sortKeys("title").queryField("q9")
                        ),
         "Note"_s = a.model("posts"_s = a.hasMany("Post", "noteId")),
         "Tag"_s = a.model("a"_s = a.string()).secondaryIndexes(),
         "Again"_s = a.model("a"_s = a.string())
                         .secondaryIndexes(a.index("a"))
                         .secondaryIndexes(a.index("a"))
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 3
    a.schema(
         "Post"_s =
             a.model(
                  "title"_s = a.string().required(), "day"_s = a.date(), "text"_s = a.string(),
                  "noteId"_s = a.id(), "note"_s = a.belongsTo("Note", "noteId")
             )
                 .secondaryIndexes(
                     a.index("day").projection("KEYS"),
                     a.index("day").sortKeys("text").projection("INCLUDE"),
                     a.index("text").projection("INCLUDE", "titel", "title"),
                     a.index("text").sortKeys("day").projection(
                         "INCLUDE", "title", "title", "note"
                     ),
                     a.index("title").projection("ALL", "text"),
                     a.index("noteId").projection("KEYS_ONLY")
                 ),
         "Note"_s = a.model("posts"_s = a.hasMany("Post", "noteId"))
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 4
    a.schema(
         "Post"_s = a.model(
                         "a"_s = a.id(), "b"_s = a.id(), "c"_s = a.id(), "d"_s = a.id(),
                         "noteId"_s = a.id(), "note"_s = a.belongsTo("Note", "noteId")
         )
                        .secondaryIndexes(
                            a.index("a"), a.index("b"), a.index("c"), a.index("d"),
                            a.index("a").sortKeys("b"), a.index("a").sortKeys("c"),
                            a.index("a").sortKeys("d"), a.index("b").sortKeys("a"),
                            a.index("b").sortKeys("c"), a.index("b").sortKeys("d"),
                            a.index("c").sortKeys("a"), a.index("c").sortKeys("b"),
                            a.index("c").sortKeys("d"), a.index("d").sortKeys("a"),
                            a.index("d").sortKeys("b"), a.index("d").sortKeys("c"),
                            a.index("a").sortKeys("b", "c"), a.index("a").sortKeys("b", "d"),
                            a.index("a").sortKeys("c", "b"), a.index("a").sortKeys("c", "d")
                        ),
         "Note"_s = a.model("posts"_s = a.hasMany("Post", "noteId"))
    )
        .authorization(allow.guest());
#else
    a.schema(
         "Post"_s = a.model(
                         "title"_s = a.string().required(), "state"_s = a.enumeration("A"),
                         "day"_s = a.date(), "createdAt"_s = a.datetime(), "noteId"_s = a.id(),
                         "note"_s = a.belongsTo("Note", "noteId")
         )
                        .secondaryIndexes(
                            a.index("state").sortKeys("day", "createdAt"), a.index("noteId"),
                            a.index("day").queryField(nullptr).projection("KEYS_ONLY"),
                            a.index("day").name("by-day.2").queryField("postsByDay"),
                            a.index("title").projection("INCLUDE", "day", "updatedAt", "id"),
                            a.index("state").projection("INCLUDE", "title").queryField("byState")
                        ),
         "Note"_s = a.model("posts"_s = a.hasMany("Post", "noteId"), "b"_s = a.id().required())
                        .identifier("id")
    )
        .authorization(allow.guest());
#endif
using Schema = ClientSchema<schema>;
