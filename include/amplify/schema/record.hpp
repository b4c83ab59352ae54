// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/assign.hpp>
#include <amplify/schema/detail/lookup.hpp>
#include <amplify/schema/detail/record_type.hpp>
#include <amplify/schema/detail/shape.hpp>
#include <amplify/schema/json_error.hpp>
#include <amplify/schema/literals.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace amplify {

/// What `post["comments"_s]` gives for a relation, from `<amplify/client.hpp>`.
template <const auto& Schema, std::size_t Model, std::size_t Field>
class Relation;

namespace detail {

/// A field, which the API alone sets if it is read-only.
template <std::size_t Position, class T, bool ReadOnly = false>
struct leaf {
  T value = start_value<T>();
};
template <std::size_t Position>
struct leaf<Position, not_held, false> {
  static constexpr not_held value{};
};

template <std::size_t Position, class T>
constexpr T& leaf_value(leaf<Position, T, false>& l) {
  return l.value;
}
template <std::size_t Position, class T>
constexpr const T& leaf_value(const leaf<Position, T, false>& l) {
  return l.value;
}
template <std::size_t Position, class T>
constexpr const T& leaf_value(const leaf<Position, T, true>& l) {
  return l.value;
}

/// Whether the API alone sets a field. A version goes back to it with the changes.
constexpr bool is_read_only(const field_meta& field) {
  return field.option > ir::OptionField::version;
}

template <const auto& Schema, std::size_t Type, std::size_t First, class Indices>
struct leaves;
template <const auto& Schema, std::size_t Type, std::size_t First, std::size_t... Index>
struct leaves<Schema, Type, First, std::index_sequence<Index...>>
    : leaf<
          Index, field_type_t<Schema, Type, First + Index>,
          is_read_only(Schema.fields.data()[First + Index])>... {
  static constexpr std::size_t count = sizeof...(Index);

  void places(const void** out) const {
    const void* const all[] = {&static_cast<const leaf<
        Index, field_type_t<Schema, Type, First + Index>,
        is_read_only(Schema.fields.data()[First + Index])>&>(*this)
                                    .value...};
    for (std::size_t i = 0; i < count; ++i)
      out[i] = all[i];
  }
  static constexpr void describe(record_field* fields) {
    const value_type* const types[] = {type_of_value<field_type_t<Schema, Type, First + Index>>()...
    };
    for (std::size_t i = 0; i < count; ++i) {
      const field_meta& field = Schema.fields.data()[First + i];
      fields[i] = {field.name.text, types[i], is_read_only(field)};
    }
  }
};

template <const auto& Schema, std::size_t Type>
using leaves_of = leaves<
    Schema, Type, Schema.types[Type].fields.first,
    std::make_index_sequence<Schema.types[Type].fields.count>>;

/// The fields that the API adds to models. Used as far as the model doesn't declare them.
struct added_fields : leaf<added_id, ID>,
                      leaf<added_created_at, AWSDateTime, true>,
                      leaf<added_updated_at, AWSDateTime, true> {};

template <class Indices>
struct added_owners;
template <std::size_t... Index>
struct added_owners<std::index_sequence<Index...>>
    : leaf<added_owner + Index, std::optional<std::string>, true>... {};

struct nothing_added {};

/// Which fields the API adds to a type.
struct additions {
  bool id = false, created_at = false, updated_at = false;
  std::size_t owners = 0;

  constexpr std::size_t count() const { return id + created_at + updated_at + owners; }
};

constexpr additions additions_to(const schema_view& schema, const type_meta& type) {
  if (type.kind != type_kind::model) return {};
  return {
      is_key(schema, type, id_field) && !find_field(schema, type, id_field),
      !find_field(schema, type, "createdAt"), !find_field(schema, type, "updatedAt"),
      count_added_owners(schema, type)
  };
}

template <const auto& Schema, std::size_t Type>
inline constexpr additions added_to = additions_to(Schema.view(), Schema.types[Type]);

template <const auto& Schema, std::size_t Type>
using added_fields_of =
    std::conditional_t<Schema.types[Type].kind == type_kind::model, added_fields, nothing_added>;
template <const auto& Schema, std::size_t Type>
using added_owners_of = added_owners<std::make_index_sequence<added_to<Schema, Type>.owners>>;

template <const auto& Schema, std::size_t Type, std::size_t Position>
constexpr bool is_relation_at() {
  if constexpr (Position >= no_field)
    return false;
  else
    return is_relation(Schema.fields[Schema.types[Type].fields.first + Position].kind);
}

}  // namespace detail

