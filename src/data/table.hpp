// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <map>
#include <string>
#include <vector>

namespace amplify::appsync {

/// A model's table as DynamoDB has it.
struct Table {
  struct Key {
    std::string partitionKey{};
    /// Of several sort keys, one attribute: `day#seq` holds both, joined by `#`. Empty without.
    std::string sortKey{};
  };
  struct Index {
    std::string name{};
    Key key{};
    ir::Projection projection = ir::Projection::all;
    std::vector<std::string> nonKeyAttributes{};
  };
  Key key{};
  std::vector<Index> indexes{};
  /// Of every attribute in a key, whether it is text (`S`) or a number (`N`).
  std::map<std::string, std::string> attributes{};
};

/// The attribute that holds the sort keys: one as it is, several joined.
std::string sort_key_attribute(const std::vector<std::string>& sort_keys);

Table table(const ir::Definition& definition, const ir::Model& model);

}  // namespace amplify::appsync
