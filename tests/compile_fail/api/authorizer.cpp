// expect-error(1): could not convert .*RestApiAuthorizer.* to .*ApiAuthorizer|no viable conversion from .*RestApiAuthorizer
// expect-error(2): InvalidAuthorizerError: answers of an authorizer hold for 0 to 3600 seconds
// expect-error(3): InvalidResourceNameError: a name starts with a letter
// expect-error(4): InvalidResourceNameError: a stage's name
// SPDX-License-Identifier: Apache-2.0
#include <amplify/api.hpp>
#include <amplify/function.hpp>

using namespace amplify;

const auto handler = defineFunction({});
const auto guard = defineFunction({.name = "guard"});

const RestApiRoute keyed{"GET /orders", handler, {}, RestApiAuthorizer::apiKey()};
const RestApiRoute guarded{"GET /orders", handler, {}, ApiAuthorizer::function(guard, 0)};

#if AMPLIFY_MUST_NOT_COMPILE == 1
const HttpApiRoute misuse{"GET /orders", handler, {}, RestApiAuthorizer::apiKey()};
#elif AMPLIFY_MUST_NOT_COMPILE == 2
const HttpApiRoute misuse{"GET /orders", handler, {}, ApiAuthorizer::function(guard, 7200)};
#elif AMPLIFY_MUST_NOT_COMPILE == 3
const auto misuse = defineHttpApi({.name = "1st"});
#elif AMPLIFY_MUST_NOT_COMPILE == 4
const auto misuse = defineRestApi({.name = "orders", .stageName = "v/1"});
#endif
