// expect-error: deleted
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.timeoutSeconds = 2.5});
#else
const auto right = defineFunction({.timeoutSeconds = 2});
#endif
