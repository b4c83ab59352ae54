// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>
#include <amplify/function/schedule_grammar.hpp>

#include <initializer_list>
#include <string_view>
#include <vector>

namespace amplify {

/// A cron expression in a time zone.
struct ZonedCronSchedule {
  /// As in a FunctionSchedule.
  std::string_view cron{};
  /// Of the tz database: `Europe/Vienna`. Default: `UTC`.
  std::string_view timezone{};
  std::string_view description{};
};

/// A rate in a time zone.
struct ZonedTimeInterval {
  /// As in a FunctionSchedule.
  std::string_view rate{};
  /// Of the tz database: `Europe/Vienna`. Default: `UTC`.
  std::string_view timezone{};
  std::string_view description{};
};

/// When a function runs: a rate (`every 5m`, `every 2h`, `every day`, `every week`, `every month`,
/// `every year`), or a cron expression of 5 or 6 fields (`0 9 ? * MON-FRI *`: minutes, hours, day
/// of the month, month, day of the week from 1 for Sunday, year).
///
/// Errors (compile time, or at synthesis for `atRuntime`): `FunctionScheduleInitializationError`.
class FunctionSchedule {
 public:
  consteval FunctionSchedule(const char* text) : FunctionSchedule(Checked(), text, {}, {}) {}
  consteval FunctionSchedule(ZonedCronSchedule schedule)
      : FunctionSchedule(Checked(), schedule.cron, schedule.timezone, schedule.description) {}
  consteval FunctionSchedule(ZonedTimeInterval schedule)
      : FunctionSchedule(Checked(), schedule.rate, schedule.timezone, schedule.description) {}
  FunctionSchedule(AtRuntime<std::string_view> text) : text_(text.value) {}

  constexpr std::string_view text() const { return text_; }
  constexpr std::string_view timezone() const { return timezone_; }
  constexpr std::string_view description() const { return description_; }

 private:
  struct Checked {};
  constexpr FunctionSchedule(
      Checked, std::string_view text, std::string_view timezone, std::string_view description
  )
      : text_(text), timezone_(timezone), description_(description) {
    detail::schedule::require_no_fault(detail::schedule::check(text).fault);
  }

  std::string_view text_;
  std::string_view timezone_{};
  std::string_view description_{};
};

/// None, one or several: `.schedule = "every day"`, `.schedule = {"every day", "0 9 ? * MON"}`.
class FunctionSchedules {
 public:
  FunctionSchedules() = default;
  consteval FunctionSchedules(const char* text) : only_{text}, has_only_(true) {}
  consteval FunctionSchedules(ZonedCronSchedule schedule) : only_(schedule), has_only_(true) {}
  consteval FunctionSchedules(ZonedTimeInterval schedule) : only_(schedule), has_only_(true) {}
  FunctionSchedules(std::initializer_list<FunctionSchedule> schedules) : list_(schedules) {}

  std::vector<FunctionSchedule> list() const { return has_only_ ? std::vector{only_} : list_; }

 private:
  std::vector<FunctionSchedule> list_{};
  FunctionSchedule only_ = "every day";
  bool has_only_ = false;
};

}  // namespace amplify
