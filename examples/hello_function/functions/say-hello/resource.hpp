// SPDX-License-Identifier: Apache-2.0
#pragma once

// [function]
#include <amplify/backend.hpp>

inline const auto sayHello = amplify::defineFunction({
    .name = "say-hello",
    .entry = "./handler.cpp",
    .memoryMB = 128,
    .architecture = amplify::Architecture::x86_64,
    .url = true,
});
// [/function]
