// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <initializer_list>
#include <string>
#include <vector>

namespace amplify::appsync {

/// Who may call one operation of a model: the union of the rules that grant it.
struct Access {
  bool apiKey = false;
  /// Identity-pool callers who have not signed in.
  bool guest = false;
  /// Identity-pool callers who have signed in.
  bool identityPool = false;
  /// Every user of the user pool.
  bool userPool = false;
  /// Users of the user pool, for the items whose field of this name holds them.
  std::vector<std::string> ownerFields{};

  bool anyone() const {
    return apiKey || guest || identityPool || userPool || !ownerFields.empty();
  }
  /// Whether a rule of this provider plays a part.
  bool uses(ir::Provider provider) const;
};

/// Whether the rule grants the operation; `read` in a rule grants get, list, listen, sync and
/// search.
bool grants(const ir::Rule& rule, ir::Operation operation);

/// Who may call any of `operations`.
Access access(const ir::Model& model, std::initializer_list<ir::Operation> operations);
/// Who may call anything on the model.
Access access(const ir::Model& model);

}  // namespace amplify::appsync
