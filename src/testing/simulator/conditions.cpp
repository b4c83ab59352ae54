// SPDX-License-Identifier: Apache-2.0
// By "IAM JSON policy elements: Condition operators" of the IAM User Guide.
#include "testing/simulator/conditions.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <compare>
#include <optional>
#include <span>
#include <utility>

namespace amplify::assertions {
namespace {

using namespace std::string_view_literals;

enum class Compare : std::uint8_t {
  text,
  text_ignoring_case,
  text_like,
  arn,
  number,
  date,
  boolean,
  address,
};

enum class Order : std::uint8_t { equal, less, less_or_equal, greater, greater_or_equal };

struct Operator {
  std::string_view name;
  Compare compare;
  bool negated = false;
  Order order = Order::equal;
};

constexpr std::array operators{
    Operator{"stringequals", Compare::text},
    Operator{"stringnotequals", Compare::text, true},
    Operator{"stringequalsignorecase", Compare::text_ignoring_case},
    Operator{"stringnotequalsignorecase", Compare::text_ignoring_case, true},
    Operator{"stringlike", Compare::text_like},
    Operator{"stringnotlike", Compare::text_like, true},
    Operator{"arnequals", Compare::arn},
    Operator{"arnlike", Compare::arn},
    Operator{"arnnotequals", Compare::arn, true},
    Operator{"arnnotlike", Compare::arn, true},
    Operator{"numericequals", Compare::number},
    Operator{"numericnotequals", Compare::number, true},
    Operator{"numericlessthan", Compare::number, false, Order::less},
    Operator{"numericlessthanequals", Compare::number, false, Order::less_or_equal},
    Operator{"numericgreaterthan", Compare::number, false, Order::greater},
    Operator{"numericgreaterthanequals", Compare::number, false, Order::greater_or_equal},
    Operator{"dateequals", Compare::date},
    Operator{"datenotequals", Compare::date, true},
    Operator{"datelessthan", Compare::date, false, Order::less},
    Operator{"datelessthanequals", Compare::date, false, Order::less_or_equal},
    Operator{"dategreaterthan", Compare::date, false, Order::greater},
    Operator{"dategreaterthanequals", Compare::date, false, Order::greater_or_equal},
    Operator{"bool", Compare::boolean},
    // Of the base64 text: the question gives a value as the policy has it.
    Operator{"binaryequals", Compare::text},
    Operator{"ipaddress", Compare::address},
    Operator{"notipaddress", Compare::address, true},
};

/// What stands before or behind an operator's name.
struct Modifiers {
  bool if_exists = false;
  bool for_all = false;
  bool for_any = false;
};

std::string take_modifiers(std::string name, Modifiers& modifiers) {
  name = Text(name).lower().print();
  const auto take_prefix = [&](std::string_view prefix) {
    if (!name.starts_with(prefix)) return false;
    name.erase(0, prefix.size());
    return true;
  };
  modifiers.for_all = take_prefix("forallvalues:");
  modifiers.for_any = take_prefix("foranyvalue:");
  if (constexpr auto suffix = "ifexists"sv; name.ends_with(suffix)) {
    modifiers.if_exists = true;
    name.resize(name.size() - suffix.size());
  }
  return name;
}

template <class T>
bool in_order(Order order, const T& value, const T& limit) {
  switch (order) {
    case Order::equal:
      return value == limit;
    case Order::less:
      return value < limit;
    case Order::less_or_equal:
      return value <= limit;
    case Order::greater:
      return value > limit;
    case Order::greater_or_equal:
      return value >= limit;
  }
  return false;
}

std::optional<double> number_of(const std::string& text) {
  double number = 0;
  const auto* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ptr != end || result.ec != std::errc()) return std::nullopt;
  return number;
}

/// Takes digits, and what must stand before them.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  std::optional<int> digits(std::size_t count) {
    int number = 0;
    if (rest_.size() < count) return std::nullopt;
    const auto* const end = rest_.data() + count;
    const auto result = std::from_chars(rest_.data(), end, number);
    if (result.ptr != end || number < 0) return std::nullopt;
    rest_.remove_prefix(count);
    return number;
  }
  bool take(char character) {
    if (!rest_.starts_with(character)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// Of a second.
  double fraction() {
    double value = 0;
    if (!take('.')) return value;
    for (double digit = 0.1; !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; digit /= 10) {
      value += digit * (rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    return value;
  }
  bool is_done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

/// Seconds since 1970, of an ISO 8601 date as W3C's note profiles it, or of that number itself.
std::optional<double> date_of(const std::string& text) {
  if (const auto seconds = number_of(text); seconds && text.find('-') == std::string::npos) {
    if (text.size() > 4) return seconds;  // a year is a date, too
  }
  using namespace std::chrono;
  DateReader reader(text);
  const auto year_part = reader.digits(4);
  auto month_part = std::optional(1);
  auto day_part = std::optional(1);
  if (year_part && reader.take('-')) {
    month_part = reader.digits(2);
    if (reader.take('-')) day_part = reader.digits(2);
  }
  if (!year_part || !month_part || !day_part) return std::nullopt;
  const year_month_day date{
      year(*year_part), month(static_cast<unsigned>(*month_part)),
      day(static_cast<unsigned>(*day_part))
  };
  if (!date.ok()) return std::nullopt;
  double seconds = duration<double>(sys_days(date).time_since_epoch()).count();
  if (reader.is_done()) return seconds;
  if (!reader.take('T')) return std::nullopt;
  const auto hour_part = reader.digits(2);
  if (!hour_part || !reader.take(':')) return std::nullopt;
  const auto minute_part = reader.digits(2);
  if (!minute_part) return std::nullopt;
  seconds += *hour_part * 3600 + *minute_part * 60;
  if (reader.take(':')) {
    const auto second_part = reader.digits(2);
    if (!second_part) return std::nullopt;
    seconds += *second_part + reader.fraction();
  }
  if (reader.take('Z')) return reader.is_done() ? std::optional(seconds) : std::nullopt;
  const int sign = reader.take('+') ? 1 : reader.take('-') ? -1 : 0;
  const auto zone_hours = sign == 0 ? std::nullopt : reader.digits(2);
  if (!zone_hours) return std::nullopt;
  reader.take(':');
  const auto zone_minutes = reader.digits(2);
  if (!zone_minutes || !reader.is_done()) return std::nullopt;
  return seconds - sign * (*zone_hours * 3600 + *zone_minutes * 60);
}

struct Address {
  std::array<unsigned char, 16> bytes{};
  int size = 0;

  static std::optional<Address> of(const std::string& text) {
    Address result;
    if (inet_pton(AF_INET, text.c_str(), result.bytes.data()) == 1) {
      result.size = 32;
    } else if (inet_pton(AF_INET6, text.c_str(), result.bytes.data()) == 1) {
      result.size = 128;
    } else {
      return std::nullopt;
    }
    return result;
  }
};

/// Unknown where one of them is no address.
Truth is_in_range(const std::string& text, const std::string& range) {
  const auto slash = range.find('/');
  const auto address = Address::of(text);
  const auto base = Address::of(range.substr(0, slash));
  if (!address || !base) return Truth::unknown;
  int bits = base->size;
  if (slash != std::string::npos) {
    const auto number = number_of(range.substr(slash + 1));
    if (!number || *number < 0 || *number > bits) return Truth::unknown;
    bits = static_cast<int>(*number);
  }
  if (address->size != base->size) return Truth::no;
  for (int bit = 0; bit < bits; ++bit) {
    const auto index = static_cast<std::size_t>(bit / 8);
    const auto mask = 0x80U >> static_cast<unsigned>(bit % 8);
    if (((address->bytes[index] ^ base->bytes[index]) & mask) != 0) return Truth::no;
  }
  return Truth::yes;
}

Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }

Truth ordered(Order order, const std::optional<double>& value, const std::optional<double>& limit) {
  if (!value || !limit) return Truth::unknown;
  return truth_of(in_order(order, *value, *limit));
}

/// Compares values without symbols. Unknown where one isn't of the operator's type.
Truth compare_literals(const Operator& operation, std::string value, std::string limit) {
  switch (operation.compare) {
    case Compare::number:
      return ordered(operation.order, number_of(value), number_of(limit));
    case Compare::date:
      return ordered(operation.order, date_of(value), date_of(limit));
    case Compare::address:
      return is_in_range(value, limit);
    default:
      break;
  }
  value = Text(value).lower().print();
  limit = Text(limit).lower().print();
  for (const std::string& each : {value, limit}) {
    if (each != "true" && each != "false") return Truth::unknown;
  }
  return truth_of(value == limit);
}

bool takes_variables(Compare compare) {
  return compare == Compare::text || compare == Compare::text_ignoring_case ||
         compare == Compare::text_like || compare == Compare::arn;
}

/// Evaluates one key of one operator.
class Condition {
 public:
  Condition(
      const std::string& name, const std::string& key, std::vector<Text> limits,
      Variables variables, const Context& context
  )
      : name_(name),
        key_(key),
        limits_(std::move(limits)),
        variables_(variables),
        context_(context) {}

  Verdict holds() const {
    const auto* const key = context_.find(key_);
    if (key == nullptr) return Verdict::unknown(unknown_key(key_));
    Modifiers modifiers;
    const auto base = take_modifiers(name_, modifiers);
    if (base == "null") return is_null(!key->values);
    const auto* const operation = std::ranges::find(operators, base, &Operator::name);
    if (operation == operators.end()) {
      return Verdict::unknown(fmt::format("the operator {} is not modelled", name_));
    }
    if (!key->values) return without_key(*operation, modifiers);
    return with_values(*operation, modifiers, *key->values);
  }

 private:
  /// A key for which the answer is no, or isn't known.
  Verdict verdict(Truth truth, std::string_view values) const {
    if (truth == Truth::yes) return Verdict::yes();
    const auto text =
        fmt::format("{} {}: {}, the request has {}", name_, key_, printed_limits(), values);
    return truth == Truth::no ? Verdict::no(text) : Verdict::unknown(text);
  }

  std::string printed_limits() const {
    std::vector<std::string> parts;
    for (const Text& limit : limits_)
      parts.push_back(limit.print());
    return fmt::format("{}", fmt::join(parts, " or "));
  }

  Verdict is_null(bool is_absent) const {
    Truth truth = Truth::no;
    for (const Text& limit : limits_) {
      const auto text = limit.lower().print();
      if (text != "true" && text != "false") return Verdict::unknown("Null takes true or false");
      truth = std::max(truth, truth_of((text == "true") == is_absent));
    }
    return verdict(truth, is_absent ? "none" : "one");
  }

  Verdict without_key(const Operator& operation, const Modifiers& modifiers) const {
    const bool holds =
        modifiers.if_exists || modifiers.for_all || (operation.negated && !modifiers.for_any);
    return verdict(truth_of(holds), "none");
  }

  Verdict with_values(
      const Operator& operation, const Modifiers& modifiers, const std::vector<Text>& values
  ) const {
    if (!modifiers.for_all && !modifiers.for_any && values.size() != 1) {
      return Verdict::unknown(
          fmt::format("`{}` has {} values, and {} takes one", key_, values.size(), name_)
      );
    }
    if (values.empty()) return verdict(truth_of(modifiers.for_all), "none");
    std::vector<std::string> printed;
    Verdict result = verdict(truth_of(!modifiers.for_any), "none");
    for (const Text& value : values) {
      Verdict each = verdict(single(operation, value), value.print());
      result = modifiers.for_any ? either(std::move(each), std::move(result))
                                 : both(std::move(result), std::move(each));
    }
    return result;
  }

  /// Whether one value matches one of the limits; or none, if the operator is negated.
  Truth single(const Operator& operation, const Text& value) const {
    Truth truth = Truth::no;
    for (const Text& limit : limits_)
      truth = std::max(truth, compare(operation, value, limit));
    return operation.negated ? negated(truth) : truth;
  }

  Truth compare(const Operator& operation, const Text& value, const Text& limit) const {
    if (!takes_variables(operation.compare)) {
      if (!value.is_literal() || !limit.is_literal()) return Truth::unknown;
      return compare_literals(operation, value.print(), limit.print());
    }
    const bool has_wildcards =
        operation.compare == Compare::text_like || operation.compare == Compare::arn;
    const Filled filled =
        fill(limit, has_wildcards ? Wildcards::yes : Wildcards::no, variables_, context_);
    if (filled.verdict.truth != Truth::yes) {
      // A variable without a value spoils a comparison; what negating that gives isn't documented.
      return operation.negated ? Truth::unknown : filled.verdict.truth;
    }
    switch (operation.compare) {
      case Compare::arn:
        return matches_arn(filled.text, value);
      case Compare::text_ignoring_case:
        return matches(filled.text.lower(), value.lower());
      default:
        return matches(filled.text, value);
    }
  }

  const std::string& name_;
  const std::string& key_;
  std::vector<Text> limits_;
  Variables variables_;
  const Context& context_;
};

}  // namespace

Verdict conditions_hold(
    const Deployment& deployment, const Scope& scope, const json& conditions, Variables variables,
    const Context& context
) {
  Verdict result;
  if (conditions.is_null()) return result;
  if (!conditions.is_object()) return Verdict::unknown("its Condition is no object");
  for (const auto& [name, keys] : conditions.items()) {
    if (!keys.is_object() || name.starts_with("Fn::")) {
      return Verdict::unknown(fmt::format("its Condition has {}", print({{name, keys}})));
    }
    for (const auto& [key, limits] : keys.items()) {
      const Condition condition(name, key, deployment.texts(scope, limits), variables, context);
      result = both(std::move(result), condition.holds());
    }
  }
  return result;
}

}  // namespace amplify::assertions
