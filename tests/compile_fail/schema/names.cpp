// expect-error: a\.schema\(\.\.\.\) an entry has no name name it, as in `Post`_s = \.\.\.
// expect-error: 2nd no name in GraphQL use letters, digits and _, and start with a letter
// expect-error: Post the name is there twice rename or remove one of the two
// expect-error: Query the type `Query` exists already rename it
// expect-error: AWSThing the type `AWSThing` exists already rename it
// expect-error: post has the same operations as `Post` rename one of the two
// expect-error: CreatePostInput the API of `Post` has a type `CreatePostInput` rename it
// expect-error: ModelPostConnection the API of `Post` has a type `ModelPostConnection` rename it
// expect-error: BoxInput the API of `Box` has a type `BoxInput` rename it
// expect-error: Crate\.lid the type `CrateLid` exists already rename the field or the other type
// expect-error: Float the type `Float` exists already rename it
// expect-error: EventInvocationResponse operations with \.async\(\) return a type of this name rename it
// expect-error: find\.box the type `FindBoxInput` exists already rename the field or the other type
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto model = a.model("title"_s = a.string()).authorization(allow.owner());

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        ""_s = model, "2nd"_s = model, "Post"_s = model, "Post"_s = model, "Query"_s = model,
        "AWSThing"_s = model, "post"_s = model, "CreatePostInput"_s = model,
        "ModelPostConnection"_s = a.enumeration("A"), "Box"_s = a.customType("w"_s = a.float_()),
        "BoxInput"_s = a.customType("w"_s = a.float_()),
        "Crate"_s = a.model("box"_s = a.ref("Box"), "lid"_s = a.enumeration("OPEN"))
                        .authorization(allow.owner()),
        "CrateLid"_s = model, "Float"_s = a.enumeration("A"),
        "EventInvocationResponse"_s = a.customType("ok"_s = a.boolean()), "FindBoxInput"_s = model,
        "find"_s = a.query()
                       .arguments("box"_s = a.customType("w"_s = a.float_()))
                       .returns(a.string())
                       .handler(a.handler.function("x"))
                       .authorization(allow.authenticated()),
        "start"_s = a.mutation()
                        .handler(a.handler.function("x").async())
                        .authorization(allow.authenticated())
    );
#else
    a.schema(
        "FindBox"_s = model,
        "find"_s = a.query()
                       .arguments("box"_s = a.customType("w"_s = a.float_()))
                       .returns(a.string())
                       .handler(a.handler.function("x"))
                       .authorization(allow.authenticated()),
        "Post"_s = model, "post_"_s = model, "CreateInput"_s = model, "ModelPost"_s = model
    );
#endif
using Schema = ClientSchema<schema>;
