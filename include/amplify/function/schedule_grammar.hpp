// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// When a function may be set to run: Amplify's rates, and the cron expressions of "Schedule types
/// on EventBridge Scheduler" in its user guide.
namespace amplify::detail::schedule {

enum class fault_kind : std::uint8_t {
  none,
  rate_form,
  rate_number,
  cron_fields,
  cron_value,
  cron_range,
  cron_step,
  cron_wildcard,
  cron_both_days,
  cron_no_day,
};

/// One field of a cron expression.
struct cron_field {
  std::string_view name;
  int least;
  int most;
  /// Three letters each, from `least` on.
  std::string_view names{};
};

inline constexpr std::array<cron_field, 6> cron_fields{{
    {"minutes", 0, 59},
    {"hours", 0, 23},
    {"day-of-month", 1, 31},
    {"month", 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"},
    {"day-of-week", 1, 7, "SUNMONTUEWEDTHUFRISAT"},
    {"year", 1970, 2199},
}};
inline constexpr std::size_t day_of_month = 2;
inline constexpr std::size_t day_of_week = 4;

/// The first fault of a schedule, and the field that has it.
struct finding {
  fault_kind fault = fault_kind::none;
  std::size_t field = 0;
};

/// `every 5m`: the number and the unit. 0 for `every day`.
struct rate {
  std::int64_t count = 0;
  std::string_view unit{};
};

/// What comes before the first `separator`; the rest is what comes after it.
constexpr std::string_view take_until(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto taken = rest.substr(0, end);
  rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
  return taken;
}

/// -1 if the text is no whole number of at most nine digits.
constexpr std::int64_t whole_number(std::string_view text) {
  constexpr std::size_t longest = 9;
  if (text.empty() || text.size() > longest) return -1;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

constexpr fault_kind parse_rate(std::string_view text, rate& result) {
  constexpr std::string_view every = "every ";
  if (text.substr(0, every.size()) != every) return fault_kind::rate_form;
  text.remove_prefix(every.size());
  for (const std::string_view unit : {"day", "week", "month", "year"}) {
    result = {.unit = unit};
    if (text == unit) return fault_kind::none;
  }
  const char unit = text.empty() ? '\0' : text.back();
  if (unit != 'm' && unit != 'h') return fault_kind::rate_form;
  result = {
      .count = whole_number(text.substr(0, text.size() - 1)), .unit = text.substr(text.size() - 1)
  };
  return result.count > 0 ? fault_kind::none : fault_kind::rate_number;
}

/// A number or a name of a field, as a number; -1 if it is neither, or out of bounds.
constexpr int cron_value(const cron_field& field, std::string_view text) {
  constexpr std::size_t letters = 3;
  if (text.size() == letters) {
    for (std::size_t i = 0; i < field.names.size(); i += letters) {
      if (field.names.substr(i, letters) == text) {
        return field.least + static_cast<int>(i / letters);
      }
    }
  }
  const auto number = whole_number(text);
  return number >= field.least && number <= field.most ? static_cast<int>(number) : -1;
}

/// `L`, `15W`, `5L`, `MON#2`, which stand alone in their field.
constexpr fault_kind check_special_day(std::size_t index, std::string_view text) {
  const auto& field = cron_fields[index];
  const auto good = [](bool is) { return is ? fault_kind::none : fault_kind::cron_wildcard; };
  if (text == "L") return fault_kind::none;
  if (index == day_of_month) {
    return good(text.back() == 'W' && cron_value(field, text.substr(0, text.size() - 1)) >= 0);
  }
  if (text.back() == 'L') return good(cron_value(field, text.substr(0, text.size() - 1)) >= 0);
  std::string_view nth = text;
  const auto day = take_until(nth, '#');
  constexpr std::int64_t most_weeks = 5;
  const auto week = whole_number(nth);
  return good(cron_value(field, day) >= 0 && week >= 1 && week <= most_weeks);
}

/// `*`, `5`, `1-5`, with or without `/step`.
constexpr fault_kind check_cron_item(const cron_field& field, std::string_view item) {
  std::string_view step = item;
  std::string_view last = take_until(step, '/');
  const bool has_step = item.find('/') != item.npos;
  const bool has_range = last.find('-') != last.npos;
  if (has_step && (whole_number(step) < 1 || whole_number(step) > field.most)) {
    return fault_kind::cron_step;
  }
  if (last == "*") return fault_kind::none;
  const int first = cron_value(field, take_until(last, '-'));
  if (has_range) {
    return first >= 0 && first <= cron_value(field, last) ? fault_kind::none
                                                          : fault_kind::cron_range;
  }
  if (first >= 0) return fault_kind::none;
  return has_step ? fault_kind::cron_step : fault_kind::cron_value;
}

constexpr fault_kind check_cron_field(std::size_t index, std::string_view text) {
  const auto& field = cron_fields[index];
  const bool is_day = index == day_of_month || index == day_of_week;
  if (is_day && text == "?") return fault_kind::none;
  // A name such as JUL is no wildcard.
  const bool is_name = cron_value(field, text) >= 0;
  if (is_day && !is_name && !text.empty() &&
      (text.back() == 'L' || text.back() == 'W' || text.find('#') != text.npos)) {
    return check_special_day(index, text);
  }
  bool more = true;
  while (more) {
    more = text.find(',') != text.npos;
    const auto fault = check_cron_item(field, take_until(text, ','));
    if (fault != fault_kind::none) return fault;
  }
  return fault_kind::none;
}

/// The fields of a cron expression, in `parts`; how many there are.
constexpr std::size_t split_cron(std::string_view text, std::array<std::string_view, 6>& parts) {
  std::size_t count = 0;
  while (!text.empty()) {
    const auto part = take_until(text, ' ');
    if (part.empty()) continue;
    if (count < parts.size()) parts[count] = part;
    ++count;
  }
  return count;
}

constexpr finding check_cron(std::string_view text) {
  std::array<std::string_view, 6> parts{};
  const std::size_t count = split_cron(text, parts);
  if (count != parts.size() && count != parts.size() - 1) return {fault_kind::cron_fields};
  for (std::size_t i = 0; i < count; ++i) {
    const auto fault = check_cron_field(i, parts[i]);
    if (fault != fault_kind::none) return {fault, i};
  }
  const bool by_date = parts[day_of_month] != "?";
  const bool by_weekday = parts[day_of_week] != "?";
  if (by_date && by_weekday) return {fault_kind::cron_both_days};
  if (!by_date && !by_weekday) return {fault_kind::cron_no_day};
  return {};
}

/// Whether a schedule is a rate, not a cron expression.
constexpr bool is_rate(std::string_view text) { return text.substr(0, 5) == "every"; }

constexpr finding check(std::string_view text) {
  if (!is_rate(text)) return check_cron(text);
  rate ignored;
  return {parse_rate(text, ignored)};
}

/// Makes the compiler print the sentence of a fault.
constexpr void require_no_fault(fault_kind fault) {
  // clang-format off: the compilers print one line
  switch (fault) {
    case fault_kind::none: return;
    case fault_kind::rate_form: throw "FunctionScheduleInitializationError: a rate is `every 5m`, `every 2h`, `every day`, `every week`, `every month` or `every year`";
    case fault_kind::rate_number: throw "FunctionScheduleInitializationError: a rate must be set with a positive whole number";
    case fault_kind::cron_fields: throw "FunctionScheduleInitializationError: a cron expression has 5 or 6 fields: minutes hours day-of-month month day-of-week [year]";
    case fault_kind::cron_value: throw "FunctionScheduleInitializationError: a cron field takes minutes 0-59, hours 0-23, day-of-month 1-31, month 1-12 or JAN-DEC, day-of-week 1-7 or SUN-SAT, year 1970-2199";
    case fault_kind::cron_range: throw "FunctionScheduleInitializationError: a cron range goes up, within minutes 0-59, hours 0-23, day-of-month 1-31, month 1-12 or JAN-DEC, day-of-week 1-7 or SUN-SAT, year 1970-2199";
    case fault_kind::cron_step: throw "FunctionScheduleInitializationError: a cron step is a positive whole number within its field, as in `*/5`, `0/15` or `8-17/2`";
    case fault_kind::cron_wildcard: throw "FunctionScheduleInitializationError: day-of-month takes `L` or `15W`, day-of-week `L`, `6L` or `MON#2`, each alone in its field";
    case fault_kind::cron_both_days: throw "FunctionScheduleInitializationError: a cron expression has a day-of-month or a day-of-week, and `?` in the other field";
    case fault_kind::cron_no_day: throw "FunctionScheduleInitializationError: a cron expression has `?` for the day-of-month or the day-of-week, not for both";
  }
  // clang-format on
}

}  // namespace amplify::detail::schedule
