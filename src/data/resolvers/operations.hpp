// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/model_operations.hpp"
#include "data/resolvers/resolver.hpp"

#include <vector>

/// One function a generated operation or kind of field.
namespace amplify::appsync {

Resolver get_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
);
/// A list, of the table or by an index.
Resolver list_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
);
Resolver create_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
);
Resolver update_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
);
Resolver delete_resolver(
    const ir::Definition& definition, const ir::Model& model, const ModelOperation& operation
);
Resolver subscription_resolver(const ir::Model& model, const ModelOperation& operation);

/// Those of the model's fields that are not as the item has them: protected ones and owners.
std::vector<Resolver> field_resolvers(const ir::Definition& definition, const ir::Model& model);

/// The relation `field` of `parent`. It reads the related model's table.
Resolver relation_resolver(
    const ir::Definition& definition, const ir::Model& parent, const ir::Field& field
);

}  // namespace amplify::appsync
