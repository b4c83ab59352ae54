// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>

namespace amplify::appsync {

/// The schema with Amplify's directives (`@model`, `@auth`, …), from which Amplify's tools compute
/// the introspection.
std::string model_schema(const ir::Definition& definition);

}  // namespace amplify::appsync
