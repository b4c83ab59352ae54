// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/clashes.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/lines.hpp>
#include <amplify/schema/checks/type.hpp>
#include <amplify/schema/fixed_string.hpp>
#include <amplify/schema/schema_value.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace amplify {

/// Never defined: its name is how a compiler prints where a schema is wrong, what is wrong there,
/// and what to do.
template <fixed_string... Sentence>
struct invalid_schema;

namespace detail {

/// Entries checked in one constant evaluation: clang gives up after 1,048,576 steps, and each costs
/// the compilers time.
inline constexpr std::uint32_t types_per_check = 8;
/// Faults reported at once: the first ones usually explain the others.
inline constexpr std::size_t most_reports = 20;

/// The last part is what concerns no single entry.
constexpr std::uint32_t part_count(std::uint32_t types) {
  return (types + types_per_check - 1) / types_per_check + 1;
}

constexpr void check_part(const schema_view& schema, std::uint32_t part, findings& found) {
  if (part + 1 == part_count(schema.size.types)) return clashes_check(schema, found).all();
  const std::uint32_t first = part * types_per_check;
  for (std::uint32_t i = first; i < first + types_per_check && i < schema.size.types; ++i)
    check_type(schema, i, found);
}

constexpr std::size_t count_faults(const schema_view& schema, std::uint32_t part) {
  findings found;
  check_part(schema, part, found);
  return found.count();
}

/// Whether an API of it would have no operations.
constexpr bool is_empty(const schema_view& schema) {
  for (std::uint32_t i = 0; i < schema.size.types; ++i)
    if (schema.types[i].kind == type_kind::model || is_operation(schema.types[i].kind))
      return false;
  return true;
}

/// A variable, since each variable's value is an evaluation of its own.
template <const auto& Schema, std::uint32_t Part>
inline constexpr std::size_t faults_of_part = count_faults(Schema.view(), Part);

struct fault_place {
  std::uint32_t part = 0;
  std::size_t number = 0;
};

/// Where to find fault `number` of the schema.
template <std::size_t Parts>
constexpr fault_place place_of(const std::array<std::size_t, Parts>& faults, std::size_t number) {
  std::uint32_t part = 0;
  for (; part < Parts && number >= faults[part]; ++part)
    number -= faults[part];
  return {part, number};
}

template <const auto& Schema>
struct faults {
  static constexpr std::uint32_t parts = part_count(Schema.size.types);

  template <std::uint32_t... Part>
  static consteval std::array<std::size_t, parts>
  count(std::integer_sequence<std::uint32_t, Part...>) {
    return {faults_of_part<Schema, Part>...};
  }
  static constexpr auto by_part = count(std::make_integer_sequence<std::uint32_t, parts>());

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

template <const auto& Schema, std::size_t Number>
struct reported_fault {
  static constexpr finding found = find_fault<Schema, Number>();
  static_assert(sizeof(printed<invalid_schema, found.where, found.what, found.help>) > 0);
};

template <const auto& Schema, fixed_string Where = "a.schema(...)">
struct reported_emptiness {
  static_assert(
      sizeof(invalid_schema<Where, "has no models or operations", "add some, as a.model(...)">) > 0
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
  } else if constexpr (is_empty(Schema.view())) {
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
