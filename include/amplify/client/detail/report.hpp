// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/lines.hpp>
#include <amplify/schema/detail/lookup.hpp>

#include <cstddef>
#include <string_view>

namespace amplify {

/// Never defined: its name is how a compiler prints what is wrong with a request.
template <fixed_string... Sentence>
struct invalid_request;

namespace detail {

constexpr message make_message(pieces parts) {
  message text;
  for (const std::string_view part : parts)
    text.append(part);
  return text;
}

/// A place by name: `Post.titel`.
constexpr message place_message(
    const schema_view& schema, std::size_t type, std::string_view name = {}
) {
  message text;
  place{schema, schema.types[type]}.write_to(text);
  if (!name.empty())
    for (const std::string_view part : {std::string_view("."), name})
      text.append(part);
  return text;
}

/// The fields of a type that exist under no name like `written`: what was probably meant.
constexpr message nearest_field_message(
    const schema_view& schema, std::size_t type, std::string_view written
) {
  const alternatives others =
      alternatives_to(written, schema.types[type].fields.count, [&](std::size_t i) {
        const field_meta& field = schema.fields[schema.types[type].fields.first + i];
        return field.role == field_role::result || field.role == field_role::source
                   ? std::string_view()
                   : field.name.text;
      });
  return others.nearest.size > 0 ? others.nearest : others.all;
}

/// To complete it is an error that prints the finding. `Finding::value` is one.
template <class Finding>
struct reported_request {
  static constexpr message where = Finding::value.where;
  static constexpr message what = Finding::value.what;
  static constexpr message help = Finding::value.help;
  static_assert(sizeof(printed<invalid_request, where, what, help>) > 0);
};

}  // namespace detail
}  // namespace amplify
