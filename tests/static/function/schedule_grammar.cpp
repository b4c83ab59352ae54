// SPDX-License-Identifier: Apache-2.0
#include <amplify/function/schedule_grammar.hpp>

namespace amplify::detail::schedule {

constexpr fault_kind fault(std::string_view text) { return check(text).fault; }
constexpr std::size_t field(std::string_view text) { return check(text).field; }

// Rates.
static_assert(fault("every 5m") == fault_kind::none);
static_assert(fault("every 2h") == fault_kind::none);
static_assert(fault("every day") == fault_kind::none);
static_assert(fault("every week") == fault_kind::none);
static_assert(fault("every month") == fault_kind::none);
static_assert(fault("every year") == fault_kind::none);
static_assert(fault("every 61m") == fault_kind::none);
static_assert(fault("every 0m") == fault_kind::rate_number);
static_assert(fault("every -1m") == fault_kind::rate_number);
static_assert(fault("every 1.5h") == fault_kind::rate_number);
static_assert(fault("every m") == fault_kind::rate_number);
static_assert(fault("every 99999999999m") == fault_kind::rate_number);
static_assert(fault("every foo") == fault_kind::rate_form);
static_assert(fault("every") == fault_kind::rate_form);
static_assert(fault("every ") == fault_kind::rate_form);
static_assert(fault("every 2 days") == fault_kind::rate_form);

// Cron expressions.
static_assert(fault("0 9 * * ?") == fault_kind::none);
static_assert(fault("0 9 ? * 2 *") == fault_kind::none);
static_assert(fault("0/15 8-17 ? * 2-6 *") == fault_kind::none);
static_assert(fault("0,30 8-10,14-16/2 ? * MON-FRI 2030-2040") == fault_kind::none);
static_assert(fault("*/5 * 1,15 JAN,JUL-SEP ? *") == fault_kind::none);
static_assert(fault("0 0 L * ? *") == fault_kind::none);
static_assert(fault("0 0 15W * ? *") == fault_kind::none);
static_assert(fault("0 0 ? * 6L *") == fault_kind::none);
static_assert(fault("0 0 ? * L *") == fault_kind::none);
static_assert(fault("0 0 ? * MON#2 *") == fault_kind::none);
static_assert(fault("0  9  *  *  ?") == fault_kind::none);

static_assert(fault("") == fault_kind::cron_fields);
static_assert(fault("0 9 * *") == fault_kind::cron_fields);
static_assert(fault("0 9 * * ? * *") == fault_kind::cron_fields);
static_assert(fault("60 9 * * ?") == fault_kind::cron_value && field("60 9 * * ?") == 0);
static_assert(fault("0 24 * * ?") == fault_kind::cron_value && field("0 24 * * ?") == 1);
static_assert(fault("0 9 0 * ?") == fault_kind::cron_value && field("0 9 0 * ?") == 2);
static_assert(fault("0 9 * 13 ?") == fault_kind::cron_value && field("0 9 * 13 ?") == 3);
static_assert(fault("0 9 ? * 8") == fault_kind::cron_value && field("0 9 ? * 8") == 4);
static_assert(fault("0 9 ? * 1 1969") == fault_kind::cron_value && field("0 9 ? * 1 1969") == 5);
static_assert(fault("MON 9 ? * 1") == fault_kind::cron_value);
static_assert(fault("? 9 ? * 1") == fault_kind::cron_value);
static_assert(fault("0 9 ? * mon") == fault_kind::cron_value);
static_assert(fault("0,,5 9 ? * 1") == fault_kind::cron_value);
static_assert(fault("30-10 9 ? * 1") == fault_kind::cron_range);
static_assert(fault("0-60 9 ? * 1") == fault_kind::cron_range);
static_assert(fault("1-2-3 9 ? * 1") == fault_kind::cron_range);
static_assert(fault("*/0 9 ? * 1") == fault_kind::cron_step);
static_assert(fault("5/70 9 ? * 1") == fault_kind::cron_step);
static_assert(fault("5/ 9 ? * 1") == fault_kind::cron_step);
static_assert(fault("70/5 9 ? * 1") == fault_kind::cron_step);
static_assert(fault("0 9 1,L * ?") == fault_kind::cron_wildcard);
static_assert(fault("0 9 32W * ?") == fault_kind::cron_wildcard);
static_assert(fault("0 9 ? * 5W") == fault_kind::cron_wildcard);
static_assert(fault("0 9 ? * MON#6") == fault_kind::cron_wildcard);
static_assert(fault("0 9 ? * 2,MON#1") == fault_kind::cron_wildcard);
static_assert(fault("0 9 1 * 1") == fault_kind::cron_both_days);
static_assert(fault("0 9 * * *") == fault_kind::cron_both_days);
static_assert(fault("0 9 ? * ?") == fault_kind::cron_no_day);

}  // namespace amplify::detail::schedule
