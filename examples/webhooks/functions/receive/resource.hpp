// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>

inline const auto receive = amplify::defineFunction({
    .name = "receive",
    .environment = {{"SIGNING_KEY", amplify::secret("SIGNING_KEY")}},
});
