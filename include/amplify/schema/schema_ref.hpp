// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/checked.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace amplify {
struct Diagnostic;

namespace ir {
struct Definition;
}  // namespace ir

namespace detail {

/// Not constant, so a constant expression that calls it is an error; compilers print the name.
void the_schema_is_invalid_and_ClientSchema_of_it_says_why();

/// In one constant evaluation, clang checks about this much before it gives up.
inline constexpr std::uint32_t most_parts_at_compile_time = 4000;

constexpr std::uint32_t part_total(const sizes& size) {
  return size.types + size.fields + size.names + size.rules + size.indexes + size.validations +
         size.handlers;
}

constexpr bool is_faulty(const schema_view& schema) {
  std::size_t faults = is_empty(schema) ? 1 : 0;
  for (std::uint32_t part = 0; part < part_count(schema.size.types); ++part)
    faults += count_faults(schema, part);
  return faults > 0;
}

}  // namespace detail

/// What `defineData({.schema = schema})` takes: refers to a schema, a constant with static storage.
///
/// Errors: an invalid schema, at compile time; with more than 4,000 fields, names, rules and so on,
/// where `ClientSchema` alone checks at compile time, from `definition()`.
class SchemaRef {
 public:
  /// No schema.
  constexpr SchemaRef() = default;

  template <detail::sizes Size>
  consteval SchemaRef(const SchemaValue<Size>& checked) : view_(checked.view()) {
    if constexpr (detail::part_total(Size) <= detail::most_parts_at_compile_time)
      if (!checked.refused && detail::is_faulty(view_))
        // `using Schema = ClientSchema<schema>;` prints each fault of the schema.
        detail::the_schema_is_invalid_and_ClientSchema_of_it_says_why();
  }

  /// Whether it refers to a schema.
  constexpr bool given() const { return view_.slots != nullptr; }

  /// Every fault of the schema. Its `where` is the place in the schema, its `source` unknown.
  std::vector<Diagnostic> diagnostics() const;

  /// The schema as plain data. Throws `UserError` with `diagnostics()` if there are any, or if no
  /// schema is given.
  ir::Definition definition() const;

 private:
  detail::schema_view view_{};
};

}  // namespace amplify
