// expect-error(1): Post\.table a provisioned capacity is 1 or more write \.provisioned = TableCapacity\{\.read = 5, \.write = 5\}, say, or leave it out
// expect-error(1): Post\.table `NEW_IMAGES` is no view of a stream did you mean `NEW_IMAGE`\?
// expect-error(1): Post\.table `mine` is no ARN write that of a KMS key, as in `arn:aws:kms:\.\.\.:key/\.\.\.`
// expect-error(1): Post\.timeToLive the model declares no field `expires` did you mean `expiresAt`\?
// expect-error(1): Note\.timeToLive `day` holds no seconds since 1970 name an a\.timestamp\(\) or a\.integer\(\)
// expect-error(1): Tag\.timeToLive `times` holds no seconds since 1970 name an a\.timestamp\(\) or a\.integer\(\)
// expect-error(1): Tag \.timeToLive\(\.\.\.\) is called twice call it once
// expect-error(1): Tag \.table\(\.\.\.\) is called twice call it once
// expect-error(2): Post\.version an option of the model adds this field remove or rename yours, or name the other, as in \.version\(`revision`\)
// expect-error(2): Post\.createdBy an option of the model adds this field remove or rename yours
// expect-error(2): Post\.deletedAt an option of the model adds this field remove or rename yours
// expect-error(2): Note\.a-b no name in GraphQL use letters, digits and _, and start with a letter or _
// expect-error(2): Tag \.version\(\.\.\.\) is called twice call it once
// expect-error(2): Tag \.audit\(\.\.\.\) is called twice call it once
// expect-error(2): Tag \.softDelete\(\.\.\.\) is called twice call it once
// expect-error(3): Post\.version the API sets this field, so it is no key identify the model by other fields
// expect-error(3): Note\.index\(deletedAt\) `deletedAt` is there of deleted items alone index another field
// expect-error(3): Note\.index\(text\) `updatedBy` is set by the API make it the only sort key, or leave it out
// expect-error(3): Note\.index\(day\) its query lacks `deletedAt`, which is required include it, or write \.queryField\(nullptr\)
// expect-error(3): Note\.index\(day\) its query lacks `version`, which is required include it, or write \.queryField\(nullptr\)
// expect-error(3): Tag\.authorization the API keeps the field `createdBy` itself name another field
// expect-error(3): restorePost `Post` has an operation of this name rename it, or disable the other in \.disableOperations\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
         "Post"_s = a.model("expiresAt"_s = a.timestamp())
                        .table({
                            .provisioned = TableCapacity{.read = 0},
                            .encryptionKeyArn = "mine",
                            .stream = "NEW_IMAGES",
                        })
                        .timeToLive("expires"),
         "Note"_s = a.model("day"_s = a.date()).timeToLive("day"),
         "Tag"_s = a.model("times"_s = a.timestamp().array())
                       .timeToLive("times")
                       .timeToLive("times")
                       .table({})
                       .table({})
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
         "Post"_s = a.model(
                         "version"_s = a.integer(), "createdBy"_s = a.string(),
                         "deletedAt"_s = a.datetime()
         )
                        .version()
                        .audit()
                        .softDelete(),
         "Note"_s = a.model("a"_s = a.string()).version("a-b"),
         "Tag"_s = a.model("a"_s = a.string())
                       .version()
                       .version()
                       .audit()
                       .audit()
                       .softDelete()
                       .softDelete()
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 3
    a.schema(
         "Post"_s = a.model("a"_s = a.string()).version().softDelete().identifier("version"),
         "Note"_s = a.model("text"_s = a.string(), "day"_s = a.date())
                        .version()
                        .audit()
                        .softDelete()
                        .secondaryIndexes(
                            a.index("deletedAt"), a.index("text").sortKeys("day", "updatedBy"),
                            a.index("day").projection("KEYS_ONLY")
                        ),
         "Tag"_s =
             a.model("a"_s = a.string()).audit().authorization(allow.ownerDefinedIn("createdBy")),
         "restorePost"_s = a.mutation().returns(a.string()).handler(a.handler.function("f"))
    )
        .authorization(allow.guest());
#else
    a.schema(
         "Post"_s = a.model(
                         "text"_s = a.string(), "expiresAt"_s = a.timestamp(),
                         "place"_s = a.customType("lat"_s = a.float_())
         )
                        .table({.provisioned = TableCapacity{.read = 2}, .retain = false})
                        .timeToLive("expiresAt")
                        .version("revision")
                        .audit()
                        .softDelete()
                        .secondaryIndexes(
                            a.index("createdBy").sortKeys("updatedBy"),
                            a.index("text").projection("INCLUDE", "revision", "deletedAt")
                        )
    )
        .authorization(allow.guest());
#endif
using Schema = ClientSchema<schema>;
