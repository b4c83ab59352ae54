// SPDX-License-Identifier: Apache-2.0
#include "run/commands/api.hpp"

#include "backend/state.hpp"
#include "run/commands/commands.hpp"

#include <amplify/error.hpp>

namespace amplify::detail {

const ir::Definition& valid_schema(const Backend& backend, const std::string& command) {
  const auto& state = backend.state();
  if (!state.app.errors().empty()) throw UserError(state.app.errors());
  if (!state.data)
    refuse("NoDataError", command, "the backend has no API", "give defineBackend a defineData");
  return state.data->api.schema;
}

}  // namespace amplify::detail
