// expect-error: FunctionScheduleInitializationError: a cron step is a positive whole number
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = "*/0 9 * * ?"});
#else
const auto right = defineFunction({.schedule = "*/5 9 * * ?"});
#endif
