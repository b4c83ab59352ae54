// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>

inline const auto sweep = amplify::defineFunction({
    .name = "sweep",
    .entry = "./handler.cpp",
    .memoryMB = 128,
    .schedule =
        amplify::ZonedCronSchedule{.cron = "0 3 ? * MON-FRI *", .timezone = "Europe/Vienna"},
});
