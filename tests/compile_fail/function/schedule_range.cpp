// expect-error: FunctionScheduleInitializationError: a cron range goes up
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = "0 17-8 * * ?"});
#else
const auto right = defineFunction({.schedule = "0 8-17 * * ?"});
#endif
