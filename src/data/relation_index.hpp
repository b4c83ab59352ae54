// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::appsync {

/// The index of this name that the model declares, or null.
const ir::Index* find_index(const ir::Model& model, std::string_view name);

/// The index of the related model by which hasMany or hasOne finds its items: `gsi-Post.comments`,
/// if the relation names no other.
std::string relation_index(const ir::Model& model, const ir::Field& relation);

/// A model's secondary indexes: those that it declares, then those made for relations from other
/// models to it. Those have no query.
std::vector<ir::Index> all_indexes(const ir::Definition& definition, const ir::Model& model);

}  // namespace amplify::appsync
