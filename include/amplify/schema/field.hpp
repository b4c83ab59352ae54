// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/types.hpp>
#include <amplify/schema/validation.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace amplify {

/// A field, as `a.string()`, `a.ref("Status")` or `a.hasMany("Comment", "postId")` makes it.
///
/// Errors (compile time, with the schema, which names the field): a modifier that the field doesn't
/// have or that is called twice; a default of the wrong type or format; a check that doesn't fit.
template <detail::sizes Size>
struct Field {
  detail::parts<Size> parts{};

  /// Forbids null. Before `.array()` it speaks of the elements, after it of the list.
  [[nodiscard]] constexpr Field required() const {
    Field next = *this;
    detail::field_meta& field = next.meta();
    field.called.count(detail::field_call::required);
    field.required = true;
    return next;
  }

  /// Makes it a list.
  [[nodiscard]] constexpr Field array() const {
    Field next = *this;
    detail::field_meta& field = next.meta();
    field.called.count(detail::field_call::array);
    field.called.made &= static_cast<std::uint16_t>(~detail::field_call::required);
    field.array = true;
    field.element_required = field.required;
    field.required = false;
    return next;
  }

  /// Sets the value that a new item gets when the client leaves the field out.
  ///
  /// Text must have the format that AppSync documents for the field's type.
  template <class T>
  [[nodiscard]] constexpr Field defaultTo(const T& value) const {
    static_assert(
        detail::is_literal<T>,
        "defaultTo(...): takes a text, a number, true or false, as in .defaultTo(\"x\")"
    );
    Field next = *this;
    next.meta().called.count(detail::field_call::defaultTo);
    if constexpr (detail::is_literal<T>) next.meta().initial = detail::make_literal(value);
    return next;
  }

  /// Refuses values, in create and update, that don't pass the checks: `a.string().validate(
  /// a.minLength(3, "too short"), a.maxLength(20))`. Null passes.
  template <class... V>
  [[nodiscard]] constexpr auto validate(const V&... checks) const {
    constexpr bool ok = (std::is_same_v<V, Validation> && ...);
    static_assert(
        ok, "validate(...): takes checks, as in .validate(a.minLength(3), a.maxLength(20))"
    );
    constexpr detail::sizes more{.validations = ok ? static_cast<std::uint32_t>(sizeof...(V)) : 0};
    Field<Size + more> next{detail::grown<more>(parts)};
    next.meta().extended = true;
    if (next.meta().called.first(detail::field_call::validate))
      next.meta().validations = {Size.validations, more.validations};
    if constexpr (more.validations > 0) {
      detail::part_writer writer(next.parts, Size);
      (writer.add(checks.part), ...);
    }
    return next;
  }

  /// Sets who may do what with this field, in place of the model's rules.
  template <class... R>
  [[nodiscard]] constexpr auto authorization(const R&... rules) const {
    constexpr bool ok = (detail::is_rule<R> && ...);
    static_assert(
        ok, "authorization(...): takes rules, as in allow.owner() or allow.guest().to(\"read\")"
    );
    constexpr detail::sizes more = detail::sum({detail::rule_size<R>...});
    Field<Size + more> next{detail::grown<more>(parts)};
    next.meta().extended = true;
    if (next.meta().called.first(detail::field_call::authorization))
      next.meta().rules = {Size.rules, more.rules};
    if constexpr (ok && more.rules > 0) {
      detail::part_writer writer(next.parts, Size);
      (writer.add(rules), ...);
    }
    return next;
  }

  /// Says what the field of a model was called before: items keep what they have there, under the
  /// old name. Not for fields of keys, indexes, relations and rules, whose values DynamoDB looks
  /// for.
  [[nodiscard]] constexpr Field renamedFrom(std::string_view name) const {
    Field next = *this;
    if (next.meta().called.first(detail::field_call::renamedFrom)) next.meta().renamed_from = name;
    return next;
  }

  /// For `a.subscription().for_(a.ref("Post").mutations("create"))`: the model's mutations that
  /// set it off, of create, update and delete.
  template <class... Words>
  [[nodiscard]] constexpr auto mutations(const Words&... words) const {
    constexpr bool ok = (detail::text_like<Words> && ...);
    static_assert(ok, "mutations(...): takes strings, as in a.ref(\"Post\").mutations(\"create\")");
    constexpr detail::sizes more{.names = ok ? static_cast<std::uint32_t>(sizeof...(Words)) : 0};
    Field<Size + more> next{detail::grown<more>(parts)};
    next.meta().extended = true;
    if (next.meta().called.first(detail::field_call::mutations))
      next.meta().references = {Size.names, more.names};
    if constexpr (more.names > 0) {
      const std::string_view texts[] = {detail::text_from(words)...};
      detail::part_writer(next.parts, Size).add_names(texts, more.names);
    }
    return next;
  }

  constexpr const detail::parts<Size>& entry_value() const { return parts; }

  constexpr detail::field_meta& meta() { return *parts.fields.data(); }
  constexpr const detail::field_meta& meta() const { return *parts.fields.data(); }
};

namespace detail {

using PlainField = Field<only_field>;

constexpr PlainField make_scalar(ir::Scalar scalar) {
  PlainField field;
  field.meta().scalar = scalar;
  return field;
}

constexpr PlainField make_reference(std::string_view target) {
  PlainField field;
  field_meta& meta = field.meta();
  meta.kind = field_kind::reference;
  meta.extended = true;
  meta.target = target;
  meta.target_hash = hash_text(target);
  return field;
}

template <class... References>
constexpr auto make_relation(
    field_kind kind, std::string_view model, const References&... references
) {
  constexpr auto count = static_cast<std::uint32_t>(sizeof...(References));
  Field<only_field + sizes{.names = count}> field;
  field_meta& meta = field.meta();
  meta.kind = kind;
  meta.extended = true;
  meta.target = model;
  meta.target_hash = hash_text(model);
  meta.references = {0, count};
  if constexpr (count > 0) {
    const std::string_view texts[] = {text_from(references)...};
    part_writer(field.parts, only_field).add_names(texts, count);
  }
  return field;
}

}  // namespace detail
}  // namespace amplify
