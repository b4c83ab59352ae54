// expect-error: FunctionScheduleInitializationError: a cron expression has 5 or 6 fields
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = "0 9 * *"});
#else
const auto right = defineFunction({.schedule = "0 9 * * ?"});
#endif
