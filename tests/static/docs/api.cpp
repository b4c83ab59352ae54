// SPDX-License-Identifier: Apache-2.0
// What docs/api.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

namespace http {
// [api]
const auto getOrder = defineFunction({.entry = "./get-order.ts"});
const auto addOrder = defineFunction({.entry = "./add-order.ts"});

const auto orders = defineHttpApi({
    .name = "orders",
    .routes =
        {
            {"GET /orders/{id}", getOrder, {allow.guest(), allow.authenticated()}},
            {"POST /orders", addOrder, {allow.group("STAFF")}},
        },
    .cors = {.allowOrigins = {"https://example.com"}},
});
// [/api]
}  // namespace http

namespace authorizers {
using http::addOrder;
using http::getOrder;
// [authorizers]
const auto checkToken = defineFunction({.entry = "./check-token.ts"});

const auto shop = defineRestApi({
    .name = "shop",
    .routes =
        {
            {"GET /prices", getOrder, {}, ApiAuthorizer::none()},
            {"GET /orders/{id}", getOrder, {}, ApiAuthorizer::userPool()},
            {"POST /orders", addOrder, {}, RestApiAuthorizer::apiKey()},
            {"POST /returns", addOrder, {}, ApiAuthorizer::function(checkToken)},
        },
    .apiKeyThrottle = {.rateLimit = 10, .burstLimit = 20},
});
// [/authorizers]
}  // namespace authorizers

namespace domain {
using http::getOrder;
// [domain]
const auto orders = defineHttpApi({
    .name = "orders",
    .routes = {{"ANY /{path+}", getOrder}},
    .defaultAuthorizer = ApiAuthorizer::userPool(),
    .throttle = {.rateLimit = 100, .burstLimit = 200},
    .accessLogs = {.enabled = true, .retentionInDays = 30},
    .domain =
        {
            .domainName = "api.example.com",
            .certificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/example",
            .hostedZoneId = "Z0123456789EXAMPLE",
        },
});
// [/domain]
}  // namespace domain
