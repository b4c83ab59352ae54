// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/messaging.hpp>

#include "../functions/receive/resource.hpp"

// [queue]
inline const auto deliveries = amplify::defineQueue({
    .name = "deliveries",
    .deadLetterQueue = {.maxReceiveCount = 3},
    .access = {amplify::allow.resource(receive).to("send")},
});
// [/queue]
