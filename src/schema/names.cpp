// SPDX-License-Identifier: Apache-2.0
#include "schema/names.hpp"

#include "schema/words.hpp"

#include <amplify/schema/detail/lists.hpp>

namespace amplify::detail {

namespace {

std::string stem(const parts_view& schema, const type_meta& type) {
  if (!type.inlined()) return ir::capitalized(type.name.text);
  return stem(schema, schema.types[type.owner]) +
         (type.name.text.empty() ? "ReturnType" : ir::capitalized(type.name.text));
}

}  // namespace

std::string type_name(const parts_view& schema, const type_meta& type) {
  if (!type.inlined()) return std::string(type.name.text);
  return stem(schema, type).append(name_ending(schema.types, type));
}

std::string default_query(
    const parts_view& schema, const type_meta& model, const index_meta& index
) {
  std::string name =
      "list" + ir::capitalized(model.name.text) + "By" + ir::capitalized(index.partition_key);
  for (const std::string_view key : part_of(schema.names, index.sort_keys))
    name += "And" + ir::capitalized(key);
  return name;
}

}  // namespace amplify::detail
