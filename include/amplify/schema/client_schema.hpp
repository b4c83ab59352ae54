// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/checked.hpp>
#include <amplify/schema/detail/lookup.hpp>
#include <amplify/schema/record.hpp>

#include <cstddef>
#include <type_traits>

namespace amplify {
namespace detail {

/// Stands for a model that doesn't exist, so that its error stays the only one.
struct no_record {
  template <fixed_string Name>
  constexpr const anything& operator[](Key<Name>) const {
    return anything_goes;
  }
};

template <const auto& Schema, fixed_string Name>
consteval auto find_record() {
  constexpr std::uint32_t found = Schema.view().find(hash_text(Name.view()));
  if constexpr (found != no_index && Schema.types[found].kind == type_kind::model)
    return std::type_identity<Record<Schema, found>>();
  else if constexpr (sizeof(reported_model<Schema, Name>) > 0)
    return std::type_identity<no_record>();
}

template <const auto& Schema>
struct client_schema {
  /// The record of a model, as in `Schema::type<"Post"> post;`. Errors (compile time): no model of
  /// this name.
  template <fixed_string Name>
  using type = typename decltype(find_record<Schema, Name>())::type;
};

template <const auto& Schema, bool Verified = verify<Schema>()>
struct checked {
  using type = client_schema<Schema>;
};

}  // namespace detail

/// The typed view of a schema: `using Schema = ClientSchema<schema>;`, then `Schema::type<"Post">
/// post;`.
///
/// Checks the schema. Errors (compile time): every fault of the schema, as `invalid_schema<where,
/// what, help>`.
template <const auto& Schema>
using ClientSchema = typename detail::checked<Schema>::type;

}  // namespace amplify
