// SPDX-License-Identifier: Apache-2.0
#include "function/schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace amplify::functions {
namespace {

namespace fs = std::filesystem;
namespace grammar = detail::schedule;
using grammar::fault_kind;

constexpr std::int64_t seconds_per_minute = 60;

std::string sentence(fault_kind fault, const grammar::cron_field& field) {
  const auto bounds = fmt::format("between {} and {}", field.least, field.most);
  switch (fault) {
    case fault_kind::none:
      break;
    case fault_kind::rate_form:
      return "Function schedule rate must be `every 5m`, `every 2h`, `every day`, `every week`, "
             "`every month` or `every year`";
    case fault_kind::rate_number:
      return "Function schedule rate must be set with a positive whole number";
    case fault_kind::cron_fields:
      return "Cron expressions must have 5 or 6 fields: minutes hours day-of-month month "
             "day-of-week [year]";
    case fault_kind::cron_value:
      return fmt::format("Cron field for {} must be a whole number {}", field.name, bounds);
    case fault_kind::cron_range:
      return fmt::format(
          "Cron range for {} must be whole numbers {}, going up", field.name, bounds
      );
    case fault_kind::cron_step:
      return fmt::format("Cron step values for {} must be whole numbers {}", field.name, bounds);
    case fault_kind::cron_wildcard:
      return fmt::format(
          "Cron field for {} has a wildcard that EventBridge doesn't take", field.name
      );
    case fault_kind::cron_both_days:
      return "Cron expressions cannot have both day-of-month and day-of-week defined, you must use "
             "a ? in one of the fields";
    case fault_kind::cron_no_day:
      return "Cron expressions must have a day-of-month or a day-of-week, and a ? in one of the "
             "fields alone";
  }
  return {};
}

std::string rate_expression(const grammar::rate& rate) {
  constexpr std::int64_t minutes_per_hour = 60;
  constexpr std::int64_t hours_per_day = 24;
  if (rate.unit == "day") return "cron(0 0 * * ? *)";
  if (rate.unit == "week") return "cron(0 0 ? * 1 *)";
  if (rate.unit == "month") return "cron(0 0 1 * ? *)";
  if (rate.unit == "year") return "cron(0 0 1 1 ? *)";
  if (rate.unit == "m") {
    // A step as long as the hour or longer would mean: every hour.
    return rate.count < minutes_per_hour ? fmt::format("cron(*/{} * * * ? *)", rate.count)
                                         : fmt::format("rate({} minutes)", rate.count);
  }
  return rate.count < hours_per_day ? fmt::format("cron(0 */{} * * ? *)", rate.count)
                                    : fmt::format("rate({} hours)", rate.count);
}

}  // namespace

std::optional<std::string> fault_of(const FunctionSchedule& schedule, std::int64_t timeout) {
  const auto found = grammar::check(schedule.text());
  if (found.fault != fault_kind::none)
    return sentence(found.fault, grammar::cron_fields[found.field]);
  grammar::rate rate;
  if (!grammar::is_rate(schedule.text())) return std::nullopt;
  grammar::parse_rate(schedule.text(), rate);
  if (rate.unit != "m" || rate.count * seconds_per_minute >= timeout) return std::nullopt;
  return fmt::format(
      "Function schedule rate must be greater than the function timeout of {} seconds", timeout
  );
}

std::string expression(const FunctionSchedule& schedule) {
  grammar::rate rate;
  if (grammar::is_rate(schedule.text())) {
    grammar::parse_rate(schedule.text(), rate);
    return rate_expression(rate);
  }
  std::array<std::string_view, 6> parts{};
  if (grammar::split_cron(schedule.text(), parts) < parts.size()) parts.back() = "*";
  return fmt::format("cron({})", fmt::join(parts, " "));
}

std::optional<bool> knows_timezone(std::string_view timezone) {
  const fs::path database = "/usr/share/zoneinfo";
  std::error_code ignored;
  if (!fs::exists(database / "Etc" / "UTC", ignored)) return std::nullopt;
  const bool is_name = std::ranges::all_of(timezone, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '-' || c == '+';
  });
  std::ifstream file;
  if (is_name && fs::is_regular_file(database / timezone, ignored)) {
    file.open(database / timezone, std::ios::binary);
  }
  std::array<char, 4> magic{};
  file.read(magic.data(), magic.size());
  return std::string_view(magic.data(), magic.size()) == "TZif";
}

}  // namespace amplify::functions
