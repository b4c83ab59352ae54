// expect-error: InvalidLogRetentionError: \.retention is `1 day`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.logging = {.retention = "8 days"}});
#else
const auto right = defineFunction({.logging = {.retention = "1 week"}});
#endif
