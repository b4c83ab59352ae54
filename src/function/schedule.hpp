// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function/schedule.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amplify::functions {

/// What is wrong with a schedule of a function that may take `timeout` seconds, as a sentence.
std::optional<std::string> fault_of(const FunctionSchedule& schedule, std::int64_t timeout);

/// For EventBridge Scheduler: `cron(0 9 * * ? *)`. Only of a schedule without fault.
std::string expression(const FunctionSchedule& schedule);

/// Whether the machine's tz database has the time zone; nothing when it has no such database.
std::optional<bool> knows_timezone(std::string_view timezone);

}  // namespace amplify::functions
