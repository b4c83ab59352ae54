// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/detail/report.hpp>
#include <amplify/schema/detail/assign.hpp>
#include <amplify/schema/detail/input_kind.hpp>
#include <amplify/schema/detail/shape.hpp>
#include <amplify/schema/record.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace amplify {
namespace detail {

/// A name and a value as JSON.
struct named_json {
  std::string name{};
  std::string json{};

  friend bool operator==(const named_json&, const named_json&) = default;
};

/// Values by name, in the order of the calls; the last of a name counts.
class input_values {
 public:
  const std::vector<named_json>& values() const { return values_; }
  /// As GraphQL's variables have it.
  std::string toJson() const;

  friend bool operator==(const input_values& left, const input_values& right) {
    return left.values_ == right.values_;
  }

 protected:
  void set(std::string_view name, const value_type& type, const void* value);
  /// Those fields of a record that `takes` says yes to.
  void set(const record_view& record, bool (*takes)(std::string_view name));
  /// The fields that refer to an item, from the item's key.
  void refer(
      span<std::string_view> references, span<std::string_view> key, const input_values& identifier
  );

 private:
  void set(std::string_view name, std::string json);

  std::vector<named_json> values_;
};

constexpr bool is_written(const schema_view& schema, const field_meta& field) {
  return !is_relation(field.kind) && field.role != field_role::result &&
         field.role != field_role::source &&
         (field.type == no_index || schema.types[field.type].kind != type_kind::model);
}

/// Whether the API fills a field of create in.
constexpr bool is_filled_in(const type_meta& model, const field_meta& field) {
  if (field.array || field.kind != field_kind::scalar) return false;
  const bool text = field.scalar == ir::Scalar::string;
  if (field.name.meaning == word::id)
    return model.names.count == 0 && (text || field.scalar == ir::Scalar::id);
  return (field.name.meaning == word::created_at || field.name.meaning == word::updated_at) &&
         (text || field.scalar == ir::Scalar::datetime);
}

/// The relation by which an input can take an item in place of the fields that refer to it: null if
/// the name is of none.
constexpr const field_meta* find_reference(
    const schema_view& schema, const type_meta& type, input_kind kind, std::string_view name
) {
  if (kind != input_kind::create && kind != input_kind::update) return nullptr;
  const field_meta* const field = find_field(schema, type, name);
  return field != nullptr && field->kind == field_kind::belongsTo ? field : nullptr;
}

/// What an input has to say of a field.
enum class presence : std::uint8_t { none, optional, required };

constexpr presence presence_of(
    const schema_view& schema, const type_meta& type, const field_meta& field, input_kind kind
) {
  if (!is_written(schema, field)) return presence::none;
  if (field.option != ir::OptionField::none) {
    if (field.option != ir::OptionField::version) return presence::none;
    return kind == input_kind::update     ? presence::required
           : kind == input_kind::deletion ? presence::optional
                                          : presence::none;
  }
  const bool key = type.kind == type_kind::model && is_key(schema, type, field.name.text);
  switch (kind) {
    case input_kind::create:
      return (field.required || (key && type.names.count > 0)) && !is_filled_in(type, field)
                 ? presence::required
                 : presence::optional;
    case input_kind::update:
      return key ? presence::required : presence::optional;
    case input_kind::identifier:
    case input_kind::deletion:
      return key ? presence::required : presence::none;
    case input_kind::arguments:
      return field.required ? presence::required : presence::optional;
  }
  return presence::none;
}

/// The same of a key that isn't declared.
constexpr presence presence_of_added_id(input_kind kind) {
  return kind == input_kind::create ? presence::optional : presence::required;
}

constexpr std::string_view call_of(input_kind kind) {
  switch (kind) {
    case input_kind::create:
      return "create takes no such field";
    case input_kind::update:
      return "update takes no such field";
    case input_kind::identifier:
    case input_kind::deletion:
      return "is no part of the identifier";
    case input_kind::arguments:
      break;
  }
  return "the operation has no such argument";
}

/// The C++ type of what an input takes under a name, or `no_input`.
struct no_input {};

template <const auto& Schema, std::size_t Type, input_kind Kind, fixed_string Name>
consteval auto input_type() {
  constexpr std::size_t position = find_position(Schema.view(), Type, Key<Name>::name);
  if constexpr (position == added_id) {
    return std::type_identity<ID>();
  } else if constexpr (position >= no_field) {
    return std::type_identity<no_input>();
  } else {
    constexpr const type_meta& type = Schema.types[Type];
    constexpr std::size_t index = type.fields.first + position;
    if constexpr (presence_of(Schema.view(), type, Schema.fields[index], Kind) == presence::none)
      return std::type_identity<no_input>();
    else
      return std::type_identity<field_type_t<Schema, Type, index>>();
  }
}

/// The name of the first required field that isn't among those given; nothing if there is none.
constexpr std::string_view find_missing(
    const schema_view& schema, const type_meta& type, input_kind kind, const std::uint64_t* given,
    std::size_t count
) {
  const auto has = [&](std::uint64_t hash) {
    for (std::size_t i = 0; i < count; ++i)
      if (given[i] == hash) return true;
    return false;
  };
  const auto is_referred_to = [&](std::string_view name) {
    for (const field_meta& field : fields_of(schema, type)) {
      if (field.kind != field_kind::belongsTo || !has(field.name.hash)) continue;
      for (const std::string_view reference : part_of(schema.names, field.references))
        if (reference == name) return true;
    }
    return false;
  };
  for (const field_meta& field : fields_of(schema, type))
    if (presence_of(schema, type, field, kind) == presence::required && !has(field.name.hash) &&
        !is_referred_to(field.name.text))
      return field.name.text;
  const bool added = type.kind == type_kind::model && is_key(schema, type, id_field) &&
                     !find_field(schema, type, id_field);
  return added && presence_of_added_id(kind) == presence::required && !has(hash_text(id_field))
             ? id_field
             : std::string_view();
}

template <const auto& Schema, std::size_t Type, input_kind Kind, fixed_string... Names>
struct missing_finding {
  static consteval finding find() {
    const std::uint64_t given[] = {hash_text(Names.view())..., 0};
    const std::string_view name =
        find_missing(Schema.view(), Schema.types[Type], Kind, given, sizeof...(Names));
    if (name.empty()) return {};
    return {
        place_message(Schema.view(), Type, name), make_message({"is required and not given"}),
        make_message({"add \"", name, "\"_s = ..."})
    };
  }
  static constexpr finding value = find();
};

template <const auto& Schema, std::size_t Type, input_kind Kind, fixed_string Name>
struct unknown_input_finding {
  static consteval finding find() {
    const auto place = place_message(Schema.view(), Type, Name.view());
    const field_meta* const relation =
        find_reference(Schema.view(), Schema.types[Type], Kind, Name.view());
    if (relation != nullptr) {
      return {
          place, make_message({"the value is no item that the relation leads to"}),
          make_message({"give a record or an identifier of `", relation->target, "`"})
      };
    }
    return {
        place, make_message({call_of(Kind)}),
        nearest_field_message(Schema.view(), Type, Name.view())
    };
  }
  static constexpr finding value = find();
};

}  // namespace detail

