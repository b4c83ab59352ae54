// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "spec.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace amplify::spec {

/// The text of <amplify/cfn/….hpp>.
std::string header(const Service& service);

/// The source of the table by which synthesis checks resources: see src/cdk/spec/table.hpp.
std::string table_source(const std::vector<Service>& services);

/// Source number `part` of `parts`, which makes every resource with every property and attribute:
/// `void make_resources_<part>(amplify::cdk::App&)`.
std::string test_source(const std::vector<Service>& services, std::size_t part, std::size_t parts);

}  // namespace amplify::spec
