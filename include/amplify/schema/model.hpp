// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/owner.hpp>
#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/handler.hpp>
#include <amplify/schema/index.hpp>
#include <amplify/schema/table.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify {

/// A model, as `a.model(...)` makes it.
///
/// Errors (compile time): an argument of the wrong kind. With the schema, which names the model: no
/// fields, no rules; a name that is used twice or not allowed; keys, indexes and rules that don't
/// fit the fields.
template <detail::sizes Size>
struct ModelValue {
  detail::parts<Size> parts{};

  /// Sets who may do what. Whoever no rule lets in is refused.
  template <class... R>
  [[nodiscard]] constexpr auto authorization(const R&... rules) const {
    constexpr bool ok = detail::all_of({detail::is_rule<R>...});
    static_assert(
        ok,
        "authorization(...): takes rules, as in allow.owner() or allow.publicApiKey().to(\"read\")"
    );
    constexpr detail::sizes more = detail::sum({detail::rule_size<R>...});
    ModelValue<Size + more> next{detail::grown<more>(parts)};
    if constexpr (ok)
      detail::add_rules<more, Size>(next.parts, rules...);
    else
      next.type().refused = true;
    return next;
  }

  /// Sets the fields that tell items apart: the partition key of the table, then the sort keys.
  /// They must be required. Default: `id`.
  template <class... Names>
  [[nodiscard]] constexpr auto identifier(const Names&... fields) const {
    static_assert(
        (detail::text_like<Names> && ...),
        "identifier(...): takes names of fields, as in .identifier(\"country\", \"city\")"
    );
    return with_names(detail::type_call::identifier, &detail::type_meta::names, fields...);
  }

  /// Adds indexes, with a query for each: `.secondaryIndexes(a.index("status").sortKeys("day"))`.
  template <class... I>
  [[nodiscard]] constexpr auto secondaryIndexes(const I&... indexes) const {
    constexpr bool ok = (detail::is_index<I> && ...);
    static_assert(
        ok, "secondaryIndexes(...): takes indexes, as in a.index(\"status\").sortKeys(\"day\")"
    );
    constexpr detail::sizes more = detail::sum({detail::index_size<I>...});
    ModelValue<Size + more> next{detail::grown<more>(parts)};
    if (next.type().called.first(detail::type_call::secondaryIndexes))
      next.type().indexes = {Size.indexes, more.indexes};
    if constexpr (ok) {
      detail::part_writer writer(next.parts, Size);
      (writer.add(indexes.meta, indexes.names.data(), indexes.names.size()), ...);
    }
    next.type().refused = next.type().refused || !ok;
    return next;
  }

  /// Leaves out operations: "get", "list", "create", "update", "delete", "onCreate", "onUpdate",
  /// "onDelete", or all "queries", "mutations" or "subscriptions". A mutation takes its
  /// subscription with it.
  template <class... Words>
  [[nodiscard]] constexpr auto disableOperations(const Words&... words) const {
    static_assert(
        (detail::text_like<Words> && ...),
        "disableOperations(...): takes strings, as in .disableOperations(\"list\", \"mutations\")"
    );
    return with_names(detail::type_call::disableOperations, &detail::type_meta::disabled, words...);
  }

  /// Sets what of the table doesn't follow from the fields: `.table({.pointInTimeRecovery =
  /// true})`. What `backend[data].tables["Post"].set(...)` says counts before it.
  [[nodiscard]] constexpr ModelValue table(const TableSettings& settings) const {
    ModelValue next = *this;
    if (next.type().called.first(detail::type_call::table)) next.type().table = settings;
    return next;
  }

  /// Has DynamoDB delete items after the time in this field, an `a.timestamp()` or `a.integer()`
  /// of seconds since 1970.
  [[nodiscard]] constexpr ModelValue timeToLive(std::string_view field) const {
    ModelValue next = *this;
    if (next.type().called.first(detail::type_call::timeToLive)) next.type().time_to_live = field;
    return next;
  }

  /// Adds a field that counts the changes of an item. An update gives the version that it is a
  /// change of, and is refused if the item has another one by then.
  [[nodiscard]] constexpr auto version(std::string_view field = "version") const {
    const detail::field_meta added[] = {
        detail::make_option_field(ir::OptionField::version, field, ir::Scalar::integer)
    };
    return with_fields(detail::type_call::version, added);
  }

