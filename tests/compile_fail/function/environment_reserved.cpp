// expect-error: FunctionReservedEnvironmentVariableError
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.environment = {{"AMPLIFY_SSM_ENV_CONFIG", "{}"}}});
#else
const auto right = defineFunction({.environment = {{"STAGE", "dev"}}});
#endif
