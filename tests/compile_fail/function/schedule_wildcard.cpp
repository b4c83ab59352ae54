// expect-error: FunctionScheduleInitializationError: day-of-month takes `L` or `15W`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.schedule = "0 9 1,L * ?"});
#else
const auto right = defineFunction({.schedule = "0 9 L * ?"});
#endif
