// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/resolvers/grants.hpp"

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

/// The JavaScript of a resolver that deals with keys. Several sort keys are one attribute of the
/// table: `'day#seq'` holds `2030-01-01#1`.
namespace amplify::appsync {

/// The key of the table, of the values in `object`: `{ id: input.id }`.
std::string table_key(const ir::Model& model, std::string_view object);

/// The conditions that an item with this key is there, or isn't.
std::string key_condition(const ir::Model& model, bool exists);

/// The value of the attribute that holds these sort keys: `item.day`, `` `${item.day}#${item.seq}`
/// ``.
std::string sort_value(const std::vector<std::string>& sort_keys, std::string_view object);

/// How a query finds its items: the names of a key's fields, of the table or an index.
struct QueryKey {
  std::string partitionKey{};
  std::vector<std::string> sortKeys{};
  /// The argument with a condition on the sort keys; empty without sort keys.
  std::string sortArgument{};
};

QueryKey query_key(const ir::Model& model, const ir::Index* index);

/// The rules of a query by this key, whose values are variables of that name. Empty if no rule is
/// about the key.
std::string settled_rules(const std::vector<Grant>& grants, const QueryKey& key);

/// `checkKey(args)`: refuses arguments that make no key. Empty if the key can't go wrong.
std::string check_key_function(const QueryKey& key);

/// `keyCondition(partition, condition)`: a query's key condition by a value of the partition key
/// and a condition on the sort keys.
std::string key_condition_function(const QueryKey& key);

/// `compositeKeys(input)`: the attributes that hold several of the input's fields. Refuses input
/// with a part of one. Empty if the model has none besides its own key.
std::string composite_keys_function(
    const ir::Definition& definition, const ir::Model& model, std::string_view doing
);

/// The attributes in keys of indexes. An item with a null there couldn't be stored.
std::vector<std::string> index_attributes(const ir::Definition& definition, const ir::Model& model);

}  // namespace amplify::appsync
