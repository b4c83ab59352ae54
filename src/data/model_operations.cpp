// SPDX-License-Identifier: Apache-2.0
#include "data/model_operations.hpp"

#include "data/fields.hpp"
#include "data/names.hpp"

#include <algorithm>
#include <array>

namespace amplify::appsync {
namespace {

using ir::GeneratedOperation;
using ir::Operation;
using Kind = ModelOperation::Kind;

struct Mutation {
  std::string_view verb;
  GeneratedOperation mutation;
  GeneratedOperation subscription;
  Operation operation;
};

constexpr std::array<Mutation, 3> mutations = {{
    {"create", GeneratedOperation::create, GeneratedOperation::onCreate, Operation::create},
    {"update", GeneratedOperation::update, GeneratedOperation::onUpdate, Operation::update},
    {"delete", GeneratedOperation::delete_, GeneratedOperation::onDelete, Operation::delete_},
}};

}  // namespace

bool is_enabled(const ir::Model& model, GeneratedOperation operation) {
  const auto disabled = [&](GeneratedOperation wanted) {
    const auto& list = model.disabledOperations;
    return std::ranges::find(list, wanted) != list.end();
  };
  for (const Mutation& mutation : mutations) {
    if (mutation.subscription == operation && disabled(mutation.mutation)) return false;
  }
  return !disabled(operation);
}

bool restores(const ir::Model& model) {
  return find_field(model, ir::OptionField::deletedAt) &&
         is_enabled(model, GeneratedOperation::delete_);
}

std::string mutation_field(std::string_view verb, std::string_view model) {
  return std::string(verb) + capitalized(model);
}

std::vector<ModelOperation> model_operations(const ir::Model& model) {
  std::vector<ModelOperation> all;
  if (is_enabled(model, GeneratedOperation::get))
    all.push_back({Kind::get, "Query", "get" + capitalized(model.name), {Operation::get}});
  if (is_enabled(model, GeneratedOperation::list))
    all.push_back({Kind::list, "Query", list_query(model.name), {Operation::list}});
  for (const ir::Index& index : model.indexes) {
    if (index.queryField.empty()) continue;
    all.push_back(
        {Kind::index, "Query", index.queryField, {Operation::list, Operation::get}, &index}
    );
  }
  for (const Mutation& mutation : mutations) {
    if (!is_enabled(model, mutation.mutation)) continue;
    all.push_back(
        {Kind::mutation,
         "Mutation",
         mutation_field(mutation.verb, model.name),
         {mutation.operation},
         nullptr,
         mutation.verb}
    );
  }
  if (restores(model)) {
    all.push_back(
        {Kind::deleted, "Query", deleted_query(model.name), {Operation::delete_}, nullptr, {}, true}
    );
    for (const std::string_view verb : {"restore", "purge"}) {
      all.push_back(
          {Kind::mutation,
           "Mutation",
           mutation_field(verb, model.name),
           {Operation::delete_},
           nullptr,
           verb,
           true}
      );
    }
  }
  for (const Mutation& mutation : mutations) {
    if (!is_enabled(model, mutation.subscription)) continue;
    all.push_back(
        {Kind::subscription,
         "Subscription",
         subscription_field(mutation_field(mutation.verb, model.name)),
         {Operation::listen},
         nullptr,
         mutation.verb}
    );
  }
  return all;
}

}  // namespace amplify::appsync
