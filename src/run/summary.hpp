// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/app.hpp>

#include <chrono>
#include <string>
#include <string_view>

namespace amplify::detail {

/// What `synth` prints: the tree of stacks with the kinds of their resources, then totals.
std::string summary(
    const cdk::CloudAssembly& assembly, std::string_view directory, std::chrono::microseconds time
);

/// The same for programs, and of every stack.
std::string json_summary(
    const cdk::CloudAssembly& assembly, std::string_view directory, std::chrono::microseconds time
);

}  // namespace amplify::detail
