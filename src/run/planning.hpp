// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/plan.hpp"

#include <amplify/cdk/app.hpp>

#include <filesystem>
#include <vector>

namespace amplify::detail {

/// A plan and what it leads to.
struct Planned {
  diff::Snapshot before{};
  diff::Snapshot after{};
  cdk::CloudAssembly target{};
  plan::Plan plan{};
};

/// Errors: those of `plan::make_plan`.
Planned make_planned(diff::Snapshot before, cdk::CloudAssembly target);

/// Writes what deploys each stage into `directory/1`, `directory/2` and so on, in place of what is
/// there. Errors: UserError `OutputDirectoryError`.
std::vector<std::filesystem::path> write_stages(
    const Planned& planned, const std::filesystem::path& directory
);

}  // namespace amplify::detail