/// What create, update, delete or a custom operation takes:
/// `Schema::createInput<"Post"> input{"title"_s = "Hello"}`, then `input["content"_s] = "…"`.
/// Create and update take an item, or its identifier, by a `belongsTo`: `"post"_s = post` sets
/// `postId`.
///
/// Errors (compile time): a required field that is missing; one that doesn't exist or isn't taken;
/// a value of another type.
template <const auto& Schema, std::size_t Type, detail::input_kind Kind>
class Input : public detail::input_values {
 public:
  template <fixed_string... Names, class... Values>
  Input(const Assigned<Names, Values>&... entries) {
    using Missing = detail::missing_finding<Schema, Type, Kind, Names...>;
    if constexpr (Missing::value.what.size > 0)
      static_assert(sizeof(detail::reported_request<Missing>) > 0);
    (assign<Names>(entries.value), ...);
  }
  /// All of a record that the operation takes: what was read may be written back.
  Input(const Record<Schema, Type>& record)
    requires(Kind != detail::input_kind::arguments)
  {
    set({&detail::record_access::type<Record<Schema, Type>>(), &record}, takes);
  }

  /// Deletes by the identifier alone, whatever the version.
  template <detail::input_kind Other>
    requires(Kind == detail::input_kind::deletion && Other == detail::input_kind::identifier)
  Input(const Input<Schema, Type, Other>& identifier) : input_values(identifier) {}

  /// Takes a value for a field.
  template <fixed_string Name>
  struct Place {
    Input& input;
    template <class V>
    void operator=(const V& value) const {
      input.assign<Name>(value);
    }
  };
  template <fixed_string Name>
  Place<Name> operator[](Key<Name>) {
    return {*this};
  }

 private:
  template <fixed_string Name, class V>
  void assign(const V& value) {
    using F = typename decltype(detail::input_type<Schema, Type, Kind, Name>())::type;
    if constexpr (refers<Name, V>()) {
      const detail::schema_view schema = Schema.view();
      refer(
          detail::part_of(schema.names, reference<Name>()->references),
          detail::key_of(schema, schema.types[reference<Name>()->type]), identifier_t<Name>(value)
      );
    } else if constexpr (std::is_same_v<F, detail::no_input>) {
      static_assert(
          sizeof(detail::reported_request<
                 detail::unknown_input_finding<Schema, Type, Kind, Name>>) > 0
      );
    } else if constexpr (detail::accepts<F, V>()) {
      F field = detail::start_value<F>();
      detail::put(field, value);
      set(Name.view(), *detail::type_of_value<F>(), &field);
    } else {
      static_assert(sizeof(detail::reported_value<Schema, Type, Name, F>) > 0);
    }
  }

  template <fixed_string Name>
  static constexpr const detail::field_meta* reference() {
    return detail::find_reference(Schema.view(), Schema.types[Type], Kind, Name.view());
  }
  template <fixed_string Name>
  using identifier_t = Input<Schema, reference<Name>()->type, detail::input_kind::identifier>;

  /// Whether the value is an item, or its identifier, that the relation of this name can lead to.
  template <fixed_string Name, class V>
  static consteval bool refers() {
    if constexpr (reference<Name>() == nullptr)
      return false;
    else
      return std::is_same_v<V, Record<Schema, reference<Name>()->type>> ||
             std::is_same_v<V, identifier_t<Name>>;
  }

  static bool takes(std::string_view name) {
    const detail::schema_view schema = Schema.view();
    const detail::type_meta& type = schema.types[Type];
    if (const detail::field_meta* field = detail::find_field(schema, type, name))
      return detail::presence_of(schema, type, *field, Kind) != detail::presence::none;
    return name == detail::id_field;
  }
};

}  // namespace amplify
