// SPDX-License-Identifier: Apache-2.0
// What docs/data.md shows.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

extern const defineData sdl_data;
extern const defineData partners_data;

namespace {

constexpr auto partners_schema = a.schema(
    "Offer"_s =
        a.model("text"_s = a.string()).authorization(allow.owner("oidc"), allow.custom().to("read"))
);

}  // namespace

// clang-format off: a definition reads best with a line for each entry
// [sdl]
const defineData sdl_data = defineData({
    .schema = R"(
      type Todo @model @auth(rules: [{allow: owner}, {allow: private, operations: [read]}]) {
        content: String! @validate(type: minLength, value: "1")
        state: State @default(value: "OPEN") @index(name: "byState", queryField: "todosByState")
        steps: [Step] @hasMany(references: ["todoId"])
      }
      type Step @model @auth(rules: [{allow: owner}]) {
        text: String
        todoId: ID
        todo: Todo @belongsTo(references: ["todoId"])
      }
      enum State { OPEN DONE }
    )",
});
// [/sdl]

// [modes]
const auto authorizer = defineFunction({.name = "authorizer", .entry = "./authorizer.ts"});

const defineData partners_data = defineData({
    .schema = partners_schema,
    .authorizationModes =
        {.defaultAuthorizationMode = AuthorizationMode::oidc,
         .lambdaAuthorizationMode = {.function = authorizer, .timeToLiveInSeconds = 300},
         .oidcAuthorizationMode =
             {.oidcProviderName = "acme",
              .oidcIssuerUrl = "https://id.example.com",
              .tokenExpiryFromAuthInSeconds = 3600,
              .tokenExpireFromIssueInSeconds = 3600}},
    .logging = DataLogConfig{.retention = "1 month", .fieldLogLevel = DataLogLevel::error},
});
// [/modes]
