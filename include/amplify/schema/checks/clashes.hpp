// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/detail/name.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// What the names of generated operations start with. `word` is how `.disableOperations(...)` calls
/// it, `all` and the mutation it follows, if any, take it along.
struct generated_operation {
  type_kind root;
  std::string_view prefix, word, all, mutation{};
  /// Only of models with `.softDelete()`.
  bool soft = false;
};
inline constexpr generated_operation generated_operations[] = {
    {type_kind::query, "get", "get", "queries"},
    {type_kind::mutation, "create", "create", "mutations"},
    {type_kind::mutation, "update", "update", "mutations"},
    {type_kind::mutation, "delete", "delete", "mutations"},
    {type_kind::mutation, "restore", "delete", "mutations", {}, true},
    {type_kind::mutation, "purge", "delete", "mutations", {}, true},
    {type_kind::subscription, "onCreate", "onCreate", "subscriptions", "create"},
    {type_kind::subscription, "onUpdate", "onUpdate", "subscriptions", "update"},
    {type_kind::subscription, "onDelete", "onDelete", "subscriptions", "delete"}
};

/// Names of queries, mutations and subscriptions that are there twice: those of one's own, the
/// queries of indexes, and what is generated for models, save the plurals in `list…`.
class clashes_check {
 public:
  constexpr clashes_check(const schema_view& schema, findings& found)
      : schema_(schema), found_(found) {}

  constexpr void all() const {
    const std::uint32_t indexes = schema_.size.indexes;
    hash_set queries(indexes);
    for (std::uint32_t i = 0; i < schema_.size.types; ++i) {
      const type_meta& type = schema_.types[i];
      if (is_operation(type.kind)) {
        own(type);
      } else if (type.kind == type_kind::model) {
        for (const index_meta& index : part_of(schema_.indexes, type.indexes))
          if (!index.without_query) of_index(type, index, queries);
      }
    }
  }

 private:
  /// In time linear in the number of hashes.
  class hash_set {
   public:
    constexpr explicit hash_set(std::size_t count)
        : size_(table_size(count)), hashes_(new std::uint64_t[size_]{}) {}
    hash_set(const hash_set&) = delete;
    hash_set& operator=(const hash_set&) = delete;
    constexpr ~hash_set() { delete[] hashes_; }

    /// False if it is there already.
    constexpr bool add(std::uint64_t hash) {
      std::uint32_t at = static_cast<std::uint32_t>(hash) & (size_ - 1);
      for (; hashes_[at] != 0; at = (at + 1) & (size_ - 1))
        if (hashes_[at] == hash) return false;
      hashes_[at] = hash;
      return true;
    }

   private:
    std::uint32_t size_;
    std::uint64_t* hashes_;
  };

  constexpr void own(const type_meta& operation) const {
    if (const auto* const model = generating(operation.kind, operation.name.text))
      entry(operation).fault(
          {}, {"`", model->name.text, "` has an operation of this name"},
          {"rename it, or disable the other in .disableOperations(...)"}
      );
  }

  constexpr void of_index(const type_meta& model, const index_meta& index, hash_set& queries)
      const {
    const std::string_view name = index.query_field;
    const std::uint64_t hash = name.empty() ? default_query(model, index) : hash_text(name);
    const std::uint32_t other = schema_.find(hash);
    const bool taken = other != no_index && schema_.types[other].kind == type_kind::query;
    if (!queries.add(hash) || taken || generating(type_kind::query, name) != nullptr)
      entry(model).fault(
          {".index", index.partition_key},
          {"its query ", name.empty() ? "" : "`", name, name.empty() ? "" : "` ", "is there already"
          },
          {"name it with .queryField(...)"}
      );
  }
  /// The hash of `list<Model>By<Key>And<SortKey>…`.
  constexpr std::uint64_t default_query(const type_meta& model, const index_meta& index) const {
    std::uint64_t hash = capitalized_hash(model.name.text, hash_text("list"));
    hash = capitalized_hash(index.partition_key, hash_text("By", hash));
    for (const std::string_view key : part_of(schema_.names, index.sort_keys))
      hash = capitalized_hash(key, hash_text("And", hash));
    return hash;
  }

  /// The model that has an operation of this name, or null.
  constexpr const type_meta* generating(type_kind root, std::string_view name) const {
    for (const auto& operation : generated_operations) {
      const std::string_view prefix = operation.prefix;
      if (operation.root != root || name.size() <= prefix.size() ||
          name.substr(0, prefix.size()) != prefix)
        continue;
      const type_meta* const model = capitalized(name.substr(prefix.size()));
      if (model != nullptr && !disabled(*model, operation) &&
          (!operation.soft || model->called.has(type_call::softDelete)))
        return model;
    }
    return nullptr;
  }
  /// The model whose name, with a capital, this is.
  constexpr const type_meta* capitalized(std::string_view text) const {
    if (capital(text[0]) != text[0]) return nullptr;
    const char lower = lower_case(text[0]);
    for (const std::uint64_t hash :
         {hash_text(text), hash_text(text.substr(1), hash_text({&lower, 1}))}) {
      const std::uint32_t at = schema_.find(hash);
      if (at != no_index && schema_.types[at].kind == type_kind::model) return schema_.types + at;
    }
    return nullptr;
  }
  constexpr bool disabled(const type_meta& model, const generated_operation& operation) const {
    for (const std::string_view word : part_of(schema_.names, model.disabled))
      if (word == operation.word || word == operation.all ||
          (!operation.mutation.empty() && (word == operation.mutation || word == "mutations")))
        return true;
    return false;
  }

  constexpr entry_check entry(const type_meta& type) const { return {schema_, type, found_}; }

  const schema_view& schema_;
  findings& found_;
};

}  // namespace amplify::detail
