// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/construct.hpp>

#include "cdk/context.hpp"
#include "cdk/node.hpp"

#include <algorithm>
#include <iterator>

namespace amplify::cdk {

using detail::ConstructNode;

Construct::Construct(const Construct& scope, std::string_view id, std::source_location where)
    : Construct(ConstructNode::add(scope, id, where)) {}

std::string_view Construct::id() const { return node_->id; }

std::string Construct::path() const { return node_->path(); }

Construct Construct::scope() const {
  return Construct(node_->scope != nullptr ? node_->scope : node_);
}

std::vector<Construct> Construct::children() const {
  std::vector<Construct> children;
  children.reserve(node_->children.size());
  std::ranges::transform(node_->children, std::back_inserter(children), [](ConstructNode* child) {
    return Construct(child);
  });
  return children;
}

Stack Construct::stack() const {
  if (node_->stack != nullptr) return Stack(node_->stack);
  node_->record(
      "NoStackError", "it is in no stack", "make it in a Stack, or in a construct in one"
  );
  return Stack(&node_->tree->no_stack());
}

std::optional<std::string> Construct::context(std::string_view key) const try {
  return Context::of(*node_->tree).text(key);
} catch (const UserError& error) {
  auto& errors = node_->tree->errors;
  errors.insert(errors.end(), error.diagnostics().begin(), error.diagnostics().end());
  return std::nullopt;
}

void Construct::addTag(std::string_view key, std::string_view value) {
  node_->tags.insert_or_assign(std::string(key), std::string(value));
}

void Construct::applyRemovalPolicy(RemovalPolicy policy) { node_->removal_policy = policy; }

void Construct::addDependency(const Construct& other) {
  node_->dependencies.push_back(other.node_);
}

}  // namespace amplify::cdk
