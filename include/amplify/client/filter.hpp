// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/detail/report.hpp>
#include <amplify/client/expression.hpp>
#include <amplify/schema/detail/shape.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace amplify {
namespace detail {

/// Where an expression is used, which decides on its fields and comparisons.
enum class filter_use : std::uint8_t { filter, condition, subscription };

/// What a field's values are to comparisons.
enum class operand_kind : std::uint8_t { none, text, integer, real, boolean, enumeration };

struct compared_field {
  bool found = false;
  /// It has no place here: a relation, a custom type, a key in a condition.
  bool refused = false;
  operand_kind kind = operand_kind::none;
  bool array = false;
  /// The enum.
  std::uint32_t type = no_index;
  /// The scalar whose values may be written as their own class.
  ir::Scalar scalar = ir::Scalar::string;
};

constexpr operand_kind kind_of(ir::Scalar scalar) {
  if (is_whole_number(scalar)) return operand_kind::integer;
  if (scalar == ir::Scalar::float_) return operand_kind::real;
  return scalar == ir::Scalar::boolean ? operand_kind::boolean : operand_kind::text;
}

/// Whether a rule of the model finds its owners or groups in the field.
constexpr bool decides(const schema_view& schema, const type_meta& model, std::string_view name) {
  return any_rule(schema, model, [&](const rule& rule) {
    return (rule.meta.who == strategy::groupDefinedIn || rule.meta.who == strategy::groupsDefinedIn
           ) &&
           rule.meta.subject == name;
  });
}

constexpr compared_field find_compared(
    const schema_view& schema, std::size_t index, const name& wanted, filter_use use
) {
  const type_meta& model = schema.types[index];
  const std::size_t position = find_position(schema, index, wanted);
  if (position == no_field) return {};
  compared_field result{.found = true, .kind = operand_kind::text};
  if (use == filter_use::condition) result.refused = is_key(schema, model, wanted.text);
  if (use == filter_use::subscription && decides(schema, model, wanted.text)) result.refused = true;
  if (position == added_id) result.scalar = ir::Scalar::id;
  if (position == added_created_at || position == added_updated_at)
    result.scalar = ir::Scalar::datetime;
  if (position >= no_field) return result;
  const field_meta& field = schema.fields[model.fields.first + position];
  result.array = field.array;
  if (field.kind == field_kind::scalar) {
    result.kind = kind_of(field.scalar);
    result.scalar = field.scalar;
  } else if (field.type != no_index && schema.types[field.type].kind == type_kind::enumeration) {
    result.kind = operand_kind::enumeration;
    result.type = field.type;
  } else {
    result.refused = true;
  }
  return result;
}

constexpr bool is_available(const compared_field& field, comparison what, filter_use use) {
  const bool subscription = use == filter_use::subscription;
  const bool text =
      field.kind == operand_kind::text || (subscription && field.kind == operand_kind::enumeration);
  switch (what) {
    case comparison::eq:
    case comparison::ne:
      return true;
    case comparison::contains:
    case comparison::notContains:
      return text || (field.kind == operand_kind::enumeration && field.array);
    case comparison::beginsWith:
      return text;
    case comparison::size:
      return text && !subscription;
    case comparison::attributeExists:
      return !subscription && field.kind != operand_kind::enumeration;
    case comparison::in:
    case comparison::notIn:
      return subscription && field.kind != operand_kind::boolean;
    default:
      return text || field.kind == operand_kind::integer || field.kind == operand_kind::real;
  }
}

/// Whether an operand of type `V` can be compared with the field.
template <const auto& Schema, class V>
constexpr bool is_operand(const compared_field& field, filter_use use) {
  switch (field.kind) {
    case operand_kind::text:
      if constexpr (std::same_as<V, text_operand>)
        return true;
      else if constexpr (TextScalar<V>)
        return V::scalar == field.scalar;
      else
        return false;
    case operand_kind::integer:
      if constexpr (std::same_as<V, AWSTimestamp>)
        return field.scalar == ir::Scalar::timestamp;
      else
        return fits<std::int64_t, V>();
    case operand_kind::real:
      return fits<double, V>();
    case operand_kind::boolean:
      return std::same_as<V, bool>;
    case operand_kind::enumeration:
      if constexpr (std::same_as<V, text_operand>) {
        return use == filter_use::subscription;
      } else if constexpr (requires { V::name.text; }) {
        for (const std::string_view value :
             part_of(Schema.view().names, Schema.types[field.type].names))
          if (value == V::name.text) return true;
        return false;
      } else if constexpr (is_enum<V>) {
        return true;
      } else {
        return false;
      }
    case operand_kind::none:
      break;
  }
  return false;
}

constexpr std::string_view operand_help(const compared_field& field) {
  switch (field.kind) {
    case operand_kind::integer:
      return "compare it with a whole number";
    case operand_kind::real:
      return "compare it with a number";
    case operand_kind::boolean:
      return "compare it with true or false";
    case operand_kind::enumeration:
      return "compare it with one of its values, as in \"VALUE\"_s";
    default:
      return "compare it with a text";
  }
}

template <const auto& Schema, std::size_t Model, filter_use Use, class Term>
consteval finding check_term() {
  const schema_view schema = Schema.view();
  const std::string_view name = Term::name.view();
  const compared_field field = find_compared(schema, Model, make_name(name), Use);
  const message where = place_message(schema, Model, name);
  if (!field.found)
    return {
        where, make_message({"the model has no such field"}),
        nearest_field_message(schema, Model, name)
    };
  if (field.refused)
    return {
        where, make_message({"has no place here"}),
        make_message(
            {Use == filter_use::condition ? "conditions are about scalars and enums but the key"
             : Use == filter_use::subscription ? "filter by scalars and enums that no rule is about"
                                               : "filter by scalars and enums"}
        )
    };
  if (!is_available(field, Term::what, Use))
    return {
        where, make_message({"has no comparison `", name_of(Term::what), "`"}),
        make_message(
            {field.kind == operand_kind::boolean || field.kind == operand_kind::enumeration
                 ? "there are eq and ne"
                 : "use eq, ne, lt, le, gt, ge or between"}
        )
    };
  if constexpr (Term::what != comparison::attributeExists && Term::what != comparison::size) {
    const bool whole_list = field.kind == operand_kind::enumeration && field.array &&
                            (Term::what == comparison::eq || Term::what == comparison::ne);
    if (Term::list != whole_list || !is_operand<Schema, typename Term::operand>(field, Use))
      return {
          where, make_message({"is compared with something of another type"}),
          make_message({whole_list ? "compare it with a list of its values" : operand_help(field)})
      };
  }
  return {};
}

template <const auto& Schema, std::size_t Model, filter_use Use, class Term>
struct term_finding {
  static constexpr finding value = check_term<Schema, Model, Use, Term>();
};

template <const auto& Schema, std::size_t Model>
struct negation_finding {
  static constexpr finding value{
      place_message(Schema.view(), Model), make_message({"filters of subscriptions have no `not`"}),
      make_message({"compare with ne, notContains or notIn"})
  };
};

template <const auto& Schema, std::size_t Model, filter_use Use, class... Terms>
consteval bool check_terms() {
  constexpr auto check = []<class Term>() {
    using Finding = term_finding<Schema, Model, Use, Term>;
    if constexpr (Finding::value.what.size > 0) return sizeof(reported_request<Finding>) > 0;
    return true;
  };
  return (check.template operator()<Terms>() && ...);
}

}  // namespace detail

/// What items a request is about: `field<"title">.beginsWith("H") && !field<"published">`. Empty
/// without an expression.
///
/// Errors (compile time): a field that the model doesn't have or that has no place here; a
/// comparison that the field doesn't have; an operand of another type.
template <const auto& Schema, std::size_t Model, detail::filter_use Use>
class Filter {
 public:
  Filter() = default;
  template <bool Plain, bool Negated, class... Terms>
  Filter(const Condition<Plain, Negated, Terms...>& condition) : value_(condition.value()) {
    static_assert(detail::check_terms<Schema, Model, Use, Terms...>());
    if constexpr (Negated && Use == detail::filter_use::subscription)
      static_assert(sizeof(detail::reported_request<detail::negation_finding<Schema, Model>>) > 0);
  }
  template <fixed_string Name>
  Filter(FieldName<Name> field) : Filter(field.eq(true)) {}

  const detail::expression& value() const { return value_; }
  bool empty() const { return value_.empty(); }
  /// As GraphQL's variables have it.
  std::string json() const { return value_.json(); }

 private:
  detail::expression value_;
};

}  // namespace amplify
