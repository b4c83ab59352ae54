// expect-error: InvalidSecretNameError: a secret's name has
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.environment = {{"KEY", secret("my/key")}}});
#else
const auto right = defineFunction({.environment = {{"KEY", secret("KEY")}}});
#endif
