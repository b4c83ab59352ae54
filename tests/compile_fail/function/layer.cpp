// expect-error: InvalidLayerFormatError: a layer is `name:version` or `arn:aws:lambda
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>

using namespace amplify;

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto wrong = defineFunction({.layers = {{"sharp", "SharpLayer"}}});
#else
const auto right = defineFunction({.layers = {{"sharp", "SharpLayer:1"}}});
#endif
