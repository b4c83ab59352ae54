// SPDX-License-Identifier: Apache-2.0
#include "run/planning.hpp"

#include <amplify/error.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <system_error>
#include <utility>

namespace amplify::detail {
namespace {

namespace fs = std::filesystem;

bool is_number(const std::string& name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

/// Of a plan before with more stages.
void remove_others(const fs::path& directory, std::size_t stages) {
  std::error_code failed;
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(directory, failed)) {
    const auto name = entry.path().filename().string();
    if (!is_number(name)) continue;
    if (name.size() > 6 || std::stoul(name) > stages || std::stoul(name) == 0)
      others.push_back(entry.path());
  }
  for (const auto& other : others) {
    if (fs::exists(other / "manifest.json")) fs::remove_all(other, failed);
  }
}

}  // namespace

Planned make_planned(diff::Snapshot before, cdk::CloudAssembly target) {
  Planned planned{
      .before = std::move(before),
      .after = diff::snapshot(target),
      .target = std::move(target),
  };
  planned.plan = plan::make_plan(planned.before, planned.after);
  return planned;
}

std::vector<fs::path> write_stages(const Planned& planned, const fs::path& directory) {
  std::vector<fs::path> written;
  const auto& stages = planned.plan.stages;
  for (const auto& stage : stages) {
    written.push_back(directory / std::to_string(written.size() + 1));
    const bool last = written.size() == stages.size();
    const auto& base = stage.early ? planned.before : planned.after;
    (last ? planned.target : plan::assembly(stage, base, planned.target))
        .write(written.back().string());
  }
  remove_others(directory, stages.size());
  return written;
}

}  // namespace amplify::detail
