// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>

inline const auto health = amplify::defineFunction({
    .name = "health",
    .entry = "./handler.cpp",
    .memoryMB = 128,
});
