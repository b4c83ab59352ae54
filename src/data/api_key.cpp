// SPDX-License-Identifier: Apache-2.0
#include "data/api_key.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace amplify::appsync {
namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

std::int64_t present() {
  if (const char* text = std::getenv("SOURCE_DATE_EPOCH")) {
    const std::string_view digits = text;
    std::int64_t seconds = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (error == std::errc() && end == digits.data() + digits.size()) return seconds;
  }
  return std::time(nullptr);
}

}  // namespace

std::int64_t api_key_expiry(int days, std::int64_t now) {
  const std::int64_t midnight = (now + days * day + day - 1) / day * day;
  const std::int64_t latest = (now + 365 * day) / hour * hour;
  return std::min(midnight, latest);
}

std::int64_t api_key_expiry(int days) { return api_key_expiry(days, present()); }

}  // namespace amplify::appsync
