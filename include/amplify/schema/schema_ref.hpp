// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/model.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/schema_value.hpp>

#include <cstddef>
#include <vector>

namespace amplify {
struct Diagnostic;

namespace ir {
struct Definition;
}  // namespace ir

namespace detail {

/// Not constant, so a constant expression that calls it is an error; compilers print the name.
void the_schema_is_invalid_and_ClientSchema_of_it_says_why();

/// In one constant evaluation, clang checks about this many fields, enum values and rules before it
/// gives up.
inline constexpr std::size_t most_parts_at_compile_time = 4000;

constexpr std::size_t count_faults(const schema_view& schema) {
  findings found;
  for (std::size_t i = 0; i < schema.model_count; ++i)
    check_model(schema, i, found);
  return found.count();
}

}  // namespace detail

/// What `defineData({.schema = schema})` takes: refers to a schema, a constant with static storage.
///
/// Errors: an invalid schema, at compile time; with more than 4,000 fields, enum values and rules,
/// where `ClientSchema` alone checks at compile time, from `definition()`.
class SchemaRef {
 public:
  /// No schema.
  constexpr SchemaRef() = default;

  template <std::size_t Models, std::size_t Fields, std::size_t Values, std::size_t Rules>
  consteval SchemaRef(const SchemaValue<Models, Fields, Values, Rules>& checked)
      : view_(checked.view()) {
    if constexpr (Fields + Values + Rules <= detail::most_parts_at_compile_time)
      if (!checked.refused && (Models == 0 || detail::count_faults(view_) > 0))
        // `using Schema = ClientSchema<schema>;` prints each fault of the schema.
        detail::the_schema_is_invalid_and_ClientSchema_of_it_says_why();
  }

  /// Whether it refers to a schema.
  constexpr bool given() const { return view_.models != nullptr; }

  /// Every fault of the schema. Its `where` is the place in the schema, its `source` unknown.
  std::vector<Diagnostic> diagnostics() const;

  /// The schema as plain data. Throws `UserError` with `diagnostics()` if there are any, or if no
  /// schema is given.
  ir::Definition definition() const;

 private:
  detail::schema_view view_{};
};

}  // namespace amplify
