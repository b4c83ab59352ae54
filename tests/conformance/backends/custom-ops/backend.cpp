// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include <amplify/backend.hpp>
#include <amplify/cdk/dynamodb.hpp>

namespace {

using namespace amplify;
using namespace amplify::literals;

const defineFunction echoHandler({.name = "echo", .entry = "./amplify/functions/echo/handler.ts"});
const defineFunction stepOne({.name = "step1", .entry = "./amplify/functions/step1/handler.ts"});
const defineFunction stepTwo({.name = "step2", .entry = "./amplify/functions/step2/handler.ts"});
const defineFunction bgJob({.name = "bg", .entry = "./amplify/functions/bg/handler.ts"});
const defineFunction inlineFn({.entry = "./amplify/data/inline-fn/handler.ts"});

constexpr auto chatSchema = a.schema(
    "Post"_s = a.model("content"_s = a.string(), "rank"_s = a.integer(), "ownerName"_s = a.string())
                   .authorization(allow.owner(), allow.authenticated().to("read")),
    "EchoResponse"_s = a.customType(
        "content"_s = a.string(), "executionDuration"_s = a.float_(),
        "nested"_s = a.customType("deep"_s = a.ref("Deep"))
    ),
    "Deep"_s = a.customType("v"_s = a.integer().array(), "level"_s = a.ref("Level")),
    "Level"_s = a.enumeration("LOW", "HIGH"),
    "Filter"_s = a.customType(
        "field"_s = a.string().required(), "op"_s = a.enumeration("EQ", "NE"),
        "values"_s = a.string().array(), "sub"_s = a.ref("Deep")
    ),
    // function handler, custom type return
    "echo"_s = a.query()
                   .arguments(
                       "content"_s = a.string(), "n"_s = a.integer().required(),
                       "tags"_s = a.string().array()
                   )
                   .returns(a.ref("EchoResponse"))
                   .authorization(allow.publicApiKey(), allow.authenticated(), allow.guest())
                   .handler(a.handler.function(echoHandler)),
    // scalar return
    "ping"_s = a.query()
                   .returns(a.string())
                   .authorization(allow.authenticated())
                   .handler(a.handler.function(inlineFn)),
    // inline custom type return + input customtype + enum args
    "find"_s = a.query()
                   .arguments(
                       "filter"_s = a.ref("Filter").required(), "many"_s = a.ref("Filter").array(),
                       "level"_s = a.ref("Level"), "sort"_s = a.enumeration("ASC_", "DESC_"),
                       "box"_s = a.customType("w"_s = a.float_(), "h"_s = a.float_())
                   )
                   .returns(a.customType("total"_s = a.integer(), "ids"_s = a.id().array()))
                   .authorization(allow.group("Admin"))
                   .handler(a.handler.function(echoHandler)),
    // pipeline of functions
    "pipeline"_s = a.mutation()
                       .arguments("id"_s = a.id().required())
                       .returns(a.json())
                       .authorization(allow.groups("Admin"), allow.authenticated("identityPool"))
                       .handler(a.handler.function(stepOne), a.handler.function(stepTwo)),
    // async function
    "startJob"_s = a.mutation()
                       .arguments("payload"_s = a.json())
                       .authorization(allow.authenticated())
                       .handler(a.handler.function(bgJob).async()),
    // pipeline ending async
    "startJob2"_s = a.mutation()
                        .arguments("payload"_s = a.json())
                        .authorization(allow.authenticated())
                        .handler(a.handler.function(stepOne), a.handler.function(bgJob).async()),
    // string function name
    "byName"_s = a.query()
                     .returns(a.string())
                     .authorization(allow.authenticated())
                     .handler(a.handler.function("my-existing-lambda")),
    // custom JS on model datasource, NONE, and external datasource names; multi-step
    "topPosts"_s = a.query()
                       .arguments("limit"_s = a.integer())
                       .returns(a.ref("Post").array())
                       .authorization(allow.authenticated(), allow.publicApiKey())
                       .handler(a.handler.custom(
                           {.entry = "./amplify/data/top-posts.js", .dataSource = a.ref("Post")}
                       )),
    "callHttp"_s =
        a.query()
            .arguments("path"_s = a.string())
            .returns(a.json())
            .authorization(allow.group("Admin"))
            .handler(a.handler.custom({.entry = "./amplify/data/http.js", .dataSource = "HttpDs"})),
    "multiStep"_s =
        a.mutation()
            .arguments("id"_s = a.id())
            .returns(a.ref("Post"))
            .authorization(allow.authenticated())
            .handler(
                a.handler.custom({.entry = "./amplify/data/none.js"}),
                a.handler.custom({.entry = "./amplify/data/put.js", .dataSource = a.ref("Post")})
            ),
    "putExternal"_s = a.mutation()
                          .arguments("k"_s = a.string().required())
                          .returns(a.ref("EchoResponse"))
                          .authorization(allow.publicApiKey())
                          .handler(a.handler.custom(
                              {.entry = "./amplify/data/put.js", .dataSource = "ExternalTable"}
                          )),
    "emitEvent"_s =
        a.mutation()
            .arguments("d"_s = a.string())
            .returns(a.ref("EchoResponse"))
            .authorization(allow.authenticated())
            .handler(a.handler.custom({.entry = "./amplify/data/none.js", .dataSource = "Bus"})),
    // subscriptions
    "onMulti"_s = a.subscription()
                      .for_(a.ref("putExternal"), a.ref("emitEvent"))
                      .authorization(allow.publicApiKey(), allow.authenticated())
                      .handler(a.handler.custom({.entry = "./amplify/data/sub.js"})),
    "onPostChange"_s = a.subscription()
                           .for_(a.ref("Post").mutations("create", "delete"))
                           .authorization(allow.authenticated())
                           .handler(a.handler.custom({.entry = "./amplify/data/sub.js"}))
);

constexpr auto other = a.schema(
    "Audit"_s = a.model("what"_s = a.string().required()).authorization(allow.group("Admin"))
);

constexpr auto schema = a.combine(chatSchema, other);

const auto auth = defineAuth({.loginWith = {.email = true}, .groups = {"Admin"}});

const auto data = defineData({
    .schema = schema,
    .authorizationModes =
        {
            .defaultAuthorizationMode = AuthorizationMode::userPool,
            .apiKeyAuthorizationMode = {.expiresInDays = 14},
        },
});

}  // namespace

int main(int argc, char** argv) {
  const auto backend = defineBackend(auth, data);
  const cdk::Stack stack = backend[data].stack;
  const cdk::dynamodb::Table table(stack, "Ext", {.partitionKey = {.name = "k"}});
  backend[data].addDynamoDbDataSource("ExternalTable", table);
  backend[data].addHttpDataSource("HttpDs", "https://api.example.com");
  const cdk::Resource bus(
      stack, "AppBus", "AWS::Events::EventBus", cdk::Json::object({{"Name", "AppBus"}})
  );
  backend[data].addEventBridgeDataSource("Bus", bus.getAtt("Arn"));
  return run(backend, argc, argv);
}
