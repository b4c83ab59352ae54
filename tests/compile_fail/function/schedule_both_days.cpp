// expect-error: FunctionScheduleInitializationError: a cron expression has a day-of-month or a day-of-week
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = "0 9 1 * 2"});
#else
const auto right = defineFunction({.schedule = "0 9 1 * ?"});
#endif
