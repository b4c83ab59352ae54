// expect-error: InvalidDurableFunctionExecutionTimeoutError: \.executionTimeoutSeconds takes a whole number from 1 to 31622400
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.durableConfig = {.executionTimeoutSeconds = 31622401}});
#else
const auto right = defineFunction({.durableConfig = {.executionTimeoutSeconds = 60}});
#endif
