// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Opt-in: makes records Structs of Boost.Hana, so that `hana::for_each`, `hana::keys`,
/// `hana::to_map` and the like take them. The keys are `hana::string`s, the fields those that the
/// model declares, in order, without relations.

#include <amplify/schema/record.hpp>

#include <boost/hana/accessors.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/string.hpp>
#include <boost/hana/tuple.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace amplify::detail {

template <const auto& Schema, std::size_t Index>
struct hana_field {
  static constexpr std::string_view text = Schema.fields[Index].name.text;
  static constexpr Key<fixed_string<text.size() + 1>(text)> key{};

  template <std::size_t... I>
  static constexpr auto hana_key(std::index_sequence<I...>) {
    return boost::hana::string_c<text[I]...>;
  }
  /// Reads or writes the field of a record.
  struct accessor {
    template <class Struct>
    constexpr decltype(auto) operator()(Struct&& record) const {
      return record[key];
    }
  };
  static constexpr auto pair() {
    return boost::hana::make_pair(hana_key(std::make_index_sequence<text.size()>()), accessor{});
  }
};

/// Whether a record holds field `Index` of the schema: relations it doesn't.
template <const auto& Schema>
constexpr bool is_held(std::size_t index) {
  return !is_relation(Schema.fields.data()[index].kind);
}

template <const auto& Schema, std::size_t Type>
constexpr std::size_t count_held() {
  constexpr range fields = Schema.types[Type].fields;
  std::size_t count = 0;
  for (std::size_t i = 0; i < fields.count; ++i)
    count += is_held<Schema>(fields.first + i);
  return count;
}

/// Where field number `wanted` of those that a record holds is.
template <const auto& Schema, std::size_t Type>
constexpr std::size_t held_field(std::size_t wanted) {
  std::size_t index = Schema.types[Type].fields.first;
  for (;; ++index)
    if (is_held<Schema>(index) && wanted-- == 0) return index;
}

template <const auto& Schema, std::size_t Type, std::size_t... I>
constexpr auto hana_accessors(std::index_sequence<I...>) {
  return boost::hana::make_tuple(hana_field<Schema, held_field<Schema, Type>(I)>::pair()...);
}

}  // namespace amplify::detail

namespace boost::hana {

template <const auto& Schema, std::size_t Type>
struct accessors_impl<amplify::Record<Schema, Type>> {
  static constexpr auto apply() {
    return amplify::detail::hana_accessors<Schema, Type>(
        std::make_index_sequence<amplify::detail::count_held<Schema, Type>()>()
    );
  }
};

}  // namespace boost::hana
