// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/graphql.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Code for clients, from the GraphQL schema of an API.
namespace amplify::generate {

/// `[Post!]!`, taken apart.
struct TypeReference {
  std::string name{};
  bool list = false;
  /// The value itself may not be null: the list, if it is one.
  bool required = false;
  bool elementRequired = false;
};

TypeReference type_reference(std::string_view text);

/// A schema whose types are found by name.
class Document {
 public:
  explicit Document(std::vector<graphql::Type> types);

  const std::vector<graphql::Type>& types() const { return types_; }
  /// Null for a scalar.
  const graphql::Type* find(std::string_view name) const;
  /// Null for what has no fields to select.
  const graphql::Type* find_object(std::string_view name) const;

 private:
  std::vector<graphql::Type> types_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

/// `Query`, `Mutation` or `Subscription`.
bool is_root(std::string_view type);

/// A file's name and text.
using Files = std::map<std::string, std::string>;

/// In the first lines of what is generated, as Amplify's own generator has it.
inline constexpr std::string_view warning =
    "this is an auto generated file. This will be overwritten";

}  // namespace amplify::generate
