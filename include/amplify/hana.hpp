// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Opt-in: makes records Structs of Boost.Hana, so that `hana::for_each`, `hana::keys`,
/// `hana::to_map` and the like take them. The keys are `hana::string`s, the fields those that the
/// model declares, in order.

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

template <const auto& Schema, std::size_t First, std::size_t... I>
constexpr auto hana_accessors(std::index_sequence<I...>) {
  return boost::hana::make_tuple(hana_field<Schema, First + I>::pair()...);
}

}  // namespace amplify::detail

namespace boost::hana {

template <const auto& Schema, std::size_t Model>
struct accessors_impl<amplify::Record<Schema, Model>> {
  static constexpr auto apply() {
    constexpr auto& model = Schema.types[Model];
    return amplify::detail::hana_accessors<Schema, model.fields.first>(
        std::make_index_sequence<model.fields.count>()
    );
  }
};

}  // namespace boost::hana
