// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>

inline const auto postConfirmation = amplify::defineFunction({
    .name = "post-confirmation",
    .environment = {{"GROUP_NAME", "EDITORS"}},
    .resourceGroupName = "auth",
});
