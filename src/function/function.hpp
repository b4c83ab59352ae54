// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/definition.hpp"
#include "function/environment.hpp"
#include "function/parameters.hpp"

#include <amplify/cdk/stack.hpp>
#include <amplify/error.hpp>
#include <amplify/function.hpp>

#include <functional>

namespace amplify::functions {

/// Makes a function and what belongs to it in `stack`, without its code.
FunctionResources build(
    const cdk::Stack& stack, const Definition& function, const ParameterPaths& paths,
    const std::function<void(Diagnostic)>& report
);

}  // namespace amplify::functions
