// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/renames.hpp"

#include "data/resolvers/source.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace amplify::appsync {
namespace {

bool is_renamed(const ir::Field& field) { return !field.renamedFrom.empty(); }

}  // namespace

std::string stored_fields(const ir::Model& model, std::string_view fields) {
  return std::ranges::none_of(model.fields, is_renamed) ? std::string(fields)
                                                        : fmt::format("storedFields({})", fields);
}

std::string stored_fields_function(const ir::Model& model) {
  std::vector<std::string> names;
  for (const ir::Field& field : model.fields) {
    if (is_renamed(field))
      names.push_back(fmt::format("{}: {}", field.name, js_string(field.renamedFrom)));
  }
  if (names.empty()) return {};
  return fill(
      R"js(/** The fields under the names that items have them by. */
function storedFields(fields) {
  const names = { <<names>> };
  const stored = {};
  for (const [name, value] of Object.entries(fields)) {
    stored[names[name] ?? name] = value;
  }
  return stored;
}
)js",
      {{"names", fmt::format("{}", fmt::join(names, ", "))}}
  );
}

std::string stored_filter(const ir::Model& model, std::string_view filter) {
  if (std::ranges::none_of(model.fields, is_renamed)) return std::string(filter);
  // A filter nests, and AppSync has no recursion. In JSON nothing but a key has a quote before a
  // colon, and U+0001 is always escaped: it marks what is renamed already.
  std::string text = fmt::format("JSON.stringify({})", filter);
  for (const ir::Field& field : model.fields) {
    if (is_renamed(field)) {
      text += fmt::format(R"(.split('"{}":').join('"\u0001{}":'))", field.name, field.renamedFrom);
    }
  }
  return fmt::format(R"(JSON.parse({}.split('\u0001').join('')))", text);
}

}  // namespace amplify::appsync
