// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>

// [function]
inline const auto makeThumbnail = amplify::defineFunction({
    .name = "make-thumbnail",
    .timeoutSeconds = 30,
    .memoryMB = 1024,
});
// [/function]
