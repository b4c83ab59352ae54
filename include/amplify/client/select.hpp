// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/detail/request_text.hpp>
#include <amplify/client/detail/selection.hpp>
#include <amplify/schema/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace amplify {

/// Which fields a request asks for.
template <fixed_string... Paths>
struct Select {};

/// Which fields a request asks for: `select<"id", "title", "comments.author.name">()`. `comments.*`
/// stands for all fields that are no relations. Without it, a request asks for those of the model
/// itself.
// A function, since a variable could not be told from the function that POSIX has under this name.
template <fixed_string... Paths>
constexpr Select<Paths...> select() {
  return {};
}

template <class Selection, std::size_t Node>
class Selected;

namespace detail {

/// To complete it is an error if a path is wrong.
template <class Selection, bool Wrong = (Selection::value.what.size > 0)>
struct reported_selection {};
template <class Selection>
struct reported_selection<Selection, true> : reported_request<Selection> {};

/// The C++ type of a node of a selection.
template <class Selection, std::size_t Node>
consteval auto selected_type() {
  constexpr selection_node node = Selection::nodes[Node];
  constexpr const auto& schema = Selection::schema;
  if constexpr (node.position == added_id)
    return std::type_identity<ID>();
  else if constexpr (node.position == added_created_at || node.position == added_updated_at)
    return std::type_identity<AWSDateTime>();
  else if constexpr (node.position >= no_field)
    return std::type_identity<std::optional<std::string>>();
  else {
    constexpr std::size_t index = schema.types[node.owner].fields.first + node.position;
    constexpr const field_meta& field = schema.fields[index];
    if constexpr (is_relation(field.kind)) {
      using Value = Selected<Selection, Node>;
      if constexpr (field.kind == field_kind::hasMany)
        return std::type_identity<std::vector<Value>>();
      else
        return std::type_identity<std::optional<Value>>();
    } else if constexpr (node.partial) {
      constexpr shape form = shape_of(schema.view(), schema.types[node.owner], field);
      return std::type_identity<typename shaped<
          Selected<Selection, Node>,
          shape{{}, form.required, form.array, form.element_required}>::type>();
    } else {
      return std::type_identity<field_type_t<schema, node.owner, index>>();
    }
  }
}

template <class Selection, std::size_t Node>
using selected_type_t = typename decltype(selected_type<Selection, Node>())::type;

template <class Selection, std::size_t Node>
consteval const value_type* selected_value_type() {
  using T = selected_type_t<Selection, Node>;
  if constexpr (Selection::nodes[Node].connection)
    return &connection_of<typename T::value_type>;
  else
    return type_of_value<T>();
}

template <class Selection, std::size_t Node, class Indices>
struct selected_leaves;
template <class Selection, std::size_t Node, std::size_t... Index>
struct selected_leaves<Selection, Node, std::index_sequence<Index...>>
    : leaf<Index, selected_type_t<Selection, Selection::child(Node, Index)>>... {
  static constexpr std::size_t count = sizeof...(Index);

  static const record_field* fields() {
    static constexpr record_field list[] = {
        {Selection::nodes[Selection::child(Node, Index)].name,
         selected_value_type<Selection, Selection::child(Node, Index)>()}...
    };
    return list;
  }
};

}  // namespace detail

/// What a request with a selection gives: a record of exactly the fields selected, reached as those
/// of a model's record. Lists of related items are a `std::vector`, single ones a `std::optional`.
///
/// Errors (compile time): a field that wasn't selected.
template <class Selection, std::size_t Node>
class Selected : detail::selected_leaves<
                     Selection, Node, std::make_index_sequence<Selection::child_count(Node)>> {
  using Leaves = detail::selected_leaves<
      Selection, Node, std::make_index_sequence<Selection::child_count(Node)>>;

 public:
  /// The name of the model or custom type.
  static constexpr std::string_view model =
      Selection::schema.types[Selection::nodes[Node].type].name.text;

  template <fixed_string Name>
  constexpr auto& operator[](Key<Name>) {
    return get<Name>(*this);
  }
  template <fixed_string Name>
  constexpr const auto& operator[](Key<Name>) const {
    return get<Name>(*this);
  }

  /// As the API writes it.
  std::string toJson() const { return detail::to_json(description, this); }
  /// Throws JsonError.
  static Selected fromJson(std::string_view json) {
    Selected record;
    detail::from_json(description, &record, json);
    return record;
  }

  friend bool operator==(const Selected& left, const Selected& right) {
    return detail::equal(description, &left, &right);
  }

 private:
  friend struct detail::record_access;

  template <fixed_string Name, class Self>
  static constexpr auto& get(Self& self) {
    constexpr std::size_t index = Selection::find_child(Node, Name.view());
    if constexpr (index < Leaves::count)
      return detail::leaf_value<index>(self);
    else
      return detail::reported_unselected<Selection, Node, Name>::stand_in;
  }

  template <std::size_t... Index>
  static void place(const Selected& self, const void** out, std::index_sequence<Index...>) {
    const void* const all[] = {&detail::leaf_value<Index>(self)...};
    for (std::size_t i = 0; i < sizeof...(Index); ++i)
      out[i] = all[i];
  }
  static void places(const void* record, const void** out) {
    place(*static_cast<const Selected*>(record), out, std::make_index_sequence<Leaves::count>());
  }

  static constexpr detail::record_type description{model, Leaves::count, Leaves::fields, places};
};

template <const auto& Schema, std::uint32_t Type, fixed_string... Paths>
struct SelectedType {
  using Selection = detail::selection<Schema, Type, Paths...>;
  static_assert(sizeof(detail::reported_selection<Selection>) > 0);
  using type = Selected<Selection, 0>;
};
template <const auto& Schema, std::uint32_t Type>
struct SelectedType<Schema, Type> {
  using type = Record<Schema, Type>;
};

namespace detail {

/// What is asked for of a type: its record, or what is selected.
template <const auto& Schema, std::uint32_t Type, fixed_string... Paths>
using result_t = typename SelectedType<Schema, Type, Paths...>::type;

}  // namespace detail
}  // namespace amplify

template <class Selection, std::size_t Node>
struct std::hash<amplify::Selected<Selection, Node>> {
  std::size_t operator()(const amplify::Selected<Selection, Node>& record) const {
    return amplify::detail::hash(
        amplify::detail::record_access::type<amplify::Selected<Selection, Node>>(), &record
    );
  }
};
