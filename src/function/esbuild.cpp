// SPDX-License-Identifier: Apache-2.0
#include "function/esbuild.hpp"

#include "function/process.hpp"

#include <fmt/format.h>
#include <amplify/detail/build_info.hpp>
#include <embedded/commonjs.hpp>
#include <embedded/load_parameters.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace amplify::functions {
namespace {

namespace fs = std::filesystem;

/// As the packages with the programs are called: `@esbuild/linux-x64`.
constexpr std::string_view platform =
#if defined(__APPLE__)
    "darwin-"
#else
    "linux-"
#endif
#if defined(__aarch64__)
    "arm64";
#else
    "x64";
#endif

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, std::string_view text) {
  std::ofstream(file, std::ios::binary) << text;
}

/// Bundles that are made in one go, by their numbers.
using Group = std::vector<std::size_t>;

/// Starting esbuild takes longer than bundling a handler, so what has the same options goes
/// together.
std::vector<Group> groups_of(const std::vector<Bundle>& bundles) {
  std::map<std::tuple<std::string, std::vector<std::string>, bool, bool>, Group> groups;
  for (std::size_t i = 0; i < bundles.size(); ++i) {
    const Bundle& bundle = bundles[i];
    groups[{bundle.target, bundle.external, bundle.minify, bundle.fetch_parameters}].push_back(i);
  }
  std::vector<Group> result;
  for (auto& [options, group] : groups)
    result.push_back(std::move(group));
  return result;
}

/// One call of esbuild for each of a list of groups.
class Calls {
 public:
  Calls(const Esbuild& esbuild, const std::vector<Bundle>& bundles)
      : esbuild_(esbuild), bundles_(bundles) {
    write(commonjs(), embedded::commonjs);
    write(environment(), "export const env = process.env;\n");
  }

  /// Takes groups out of the list that worked; `complaints` has what is said about the others.
  std::vector<Group> run(const std::vector<Group>& groups, std::vector<std::string>& complaints) {
    std::vector<Process> processes;
    for (const Group& group : groups)
      processes.emplace_back(esbuild_.root, log(group), command(group));
    std::vector<Group> failed;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const bool worked = processes[i].succeeded();
      const std::string said = worked ? std::string() : read(log(groups[i]));
      for (const std::size_t number : groups[i]) {
        complaints[number] = worked || !said.empty() ? said : "esbuild failed without a word";
        if (worked) mend_source_map(number);
      }
      if (!worked) failed.push_back(groups[i]);
    }
    return failed;
  }

 private:
  fs::path commonjs() const { return esbuild_.output / "commonjs.mjs"; }
  fs::path environment() const { return esbuild_.output / "environment.mjs"; }
  fs::path log(const Group& group) const {
    return esbuild_.output / fmt::format("{}.log", group.front());
  }

  std::vector<std::string> command(const Group& group) const {
    const Bundle& options = bundles_[group.front()];
    std::vector<std::string> arguments{
        esbuild_.program.string(),
        "--bundle",
        "--platform=node",
        "--format=esm",
        "--target=" + options.target,
        "--sourcemap",
        "--loader:.node=file",
        "--log-level=error",
        "--color=false",
        "--inject:" + commonjs().string(),
        "--outdir=" + esbuild_.output.string(),
        "--out-extension:.js=.mjs",
    };
    if (options.minify) arguments.emplace_back("--minify");
    if (options.fetch_parameters)
      arguments.push_back(fmt::format("--banner:js={}", embedded::load_parameters));
    for (const std::string& module : options.external)
      arguments.push_back("--external:" + module);
    // Functions may share a handler, which names one of them.
    for (const Bundle& bundle : bundles_) {
      arguments.push_back(
          fmt::format("--alias:$amplify/env/{}={}", bundle.name, environment().string())
      );
    }
    for (const std::size_t number : group)
      arguments.push_back(fmt::format("{}/index={}", number, bundles_[number].entry.string()));
    return arguments;
  }

  /// Names the sources by their way from the root, so that a bundle is the same wherever it is
  /// made.
  void mend_source_map(std::size_t number) const {
    const fs::path directory = esbuild_.directory_of(number);
    const fs::path file = directory / "index.mjs.map";
    auto map = nlohmann::ordered_json::parse(read(file), nullptr, false);
    if (!map.is_object()) return;
    for (auto& source : map["sources"]) {
      const auto path = (directory / source.get<std::string>()).lexically_normal();
      source = path.parent_path() == esbuild_.output
                   ? "amplify:" + path.filename().string()
                   : path.lexically_relative(esbuild_.root).generic_string();
    }
    write(file, map.dump());
  }

  const Esbuild& esbuild_;
  const std::vector<Bundle>& bundles_;
};

}  // namespace

std::optional<fs::path> find_esbuild(const fs::path& directory) {
  std::vector<fs::path> places;
  if (const std::string_view of_build = detail::this_build().esbuild; !of_build.empty())
    places.emplace_back(of_build);
  for (fs::path place = directory;; place = place.parent_path()) {
    const fs::path modules = place / "node_modules";
    // The program itself starts at once; what is in `.bin` may be a script that starts it.
    places.push_back(modules / "@esbuild" / platform / "bin" / "esbuild");
    places.push_back(modules / ".bin" / "esbuild");
    if (place == place.parent_path()) break;
  }
  std::string_view path = std::getenv("PATH") != nullptr ? std::getenv("PATH") : "";
  while (!path.empty()) {
    const auto end = std::min(path.find(':'), path.size());
    places.push_back(fs::path(path.substr(0, end)) / "esbuild");
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  std::error_code ignored;
  const auto found = std::ranges::find_if(places, [&](const fs::path& place) {
    return fs::is_regular_file(place, ignored);
  });
  return found != places.end() ? std::optional(*found) : std::nullopt;
}

std::vector<std::string> Esbuild::run(const std::vector<Bundle>& bundles) const {
  std::vector<std::string> complaints(bundles.size());
  Calls calls(*this, bundles);
  // Those of a group that failed are tried one by one: each has its own complaints.
  std::vector<Group> again;
  for (const Group& group : calls.run(groups_of(bundles), complaints))
    for (const std::size_t number : group)
      again.push_back({number});
  calls.run(again, complaints);
  return complaints;
}

}  // namespace amplify::functions
