// SPDX-License-Identifier: Apache-2.0
#include "schema/record/json.hpp"
#include "schema/record/text.hpp"

#include <amplify/client/input.hpp>

#include <algorithm>

namespace amplify::detail {

std::string input_values::toJson() const {
  std::string json = "{";
  for (const named_json& value : values_)
    json += (json.size() > 1 ? "," : "") + print_json(Json(value.name)) + ":" + value.json;
  return json + "}";
}

void input_values::set(std::string_view name, const value_type& type, const void* value) {
  set(name, print_json(value_json(type, value)));
}

void input_values::set(const record_view& record, bool (*takes)(std::string_view name)) {
  const auto places = places_of(*record.type, record.record);
  for (std::uint32_t i = 0; i < record.type->count; ++i) {
    const record_field& field = record.type->fields()[i];
    if (field.type->kind == value_kind::none || field.read_only || !takes(field.name)) continue;
    set(field.name, *field.type, places[i]);
  }
}

void input_values::refer(
    span<std::string_view> references, span<std::string_view> key, const input_values& identifier
) {
  const std::string_view* part = key.begin();
  for (const std::string_view reference : references) {
    const auto given = std::ranges::find(identifier.values_, *part++, &named_json::name);
    if (given != identifier.values_.end()) set(reference, given->json);
  }
}

void input_values::set(std::string_view name, std::string json) {
  const auto known = std::ranges::find(values_, name, &named_json::name);
  if (known != values_.end())
    known->json = std::move(json);
  else
    values_.push_back({std::string(name), std::move(json)});
}

}  // namespace amplify::detail
