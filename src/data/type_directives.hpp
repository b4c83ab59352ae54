// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/service_directives.hpp"

#include <amplify/schema/definition.hpp>

#include <map>
#include <string>

namespace amplify::appsync {

struct ModelOperation;

/// The rules of the operations that return each custom type, itself or within another.
std::map<std::string, std::vector<ir::Rule>> inherited_rules(const ir::Definition& definition);

/// The directives of a model's operation.
ServiceDirectives operation_directives(
    const AccessMatrix& matrix, const ModelOperation& operation, ir::Provider default_provider
);
/// The directives of a custom operation.
ServiceDirectives operation_directives(
    const ir::CustomOperation& operation, ir::Provider default_provider
);

/// The directives of every object type, by name. A type is open to whoever may call an operation
/// that returns it, or may read a model that holds it.
std::map<std::string, ServiceDirectives> type_directives(
    const ir::Definition& definition, ir::Provider default_provider
);

}  // namespace amplify::appsync
