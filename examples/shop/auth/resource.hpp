// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>

inline const auto auth = amplify::defineAuth({
    .loginWith = {.email = true},
    .groups = {"STAFF"},
});
