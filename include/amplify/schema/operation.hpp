// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/owner.hpp>
#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/field.hpp>
#include <amplify/schema/handler.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace amplify {

/// A query, mutation or subscription of one's own, as `a.query()` makes it.
///
/// Errors (compile time): an argument of the wrong kind. With the schema, which names the
/// operation: no handler, no rules, no result; what it refers to doesn't exist or doesn't fit.
template <detail::sizes Size>
struct Operation {
  detail::parts<Size> parts{};

  /// Sets what callers hand over: `.arguments("limit"_s = a.integer())`.
  template <class... E>
  [[nodiscard]] constexpr auto arguments(const E&... entries) const {
    constexpr bool ok = detail::all_of({detail::is_entry<E>...});
    static_assert(ok, "arguments(...): takes fields, as in .arguments(\"limit\"_s = a.integer())");
    if constexpr (ok)
      return with_fields(detail::type_call::arguments, detail::field_role::argument, entries...);
    else
      return refused();
  }

  /// Sets what comes back: a scalar, an enum, a custom type, or a model by `a.ref("Post")`.
  template <class T>
  [[nodiscard]] constexpr auto returns(const T& value) const {
    static_assert(
        detail::nameable<T>, "returns(...): takes a type, as in .returns(a.ref(\"Post\").array())"
    );
    if constexpr (detail::nameable<T>)
      return with_fields(
          detail::type_call::returns, detail::field_role::result,
          Entry<std::remove_cvref_t<decltype(value.entry_value())>>{{}, value.entry_value()}
      );
    else
      return refused();
  }

  /// Sets the mutations that set a subscription off: `a.ref("sendMessage")` for one of one's own,
  /// `a.ref("Post").mutations("create", "update")` for those of a model.
  template <detail::sizes... S>
  [[nodiscard]] constexpr auto for_(const Field<S>&... sources) const {
    return with_fields(
        detail::type_call::for_, detail::field_role::source,
        Entry<detail::parts<S>>{{}, sources.parts}...
    );
  }

  /// Sets who may call it. Rules here have no `.to(...)`.
  template <class... R>
  [[nodiscard]] constexpr auto authorization(const R&... rules) const {
    constexpr bool ok = detail::all_of({detail::is_rule<R>...});
    static_assert(
        ok,
        "authorization(...): takes rules, as in allow.authenticated() or allow.group(\"ADMINS\")"
    );
    if constexpr (ok) {
      constexpr detail::sizes more = detail::sum({detail::rule_size<R>...});
      Operation<Size + more> next{detail::grown<more>(parts)};
      detail::add_rules<more, Size>(next.parts, rules...);
      return next;
    } else {
      return refused();
    }
  }

  /// Sets what it does: one step or several, each of which sees the result of the one before.
  template <class... H>
  [[nodiscard]] constexpr auto handler(const H&... steps) const {
    constexpr bool ok = detail::all_of({std::is_same_v<H, Handler>...});
    static_assert(
        ok,
        "handler(...): takes a.handler.function(...) or a.handler.custom(...), or several in a row"
    );
    if constexpr (ok) {
      constexpr detail::sizes more{.handlers = static_cast<std::uint32_t>(sizeof...(H))};
      Operation<Size + more> next{detail::grown<more>(parts)};
      if (next.type().called.first(detail::type_call::handler))
        next.type().handlers = {Size.handlers, more.handlers};
      detail::part_writer writer(next.parts, Size);
      (writer.add(steps.meta), ...);
      return next;
    } else {
      return refused();
    }
  }

  constexpr const detail::parts<Size>& entry_value() const { return parts; }
  constexpr detail::type_meta& type() { return *parts.types.data(); }

 private:
  constexpr Operation refused() const {
    Operation next = *this;
    next.type().refused = true;
    return next;
  }

  // The fields of an operation and of the types that it declares stand mixed: the role tells them
  // apart.
  template <class... E>
  constexpr auto with_fields(unsigned call, detail::field_role role, const E&... entries) const {
    constexpr detail::sizes more = detail::sum({detail::member_size<E>...});
    Operation<Size + more> next{detail::grown<more>(parts)};
    next.type().called.count(call);
    next.type().fields.count = Size.fields + more.fields;
    if constexpr (sizeof...(E) > 0) {
      const detail::entry_view added[] = {detail::view_of(entries)...};
      detail::part_writer writer(next.parts, Size);
      for (const auto& entry : added)
        detail::add_member(
            writer, next.parts.types.data(), 0, writer.add_field(), *entry.name, entry.parts, role
        );
    }
    return next;
  }
};

namespace detail {

constexpr auto make_operation(type_kind kind) {
  Operation<sizes{.types = 1}> operation;
  operation.type().kind = kind;
  return operation;
}

}  // namespace detail
}  // namespace amplify
