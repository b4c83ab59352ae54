// expect-error: InvalidTimeoutError: \.timeoutSeconds takes a whole number from 1 to 900
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.timeoutSeconds = 901});
#else
const auto right = defineFunction({.timeoutSeconds = 900});
#endif
