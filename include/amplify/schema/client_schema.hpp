// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/checked.hpp>
#include <amplify/schema/detail/input_kind.hpp>
#include <amplify/schema/detail/lookup.hpp>
#include <amplify/schema/record.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace amplify {

// From `<amplify/client.hpp>`.
template <const auto& Schema, std::size_t Type, detail::input_kind Kind>
class Input;
template <const auto& Schema, std::uint32_t Type, fixed_string... Paths>
struct SelectedType;
template <const auto& Schema, std::size_t Model>
class Models;
template <const auto& Schema, std::size_t Operation>
class CustomOperation;

// From `<amplify/lambda/operation.hpp>`.
template <const auto& Schema, std::size_t Operation>
struct FunctionEvent;
template <const auto& Schema, std::size_t Operation>
struct FunctionHandler;

namespace detail {

/// Stands for a model that doesn't exist, so that its error stays the only one.
struct no_record {
  template <fixed_string Name>
  constexpr const anything& operator[](Key<Name>) const {
    return anything_goes;
  }
};

template <const auto& Schema, fixed_string Name>
consteval auto find_type() {
  constexpr std::uint32_t found = Schema.view().find_any(hash_text(Name.view()));
  constexpr type_kind kind = found == no_index ? type_kind::schema : Schema.types[found].kind;
  if constexpr (kind == type_kind::model || kind == type_kind::customType)
    return std::type_identity<Record<Schema, found>>();
  else if constexpr (kind == type_kind::enumeration)
    return std::type_identity<Enum<Schema, found>>();
  else if constexpr (sizeof(reported_entry<
                            Schema, Name, type_kind::model, type_kind::customType,
                            type_kind::enumeration>) > 0)
    return std::type_identity<no_record>();
}

template <const auto& Schema, fixed_string Name, type_kind... Kinds>
consteval std::uint32_t find_entry() {
  constexpr std::uint32_t found = Schema.view().find(hash_text(Name.view()));
  constexpr bool wanted = ((kind_at(Schema.view(), found) == Kinds) || ...);
  if constexpr (wanted)
    return found;
  else
    return reported_entry<Schema, Name, Kinds...>::stand_in;
}

template <const auto& Schema>
struct client_schema {
  /// The class of a model, custom type or enum, by its name in GraphQL: `Schema::type<"Post">`; one
  /// that a field declares is `PostStatus`. Errors (compile time): no type of this name.
  template <fixed_string Name>
  using type = typename decltype(find_type<Schema, Name>())::type;

  // The rest needs `#include <amplify/client.hpp>`.

  /// What create takes, as in `Schema::createInput<"Post"> input{"title"_s = "Hello"};`.
  template <fixed_string Name>
  using createInput =
      Input<Schema, find_entry<Schema, Name, type_kind::model>(), input_kind::create>;
  /// What update takes: the identifier and what changes.
  template <fixed_string Name>
  using updateInput =
      Input<Schema, find_entry<Schema, Name, type_kind::model>(), input_kind::update>;
  /// What get and delete take.
  template <fixed_string Name>
  using identifier =
      Input<Schema, find_entry<Schema, Name, type_kind::model>(), input_kind::identifier>;
  /// What a query, mutation or subscription of the user's takes.
  template <fixed_string Name>
  using arguments = Input<
      Schema,
      find_entry<Schema, Name, type_kind::query, type_kind::mutation, type_kind::subscription>(),
      input_kind::arguments>;

  /// What a request with a selection gives: `Schema::selected<"Post", "id", "comments.text">`.
  template <fixed_string Name, fixed_string... Paths>
  using selected = typename SelectedType<
      Schema, find_entry<Schema, Name, type_kind::model, type_kind::customType>(), Paths...>::type;

  /// The requests of a model: `Schema::models<"Post">.create({"title"_s = "Hello"})`.
  template <fixed_string Name>
  static constexpr Models<Schema, find_entry<Schema, Name, type_kind::model>()> models{};
  /// A request of a query of the user's: `Schema::queries<"stats">({"since"_s = day})`.
  template <fixed_string Name>
  static constexpr CustomOperation<Schema, find_entry<Schema, Name, type_kind::query>()> queries{};
  template <fixed_string Name>
  static constexpr CustomOperation<Schema, find_entry<Schema, Name, type_kind::mutation>()>
      mutations{};
  template <fixed_string Name>
  static constexpr CustomOperation<Schema, find_entry<Schema, Name, type_kind::subscription>()>
      subscriptions{};

  // This needs `#include <amplify/lambda/operation.hpp>`.

  /// What a function gets that handles an operation: `event.arguments["name"_s]`.
  template <fixed_string Name>
  using functionEvent = FunctionEvent<
      Schema,
      find_entry<Schema, Name, type_kind::query, type_kind::mutation, type_kind::subscription>()>;
  /// The type of such a function: `Schema::functionHandler<"sayHello"> sayHello;` declares one.
  template <fixed_string Name>
  using functionHandler = typename FunctionHandler<
      Schema,
      find_entry<Schema, Name, type_kind::query, type_kind::mutation, type_kind::subscription>(
      )>::type;
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
