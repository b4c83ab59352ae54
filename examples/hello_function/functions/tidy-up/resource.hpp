// SPDX-License-Identifier: Apache-2.0
#pragma once

// [function]
#include <amplify/backend.hpp>

inline const auto tidyUp = amplify::defineFunction({
    .timeoutSeconds = 30,
    .environment = {{"STAGE", "dev"}},
    .schedule = "0 4 ? * MON-FRI *",
});
// [/function]
