// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({.loginWith = {.email = true}});

const auto authorizer = defineFunction({
    .name = "authorizer",
    .entry = "./amplify/data/handler.ts",
});

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string())
                   .authorization(allow.owner("oidc"), allow.custom().to("read")),
    "Page"_s =
        a.model("text"_s = a.string())
            .authorization(allow.authenticated(), allow.groups({"Editors"}, "oidc").to("update"))
);

const auto data = defineData({
    .schema = schema,
    .authorizationModes =
        {.defaultAuthorizationMode = AuthorizationMode::oidc,
         .lambdaAuthorizationMode = {.function = authorizer, .timeToLiveInSeconds = 300},
         .oidcAuthorizationMode =
             {.oidcProviderName = "acme",
              .oidcIssuerUrl = "https://id.example.com",
              .clientId = "notes",
              .tokenExpiryFromAuthInSeconds = 3600,
              .tokenExpireFromIssueInSeconds = 7200}},
    .logging =
        DataLogConfig{
            .retention = "1 month",
            .excludeVerboseContent = false,
            .fieldLogLevel = DataLogLevel::error,
        },
});

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
