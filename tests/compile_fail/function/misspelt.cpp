// expect-error: FunctionProps
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.timeoutSecond = 5});
#else
const auto right = defineFunction({.timeoutSeconds = 5});
#endif
