// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/template_state.hpp"

#include <map>
#include <string>

namespace amplify::assertions {

/// By logical id: the construct and the line that made it, `Gallery/Photos/Resource, app.cpp:12`,
/// as far as the assembly tells.
std::map<std::string, std::string> origins_of(const detail::TemplateState& state);

/// An assembly's manifest.json.
json manifest_of(const cdk::CloudAssembly& assembly);

}  // namespace amplify::assertions
