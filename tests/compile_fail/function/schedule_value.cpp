// expect-error: FunctionScheduleInitializationError: a cron field takes minutes 0-59
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = {"every day", "61 9 * * ?"}});
#else
const auto right = defineFunction({.schedule = "0 9 * * ?"});
#endif
