// expect-error: FunctionScheduleInitializationError: a rate is `every 5m`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = "every foo"});
#else
const auto right = defineFunction({.schedule = "every 5m"});
#endif
