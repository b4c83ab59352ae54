// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/filter.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Conditions that pick items by the key of a table or an index.
namespace amplify::detail {

/// The names of a key.
struct key_names {
  std::string_view partition{};
  span<std::string_view> sort{};
};

constexpr key_names key_names_of(
    const schema_view& schema, const type_meta& model, const index_meta* index
) {
  if (index != nullptr) return {index->partition_key, part_of(schema.names, index->sort_keys)};
  const span<std::string_view> key = key_of(schema, model);
  return {*key.first, {key.first + 1, key.count - 1}};
}

/// The hash of `list<Model>By<Key>And<SortKey>…`.
constexpr std::uint64_t default_query_hash(
    const schema_view& schema, const type_meta& model, const index_meta& index
) {
  std::uint64_t hash = capitalized_hash(model.name.text, hash_text("list"));
  hash = capitalized_hash(index.partition_key, hash_text("By", hash));
  for (const std::string_view key : part_of(schema.names, index.sort_keys))
    hash = capitalized_hash(key, hash_text("And", hash));
  return hash;
}

/// The index that has the query, or `no_index`.
constexpr std::uint32_t find_query(
    const schema_view& schema, const type_meta& model, std::string_view name
) {
  for (std::uint32_t i = model.indexes.first; i < model.indexes.first + model.indexes.count; ++i) {
    const index_meta& index = schema.indexes[i];
    if (index.without_query) continue;
    if (index.query_field.empty() ? default_query_hash(schema, model, index) == hash_text(name)
                                  : index.query_field == name)
      return i;
  }
  return no_index;
}

template <const auto& Schema, std::size_t Model, fixed_string Name>
struct unknown_query_finding {
  static constexpr finding value{
      place_message(Schema.view(), Model, Name.view()),
      make_message({"no index of the model has this query"}),
      make_message({"name it by .queryField(\"", Name.view(), "\")"})
  };
};

/// A comparison without its types.
struct key_comparison {
  std::string_view name{};
  comparison what{};
};

class key_check {
 public:
  constexpr key_check(
      const schema_view& schema, std::size_t model, const index_meta* index,
      const key_comparison* given, std::size_t count
  )
      : schema_(schema),
        model_(model),
        names_(key_names_of(schema, schema.types[model], index)),
        given_(given),
        count_(count) {}

  constexpr finding find(bool plain) const {
    if (!plain)
      return fault(
          {}, "the condition of a key is comparisons joined by &&", "move the rest to .filter"
      );
    if (const finding twice = repeated(); twice.what.size > 0) return twice;
    const key_comparison* partition = comparison_of(names_.partition);
    if (partition == nullptr || partition->what != comparison::eq)
      return fault(
          names_.partition, "the partition key is compared by ==", "add it to the condition"
      );
    for (std::size_t i = 0; i < count_; ++i)
      if (given_[i].name != names_.partition && !is_sort_key(given_[i].name))
        return fault(given_[i].name, "is no part of the key", "move it to .filter");
    return sort_keys();
  }

 private:
  constexpr finding fault(std::string_view name, std::string_view what, std::string_view help)
      const {
    return {place_message(schema_, model_, name), make_message({what}), make_message({help})};
  }
  constexpr finding repeated() const {
    for (std::size_t i = 0; i < count_; ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (given_[i].name == given_[k].name)
          return fault(given_[i].name, "is compared twice", "use between(least, most)");
    return {};
  }
  constexpr const key_comparison* comparison_of(std::string_view name) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (given_[i].name == name) return &given_[i];
    return nullptr;
  }
  constexpr bool is_sort_key(std::string_view name) const {
    for (const std::string_view key : names_.sort)
      if (key == name) return true;
    return false;
  }

  /// The sort keys are compared from the first on, by == but for the last.
  constexpr finding sort_keys() const {
    std::size_t used = 0;
    while (used < names_.sort.count && comparison_of(names_.sort.first[used]) != nullptr)
      ++used;
    if (used + 1 < count_)
      return fault(
          names_.sort.first[used], "a sort key before it is not compared",
          "compare the sort keys in order"
      );
    for (std::size_t i = 0; i + 1 < used; ++i)
      if (comparison_of(names_.sort.first[i])->what != comparison::eq)
        return fault(
            names_.sort.first[i],
            "only the last sort key is compared otherwise than by ==", "move the rest to .filter"
        );
    if (used == 0) return {};
    const std::string_view last = names_.sort.first[used - 1];
    const comparison what = comparison_of(last)->what;
    const bool whole = used == names_.sort.count;
    const bool known = what == comparison::eq || what == comparison::beginsWith ||
                       what == comparison::lt || what == comparison::ge ||
                       (whole && (what == comparison::le || what == comparison::gt ||
                                  what == comparison::between));
    return known ? finding{} : fault(last, "a key has no such comparison", "move it to .filter");
  }

  const schema_view& schema_;
  std::size_t model_;
  key_names names_;
  const key_comparison* given_;
  std::size_t count_;
};

template <const auto& Schema, std::size_t Model, std::uint32_t Index, bool Plain, class... Terms>
struct key_finding {
  static consteval finding find() {
    const schema_view schema = Schema.view();
    const key_comparison given[] = {{Term(Terms::name.view()), Terms::what}...};
    const index_meta* const index = Index == no_index ? nullptr : schema.indexes + Index;
    return key_check(schema, Model, index, given, sizeof...(Terms)).find(Plain);
  }
  using Term = std::string_view;
  static constexpr finding value = find();
};

template <const auto& Schema, std::size_t Model, std::uint32_t Index, bool Plain, class... Terms>
consteval bool check_key() {
  using Finding = key_finding<Schema, Model, Index, Plain, Terms...>;
  if constexpr (Finding::value.what.size > 0)
    return sizeof(reported_request<Finding>) > 0;
  else
    return check_terms<Schema, Model, filter_use::filter, Terms...>();
}

}  // namespace amplify::detail
