// expect-error: InvalidMemoryMBError: \.memoryMB takes a whole number from 128 to 10240
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.memoryMB = 64});
#else
const auto right = defineFunction({.memoryMB = 128});
#endif
