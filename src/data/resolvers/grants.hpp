// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/access.hpp"

#include <amplify/schema/definition.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the rules of a model mean for a single resolver.
namespace amplify::appsync {

/// What a role asks of an item: that a field names the caller, or one of their groups.
struct ItemPart {
  Role role{};
  /// Whether the field holds a list.
  bool list = false;
};

/// What a rule grants its callers in one operation.
struct Grant {
  Role role{};
  /// What it asks of an item, all of it; empty if it isn't about items.
  std::vector<ItemPart> items{};
  /// Of create and update: the fields that they may give a value. Unset means all.
  std::optional<std::vector<std::string>> sets{};
  /// Of update: the fields whose value they may take away. Unset means all.
  std::optional<std::vector<std::string>> clears{};
};

/// Of those who may do any of the operations with at least one field.
std::vector<Grant> reading_grants(
    const ir::Model& model, const std::vector<ir::Operation>& operations
);
/// Of those who may see the model's items at all, by whichever operation: who follows a relation.
std::vector<Grant> related_grants(const ir::Model& model);
std::vector<Grant> create_grants(const ir::Model& model);
/// With those who may only delete: they may clear fields.
std::vector<Grant> update_grants(const ir::Model& model);
/// Of those who may delete every field.
std::vector<Grant> delete_grants(const ir::Model& model);

/// Whether it depends on the item whom one of them lets in.
bool depend_on_item(const std::vector<Grant>& grants);
/// Whether one of them asks several things of an item.
bool ask_several(const std::vector<Grant>& grants);
/// Whether one of them asks something of this field.
bool ask_of(const std::vector<Grant>& grants, std::string_view field);
/// Whether one of them asks something of a list.
bool ask_lists(const std::vector<Grant>& grants);
/// What all of them ask.
std::vector<ItemPart> item_parts(const std::vector<Grant>& grants);
/// Whether one of them is confined to some fields.
bool are_confined(const std::vector<Grant>& grants);

/// The roles that may read the field, if there are callers who may read the model and not this
/// field. It has a resolver of its own then.
std::optional<std::vector<Grant>> protecting_grants(const ir::Model& model, const ir::Field& field);

/// Whether what a mutation returns leaves the relation out: subscribers get it too, and not all of
/// them may see what it leads to.
bool is_withheld_from_mutations(
    const ir::Definition& definition, const ir::Model& model, const ir::Field& relation
);

/// Whether fields of the model, or of models that it leads to, are left out of what a mutation
/// returns. Items then carry `__operation: 'Mutation'`.
bool marks_mutations(const ir::Definition& definition, const ir::Model& model);

/// The fields with owners as clients see them: by user name alone, without the sub.
std::vector<std::string> shortened_owner_fields(const ir::Model& model);

/// Whether operations shorten owners. Otherwise resolvers of the fields do it, since others need
/// the items as they are stored: fields that are protected, custom operations that return them.
bool operations_shorten_owners(const ir::Definition& definition, const ir::Model& model);

}  // namespace amplify::appsync
