// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/generate/statements.hpp"

#include <string>
#include <vector>

namespace amplify::generate {

struct CppOptions {
  /// The namespace of all that is generated.
  std::string space = "api";
  /// Whether there are conversions from and to JSON, with nlohmann/json.
  bool json = true;
};

/// One header: a struct for every type, input and operation of the API, an enum class for every
/// enum.
std::string cplusplus(
    const Document& document, const std::vector<Statement>& statements, const CppOptions& options
);

/// Whether `name` can be a namespace.
bool is_cplusplus_namespace(std::string_view name);

}  // namespace amplify::generate
