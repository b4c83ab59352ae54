// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/model.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify {

/// A schema, as `a.schema(...)` makes it: flat lists of models, fields, enum values and rules.
///
/// Only the sizes are part of the type; whatever the user wrote is data.
template <std::size_t Models, std::size_t Fields, std::size_t Values, std::size_t Rules>
struct SchemaValue {
  std::array<detail::model_meta, Models> models{};
  std::array<detail::field_meta, Fields> fields{};
  std::array<std::string_view, Values> values{};
  std::array<detail::model_rule, Rules> rules{};
  detail::name_table<detail::table_size(Models)> table{};

  /// An assertion has already refused a part of it.
  bool refused = false;

  static constexpr std::size_t model_count = Models;
  static constexpr std::size_t field_count = Fields;

  constexpr detail::schema_view view() const {
    return {models.data(), Models,      fields.data(), values.data(),
            rules.data(),  table.slots, table.size};
  }
};

namespace detail {

template <class T>
struct model_sizes {
  static constexpr bool is_model = false;
  static constexpr std::size_t fields = 0, values = 0, rules = 0;
};
template <std::size_t F, std::size_t V, std::size_t R>
struct model_sizes<Entry<ModelValue<F, V, R>>> {
  static constexpr bool is_model = true;
  static constexpr std::size_t fields = F, values = V, rules = R;
};

/// Takes models one after the other. Through pointers, to spare clang's steps.
struct schema_builder {
  model_meta* model;
  field_meta* field;
  std::string_view* value;
  detail::model_rule* rule;
  std::uint32_t fields = 0, rules = 0, values = 0, enums = 0;

  template <std::size_t F, std::size_t V, std::size_t R>
  constexpr bool add(const Entry<ModelValue<F, V, R>>& entry) {
    *model++ = {entry.name, entry.value.refused, fields, F, rules, R, entry.value.enums};
    enums += entry.value.enums;
    const field_meta* const given = entry.value.fields.data();
    for (std::size_t i = 0; i < F; ++i) {
      field[i] = given[i];
      field[i].first_value += values;
    }
    const std::string_view* const texts = entry.value.values.data();
    for (std::size_t i = 0; i < V; ++i)
      value[i] = texts[i];
    const detail::model_rule* const allowed = entry.value.rules.data();
    for (std::size_t i = 0; i < R; ++i)
      rule[i] = allowed[i];
    field += F, value += V, rule += R;
    fields += F, values += V, rules += R;
    return true;
  }
};

/// Marks enum fields whose generated type name belongs to a model or to an enum before them.
constexpr void mark_taken_type_names(
    const schema_view& view, field_meta* fields, std::size_t enums
) {
  const std::size_t size = table_size(enums);
  // Two enums are the same when their 64-bit hashes are; zero is a free slot.
  auto* const seen = new std::uint64_t[size]{};
  for (std::size_t m = 0; m < view.model_count; ++m) {
    const model_meta& model = view.models[m];
    if (model.enum_count == 0) continue;
    for (std::size_t i = 0; i < model.field_count; ++i) {
      field_meta& field = fields[model.first_field + i];
      if (!field.enumeration || field.name.repeated) continue;
      const auto hash = enum_type_hash(model.name, field.name.text);
      std::size_t at = hash & (size - 1);
      while (seen[at] != 0 && seen[at] != hash)
        at = (at + 1) & (size - 1);
      field.type_name_taken = seen[at] != 0 || view.has_hash(hash);
      seen[at] = hash;
    }
  }
  delete[] seen;
}

template <class... E>
constexpr auto make_schema(const E&... entries) {
  using value = SchemaValue<
      sizeof...(E), sum_of<model_sizes<E>::fields...>(), sum_of<model_sizes<E>::values...>(),
      sum_of<model_sizes<E>::rules...>()>;
  value whole{};
  schema_builder builder{
      whole.models.data(), whole.fields.data(), whole.values.data(), whole.rules.data()
  };
  const bool added[] = {true, builder.add(entries)...};
  static_cast<void>(added);
  whole.table = mark_repeated(whole.models);
  if (builder.enums > 0) mark_taken_type_names(whole.view(), whole.fields.data(), builder.enums);
  return whole;
}

}  // namespace detail
}  // namespace amplify
