// expect-error: InvalidRuntimeError: \.runtime of a Node\.js function is 18, 20, 22 or 24
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.runtime = 16});
#else
const auto right = defineFunction({.runtime = 22});
#endif
