// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace amplify::appsync {

/// When a key made now expires, in seconds since 1970. Rounded up to the next midnight, UTC, so
/// that synthesizing twice on a day gives the same template; AppSync rounds down to the hour. At
/// most 365 days from now, as AppSync demands.
std::int64_t api_key_expiry(int days, std::int64_t now);

/// The same for the present, or for the time that the environment variable `SOURCE_DATE_EPOCH`
/// gives (https://reproducible-builds.org/specs/source-date-epoch/).
std::int64_t api_key_expiry(int days);

}  // namespace amplify::appsync
