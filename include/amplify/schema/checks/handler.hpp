// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// A handler by itself, whatever it is for. `where` is the call that has it.
constexpr void check_handler(const entry_check& entry, spot where, const handler_meta& handler) {
  if (handler.kind == handler_kind::function) {
    if (handler.function == nullptr && handler.function_name.empty())
      entry.fault(where, {"the function has no name"}, {"name a function, or write its variable"});
    return;
  }
  if (handler.async) entry.fault(where, {".async() is for functions"}, {"remove it"});
  if (handler.entry.empty())
    entry.fault(where, {"a.handler.custom(...) has no file"}, {"write .entry = `./resolver.js`"});
  if (handler.wrong_source)
    entry.fault(
        where, {".dataSource is neither a model nor a name"},
        {"write a.ref(`Post`) or the name of a data source"}
    );
  if (handler.model.empty()) return;
  const schema_view& schema = entry.schema;
  const std::uint32_t model = schema.find(hash_text(handler.model));
  if (model != no_index && schema.types[model].kind == type_kind::model) return;
  const auto nearest =
      nearest_entry(schema, handler.model, [](type_kind kind) { return kind == type_kind::model; });
  if (nearest.empty())
    entry.fault(
        where, {"there is no model `", handler.model, "`"},
        {"name a model, or a data source by its name alone"}
    );
  else
    entry.fault(
        where, {"there is no model `", handler.model, "`"}, {"did you mean `", nearest, "`?"}
    );
}

}  // namespace amplify::detail