  /// Adds `createdBy` and `updatedBy`: who made an item, and who changed it last.
  [[nodiscard]] constexpr auto audit() const {
    const detail::field_meta added[] = {
        detail::make_option_field(ir::OptionField::createdBy, "createdBy", ir::Scalar::string),
        detail::make_option_field(ir::OptionField::updatedBy, "updatedBy", ir::Scalar::string)
    };
    return with_fields(detail::type_call::audit, added);
  }

  /// Adds `deletedAt`, which delete sets instead of deleting. Such items are not there for clients,
  /// until they are restored.
  [[nodiscard]] constexpr auto softDelete() const {
    const detail::field_meta added[] = {
        detail::make_option_field(ir::OptionField::deletedAt, "deletedAt", ir::Scalar::datetime)
    };
    return with_fields(detail::type_call::softDelete, added);
  }

  /// Says what the model was called when it was first deployed: it keeps that table, with all items
  /// and indexes. Amplify's `@mapsTo`.
  [[nodiscard]] constexpr ModelValue renamedFrom(std::string_view name) const {
    ModelValue next = *this;
    if (next.type().called.first(detail::type_call::renamedFrom)) next.type().renamed_from = name;
    return next;
  }

  /// Calls a function, or runs AppSync JavaScript, before "get", "list", "create", "update",
  /// "delete", or all "queries" or "mutations". It may change the arguments, or refuse by an error.
  template <class... Words>
  [[nodiscard]] constexpr auto before(const Handler& handler, const Words&... operations) const {
    static_assert(
        (detail::text_like<Words> && ...),
        "before(...): takes a handler and operations, as in .before(a.handler.function(f), "
        "\"create\")"
    );
    return with_hook(detail::hook_time::before, handler, operations...);
  }
  /// The same after the operations. It may change the result.
  template <class... Words>
  [[nodiscard]] constexpr auto after(const Handler& handler, const Words&... operations) const {
    static_assert(
        (detail::text_like<Words> && ...),
        "after(...): takes a handler and operations, as in .after(a.handler.function(f), "
        "\"create\")"
    );
    return with_hook(detail::hook_time::after, handler, operations...);
  }

  constexpr const detail::parts<Size>& entry_value() const { return parts; }
  constexpr detail::type_meta& type() { return *parts.types.data(); }

 private:
  template <std::uint32_t Count>
  constexpr auto with_fields(unsigned call, const detail::field_meta (&added)[Count]) const {
    constexpr detail::sizes more{.fields = Count};
    return ModelValue<Size + more>{detail::with_fields(parts, call, added)};
  }

  template <class... Words>
  constexpr auto with_hook(detail::hook_time time, const Handler& handler, const Words&... words)
      const {
    constexpr bool ok = (detail::text_like<Words> && ...);
    constexpr detail::sizes more{
        .names = ok ? static_cast<std::uint32_t>(sizeof...(Words)) : 0, .handlers = 1
    };
    ModelValue<Size + more> next{detail::grown<more>(parts)};
    detail::range& hooks = next.type().handlers;
    if (hooks.count == 0) hooks.first = Size.handlers;
    ++hooks.count;
    detail::handler_meta hook = handler.meta;
    hook.hook = time;
    detail::part_writer writer(next.parts, Size);
    if constexpr (more.names > 0) {
      const std::string_view texts[] = {detail::text_from(words)...};
      writer.add(hook, texts, more.names);
    } else {
      writer.add(hook, nullptr, 0);
    }
    next.type().refused = next.type().refused || !ok;
    return next;
  }

  template <class... Names>
  constexpr auto with_names(
      unsigned call, detail::range detail::type_meta::* list, const Names&... names
  ) const {
    constexpr bool ok = (detail::text_like<Names> && ...);
    constexpr detail::sizes more{.names = ok ? static_cast<std::uint32_t>(sizeof...(Names)) : 0};
    ModelValue<Size + more> next{detail::grown<more>(parts)};
    if (next.type().called.first(call)) next.type().*list = {Size.names, more.names};
    if constexpr (more.names > 0) {
      const std::string_view texts[] = {detail::text_from(names)...};
      detail::part_writer(next.parts, Size).add_names(texts, more.names);
    }
    next.type().refused = next.type().refused || !ok;
    return next;
  }
};

}  // namespace amplify
