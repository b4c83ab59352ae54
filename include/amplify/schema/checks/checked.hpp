// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/model.hpp>
#include <amplify/schema/fixed_string.hpp>
#include <amplify/schema/schema_value.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace amplify {

/// Never defined: its name is how a compiler prints what is wrong with a schema, where, and what to
/// do.
template <fixed_string Where, fixed_string What, fixed_string Help>
struct invalid_schema;

namespace detail {

/// Models checked in one constant evaluation: clang gives up after 1,048,576 steps, and each costs
/// the compilers time.
inline constexpr std::size_t models_per_check = 8;
/// Faults reported at once: the first ones usually explain the others.
inline constexpr std::size_t most_reports = 20;

constexpr void check_part(const schema_view& schema, std::size_t part, findings& found) {
  const std::size_t first = part * models_per_check;
  const std::size_t last = first + models_per_check;
  for (std::size_t i = first; i < last && i < schema.model_count; ++i)
    check_model(schema, i, found);
}

constexpr std::size_t count_faults(const schema_view& schema, std::size_t part) {
  findings found;
  check_part(schema, part, found);
  return found.count();
}

/// A variable, since each variable's value is an evaluation of its own.
template <const auto& Schema, std::size_t Part>
inline constexpr std::size_t faults_of_part = count_faults(Schema.view(), Part);

struct fault_place {
  std::size_t part = 0, number = 0;
};

/// Where to find fault `number` of the schema.
template <std::size_t Parts>
constexpr fault_place place_of(const std::array<std::size_t, Parts>& faults, std::size_t number) {
  std::size_t part = 0;
  for (; part < Parts && number >= faults[part]; ++part)
    number -= faults[part];
  return {part, number};
}

template <const auto& Schema>
struct faults {
  static constexpr std::size_t parts =
      (Schema.model_count + models_per_check - 1) / models_per_check;

  template <std::size_t... Part>
  static consteval std::array<std::size_t, parts> count(std::index_sequence<Part...>) {
    return {faults_of_part<Schema, Part>...};
  }
  static constexpr auto by_part = count(std::make_index_sequence<parts>());

  static consteval std::size_t total() {
    std::size_t sum = 0;
    for (const std::size_t count : by_part)
      sum += count;
    return sum;
  }
};

template <const auto& Schema, std::size_t Number>
consteval finding find_fault() {
  constexpr fault_place place = place_of(faults<Schema>::by_part, Number);
  finding kept;
  findings found(place.number, kept);
  check_part(Schema.view(), place.part, found);
  return kept;
}

/// To complete it is an error, whose text is the fault. The class itself stays usable: one mistake,
/// one error.
template <const auto& Schema, std::size_t Number>
struct reported_fault {
  static constexpr finding found = find_fault<Schema, Number>();
  static_assert(
      sizeof(invalid_schema<
             fixed_string<found.where.size + 1>(found.where.view()),
             fixed_string<found.what.size + 1>(found.what.view()),
             fixed_string<found.help.size + 1>(found.help.view())>) > 0
  );
};

template <const auto& Schema, fixed_string Where = "a.schema(...)">
struct reported_emptiness {
  static_assert(
      sizeof(invalid_schema<Where, "has no models", "give it some: Post = a.model(...)">) > 0
  );
};

template <const auto& Schema, std::size_t... Number>
consteval bool report_faults(std::index_sequence<Number...>) {
  return all_of({sizeof(reported_fault<Schema, Number>) > 0 ...});
}

/// Makes the compiler print what is wrong with the schema, if anything is. Always true.
template <const auto& Schema>
consteval bool verify() {
  if constexpr (Schema.refused) {
    return true;
  } else if constexpr (Schema.model_count == 0) {
    return sizeof(reported_emptiness<Schema>) > 0;
  } else if constexpr (faults<Schema>::total() > 0) {
    constexpr std::size_t total = faults<Schema>::total();
    constexpr std::size_t reports = total < most_reports ? total : most_reports;
    return report_faults<Schema>(std::make_index_sequence<reports>());
  } else {
    return true;
  }
}

}  // namespace detail
}  // namespace amplify
