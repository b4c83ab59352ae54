// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto code = a.handler.custom({.entry = "./handler.js"});

constexpr auto schema = a.schema(
    "Post"_s =
        a.model("title"_s = a.string(), "likes"_s = a.integer()).authorization(allow.owner()),
    "Stats"_s = a.customType("likes"_s = a.integer(), "top"_s = a.ref("Top")),
    "Top"_s = a.customType("title"_s = a.string()),
    "like"_s =
        a.mutation()
            .arguments("postId"_s = a.id().required())
            .returns(a.ref("Post"))
            .authorization(allow.authenticated())
            .handler(a.handler.custom({.entry = "./handler.js", .dataSource = a.ref("Post")})),
    "stats"_s = a.query()
                    .returns(a.ref("Stats"))
                    .authorization(allow.group("A"), allow.groups("B", "C"))
                    .handler(code),
    "publicStats"_s = a.query()
                          .returns(a.ref("Stats").array())
                          .authorization(allow.publicApiKey(), allow.group("A"))
                          .handler(code),
    "recount"_s = a.mutation()
                      .returns(a.ref("Stats"))
                      .authorization(allow.publicApiKey())
                      .handler(code, code),
    "recountAll"_s =
        a.mutation().returns(a.ref("Stats")).authorization(allow.authenticated()).handler(code),
    "onPost"_s = a.subscription()
                     .for_(a.ref("Post").mutations("create", "update", "delete"))
                     .authorization(allow.authenticated())
                     .handler(code),
    "onLike"_s = a.subscription()
                     .for_(a.ref("like"))
                     .arguments("postId"_s = a.id())
                     .authorization(allow.publicApiKey(), allow.group("A"))
                     .handler(code),
    "onRecount"_s = a.subscription()
                        .for_(a.ref("recount"), a.ref("recountAll"))
                        .authorization(allow.authenticated())
                        .handler(code)
);

const Twin twin("code_handlers", schema);

}  // namespace
