// SPDX-License-Identifier: Apache-2.0
#include "data/api_key.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace amplify::appsync {
namespace {

constexpr std::int64_t day = 86400;
constexpr std::int64_t midnight = 20000 * day;

TEST(ApiKeyExpiry, IsTheSameAllDay) {
  EXPECT_EQ(api_key_expiry(7, midnight + 1), midnight + 8 * day);
  EXPECT_EQ(api_key_expiry(7, midnight + day - 1), midnight + 8 * day);
  EXPECT_EQ(api_key_expiry(7, midnight), midnight + 7 * day);
}

TEST(ApiKeyExpiry, IsNeverLessThanTheDaysAskedFor) {
  for (int hour = 0; hour < 24; ++hour) {
    const auto now = midnight + hour * 3600;
    EXPECT_GE(api_key_expiry(1, now), now + day);
  }
}

TEST(ApiKeyExpiry, StaysWithinAppSyncsLimit) {
  const auto now = midnight + 5 * 3600 + 59;
  EXPECT_EQ(api_key_expiry(365, now), midnight + 365 * day + 5 * 3600);
}

TEST(ApiKeyExpiry, CountsFromSourceDateEpoch) {
  setenv("SOURCE_DATE_EPOCH", "1728000001", 1);
  EXPECT_EQ(api_key_expiry(1), 1728000000 + 2 * day);
  unsetenv("SOURCE_DATE_EPOCH");
}

}  // namespace
}  // namespace amplify::appsync
