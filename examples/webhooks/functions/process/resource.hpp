// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>

#include "../../messaging/resource.hpp"

// [function]
inline const auto process = amplify::defineFunction({
    .name = "process",
    .entry = "./handler.cpp",
    .timeoutSeconds = 20,
    .memoryMB = 256,
    .events = {amplify::QueueEvents{.queue = deliveries, .maxConcurrency = 5}},
});
// [/function]
