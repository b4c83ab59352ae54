// expect-error: InvalidEphemeralStorageSizeMBError: \.ephemeralStorageSizeMB takes a whole number from 512 to 10240
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.ephemeralStorageSizeMB = 100});
#else
const auto right = defineFunction({.ephemeralStorageSizeMB = 512});
#endif
