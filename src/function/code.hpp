// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/definition.hpp"

#include <amplify/error.hpp>
#include <amplify/function.hpp>

#include <vector>

namespace amplify::functions {

/// A function that has no code yet.
struct WithoutCode {
  const Definition* function = nullptr;
  const FunctionResources* made = nullptr;
};

/// Gives functions their code: reads what is ready, finds what the build made of entries in C++,
/// and bundles the others. What is wrong with it.
std::vector<Diagnostic> load_code(const std::vector<WithoutCode>& functions);

}  // namespace amplify::functions