/// One item of a model or one value of a custom type, as `ClientSchema<schema>::type<"Post">` gives
/// it.
///
/// `post["title"_s]` is the field `title`: text is `std::string`, integers `std::int32_t`, floats
/// `double`, other scalars `AWSDate`, `ID` and so on, enums `Enum`, custom types a `Record`, lists
/// `std::vector`; what may be null is a `std::optional`, an enum an `OptionalEnum`. `id`,
/// `createdAt`, `updatedAt` and what rules about owners add are there whether declared or not; what
/// the API alone sets is read-only. Of relations it holds nothing: `post["comments"_s]` makes the
/// request that loads them (`<amplify/client.hpp>`).
///
/// Errors (compile time): a name that is no field of the type.
template <const auto& Schema, std::size_t Type>
class Record : detail::leaves_of<Schema, Type>,
               detail::added_fields_of<Schema, Type>,
               detail::added_owners_of<Schema, Type> {
 public:
  /// The name of the model or custom type.
  static constexpr std::string_view model = Schema.types[Type].name.text;

  Record() = default;
  /// With values of some fields: `{"title"_s = "Hello", "tags"_s = {"c++", "design"}}`. Errors
  /// (compile time): an unknown field, or a value of another type than the field.
  template <class... Entries>
    requires(sizeof...(Entries) > 0 && (detail::is_assigned<Entries> && ...))
  Record(const Entries&... entries) {
    (assign(entries), ...);
  }

  template <fixed_string Name>
  constexpr decltype(auto) operator[](Key<Name>) {
    constexpr std::size_t position = detail::position<Schema, Type, Name>;
    if constexpr (position == detail::no_field)
      return (detail::reported_field<Schema, Type, Name>::stand_in);
    else if constexpr (detail::is_relation_at<Schema, Type, position>())
      return relation<position>();
    else
      return (detail::leaf_value<position>(*this));
  }
  template <fixed_string Name>
  constexpr decltype(auto) operator[](Key<Name>) const {
    constexpr std::size_t position = detail::position<Schema, Type, Name>;
    if constexpr (position == detail::no_field)
      return (detail::reported_field<Schema, Type, Name>::stand_in);
    else if constexpr (detail::is_relation_at<Schema, Type, position>())
      return relation<position>();
    else
      return (detail::leaf_value<position>(*this));
  }

  /// As the API writes it. What may be null and isn't there is `null`; what the API alone sets is
  /// left out while it is empty.
  std::string toJson() const { return detail::to_json(description, this); }
  /// The record of a JSON object. Members that are no fields don't count; fields that may be null
  /// may be missing, as may those that the API alone sets. Throws JsonError.
  static Record fromJson(std::string_view json) {
    Record record;
    detail::from_json(description, &record, json);
    return record;
  }

  friend bool operator==(const Record& left, const Record& right) {
    return detail::equal(description, &left, &right);
  }

 private:
  friend struct detail::record_access;

  template <std::size_t Position>
  auto relation() const {
    return Relation<Schema, Type, Position>(detail::record_view{&description, this});
  }

  template <fixed_string Name, class T>
  void assign(const Assigned<Name, T>& entry) {
    constexpr std::size_t position = detail::position<Schema, Type, Name>;
    if constexpr (position == detail::no_field) {
      static_cast<void>(detail::reported_field<Schema, Type, Name>::stand_in);
    } else {
      auto& field = (*this)[Key<Name>()];
      using F = std::remove_reference_t<decltype(field)>;
      if constexpr (detail::accepts<F, T>())
        detail::put(field, entry.value);
      else
        static_assert(sizeof(detail::reported_value<Schema, Type, Name, F>) > 0);
    }
  }

  static constexpr std::size_t declared = Schema.types[Type].fields.count;

  static void places(const void* record, const void** out) {
    const Record& self = *static_cast<const Record*>(record);
    static_cast<const detail::leaves_of<Schema, Type>&>(self).places(out);
    out += declared;
    if constexpr (Schema.types[Type].kind == detail::type_kind::model) {
      constexpr detail::additions added = detail::added_to<Schema, Type>;
      if constexpr (added.id) *out++ = &detail::leaf_value<detail::added_id>(self);
      if constexpr (added.created_at) *out++ = &detail::leaf_value<detail::added_created_at>(self);
      if constexpr (added.updated_at) *out++ = &detail::leaf_value<detail::added_updated_at>(self);
      place_owners(self, out, std::make_index_sequence<added.owners>());
    }
  }
  template <std::size_t... Index>
  static void place_owners(const Record& self, const void** out, std::index_sequence<Index...>) {
    ((*out++ = &detail::leaf_value<detail::added_owner + Index>(self)), ...);
  }

  static constexpr auto list_fields() {
    constexpr detail::additions added = detail::added_to<Schema, Type>;
    std::array<detail::record_field, declared + added.count()> fields{};
    detail::leaves_of<Schema, Type>::describe(fields.data());
    detail::record_field* next = fields.data() + declared;
    if (added.id) *next++ = {"id", detail::type_of_value<ID>()};
    if (added.created_at) *next++ = {"createdAt", detail::type_of_value<AWSDateTime>(), true};
    if (added.updated_at) *next++ = {"updatedAt", detail::type_of_value<AWSDateTime>(), true};
    for (std::size_t i = 0; i < added.owners; ++i)
      *next++ = {
          detail::added_owner_field(Schema.view(), Schema.types[Type], i),
          detail::type_of_value<std::optional<std::string>>(), true
      };
    return fields;
  }
  static const detail::record_field* fields() {
    static constexpr auto list = list_fields();
    return list.data();
  }

  static constexpr detail::record_type description{
      model, declared + detail::added_to<Schema, Type>.count(), fields, places
  };
};

}  // namespace amplify

template <const auto& Schema, std::size_t Type>
struct std::hash<amplify::Record<Schema, Type>> {
  std::size_t operator()(const amplify::Record<Schema, Type>& record) const {
    return amplify::detail::hash(
        amplify::detail::record_access::type<amplify::Record<Schema, Type>>(), &record
    );
  }
};
