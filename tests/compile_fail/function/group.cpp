// expect-error: InvalidResourceNameError: a name starts with a letter
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.resourceGroupName = "my/jobs"});
#else
const auto right = defineFunction({.resourceGroupName = "jobs"});
#endif
