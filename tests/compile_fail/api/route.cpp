// expect-error(1): InvalidRouteError: a route is like `GET /orders/\{id\}`
// expect-error(2): InvalidRouteError: after the method and one space
// expect-error(3): InvalidRouteError: a route's path has no empty part
// expect-error(4): InvalidRouteError: a route's path has a character
// expect-error(5): InvalidRouteError: a path's parameter ends in `\}`
// expect-error(6): InvalidRouteError: `\{name\+\}` takes all that follows
// expect-error(7): InvalidRouteError: a path's parameter is `\{name\}`
// expect-error(8): InvalidRouteError: a path has each parameter once
// expect-error(9): InvalidRouteError: a route is like `GET /orders/\{id\}`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow.hpp>
#include <amplify/api.hpp>
#include <amplify/function.hpp>

using namespace amplify;

const auto getOrder = defineFunction({});

const auto orders = defineHttpApi({
    .name = "orders",
    .routes =
        {
            {"GET|PUT /orders/{id}/{rest+}", getOrder, {allow.guest()}},
            {"$default", getOrder, {}, ApiAuthorizer::none()},
        },
});

#if AMPLIFY_MUST_NOT_COMPILE == 1
const HttpApiRoute misuse{"FETCH /orders", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 2
const HttpApiRoute misuse{"GET orders", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 3
const HttpApiRoute misuse{"GET /orders/", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 4
const HttpApiRoute misuse{"GET /orders?id", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 5
const HttpApiRoute misuse{"GET /orders/{id", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 6
const HttpApiRoute misuse{"GET /{rest+}/orders", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 7
const HttpApiRoute misuse{"GET /orders/{}", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 8
const HttpApiRoute misuse{"GET /{id}/orders/{id}", getOrder};
#elif AMPLIFY_MUST_NOT_COMPILE == 9
const RestApiRoute misuse{"$default", getOrder};
#endif
