// expect-error: InvalidDurableFunctionRetentionPeriodError: \.retentionPeriodDays takes a whole number from 1 to 90
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong =
    defineFunction({.durableConfig = {.executionTimeoutSeconds = 60, .retentionPeriodDays = 91}});
#else
const auto right =
    defineFunction({.durableConfig = {.executionTimeoutSeconds = 60, .retentionPeriodDays = 90}});
#endif
