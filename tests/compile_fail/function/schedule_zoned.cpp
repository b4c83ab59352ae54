// expect-error: FunctionScheduleInitializationError: a cron field takes minutes 0-59
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong =
    defineFunction({.schedule = ZonedCronSchedule{.cron = "0 25 * * ?", .timezone = "UTC"}});
#else
const auto right =
    defineFunction({.schedule = ZonedCronSchedule{.cron = "0 9 * * ?", .timezone = "UTC"}});
#endif
