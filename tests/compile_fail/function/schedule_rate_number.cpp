// expect-error: FunctionScheduleInitializationError: a rate must be set with a positive whole number
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = "every 0m"});
#else
const auto right = defineFunction({.schedule = "every 5m"});
#endif
