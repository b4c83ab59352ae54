// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/resolvers/grants.hpp"

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

/// JavaScript that several operations share.
namespace amplify::appsync {

/// The comment on top of a resolver: what it does and who may call it.
std::string header(std::string_view summary, const std::vector<Grant>& grants);

/// How items go out to clients, from what is stored.
struct Outward {
  Outward(const ir::Definition& definition, const ir::Model& model);

  /// `toClient(item)`: the item as clients see it. Empty when items go out as they are stored.
  std::string function() const;
  /// `toClient(expression)`, or the expression alone when items go out as they are stored.
  std::string item(const std::string& expression) const;
  /// The same of an item that a mutation returns.
  std::string mutated(const std::string& expression) const;
  /// The same of every item of a page.
  std::string page(const std::string& expression) const;

  /// Of the fields with owners, those with lists of them.
  std::vector<std::string> owners{};
  std::vector<std::string> ownerLists{};
  /// Fields that the API keeps and shows otherwise than it stores them.
  std::vector<ir::Field> kept{};
  /// The function that they are shown by, if there is one.
  std::string shownFunction{};
  /// Whether mutations mark the item.
  bool marks = false;
};

/// `toExpression(filter)`: DynamoDB's form of a GraphQL filter of the model's items, by
/// `util.transform.<transform>`.
std::string to_expression_function(const ir::Model& model, std::string_view transform);

/// The statement that puts the caller's own items into the list `filters` or `conditions`. Empty if
/// no rule is about items.
std::string own_items_filter(const std::vector<Grant>& grants, std::string_view list);

}  // namespace amplify::appsync
