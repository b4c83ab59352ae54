// SPDX-License-Identifier: Apache-2.0
#include "schema/names.hpp"

#include <amplify/schema/detail/lists.hpp>

namespace amplify::detail {

std::string capitalized(std::string_view text) {
  std::string result(text);
  if (!result.empty()) result.front() = capital(result.front());
  return result;
}

namespace {

std::string stem(const parts_view& schema, const type_meta& type) {
  if (!type.inlined()) return capitalized(type.name.text);
  return stem(schema, schema.types[type.owner]) +
         (type.name.text.empty() ? "ReturnType" : capitalized(type.name.text));
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
      "list" + capitalized(model.name.text) + "By" + capitalized(index.partition_key);
  for (const std::string_view key : part_of(schema.names, index.sort_keys))
    name += "And" + capitalized(key);
  return name;
}

}  // namespace amplify::detail
