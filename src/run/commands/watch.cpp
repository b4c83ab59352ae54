// SPDX-License-Identifier: Apache-2.0
#include "diff/difference.hpp"
#include "run/commands/commands.hpp"
#include "run/diff_report.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"
#include "run/process.hpp"
#include "run/source_watcher.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <amplify/detail/build_info.hpp>
#include <amplify/error.hpp>

#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

namespace amplify::detail {
namespace {

namespace fs = std::filesystem;

/// The first error of a compiler or of CMake, with the lines that belong to it; else the last
/// lines.
std::string first_error(std::string_view output) {
  constexpr std::size_t most_lines = 8;
  std::vector<std::string_view> lines;
  for (std::string_view rest = output; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    lines.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const auto is_error = [](std::string_view line) {
    return line.find("error:") != line.npos || line.starts_with("CMake Error");
  };
  auto begin = std::ranges::find_if(lines, is_error);
  if (begin == lines.end())
    begin = lines.end() - static_cast<std::ptrdiff_t>(std::min(lines.size(), most_lines));
  auto end = begin;
  while (end != lines.end() && end - begin < static_cast<std::ptrdiff_t>(most_lines) &&
         (end == begin || !is_error(*end)))
    ++end;
  return fmt::format("{}\n", fmt::join(begin, end, "\n"));
}

class Watch : public Command {
 public:
  std::string_view name() const override { return "watch"; }
  std::string_view summary() const override {
    return "On each save, build the program and show what changes";
  }
  std::string_view examples() const override {
    return "watch\n"
           "watch --deploy --identifier ann";
  }

  void describe(CLI::App& command) override {
    command.add_flag(
        "--deploy", deploy_,
        "Deploy what changes too, at once; functions and resolvers in place where possible"
    );
    add_text(command, "--profile", profile_, "AWS profile");
    identity_.describe(command);
  }

  int execute(const Backend&, Terminal& terminal) override {
    const build_info& build = this_build();
    if (*build.target == '\0') {
      refuse(
          "UnknownBuildError", "watch", "the program doesn't know how it is built",
          "build it by CMake, with amplify_add_backend"
      );
    }
    if (fs::exists(fs::path(build.source_directory) / "CMakeCache.txt")) {
      refuse(
          "UnknownBuildError", "watch", "the build writes between the sources",
          "build in a directory of its own: `cmake -B build`"
      );
    }
    if (deploy_ && backend_identifier(identity_, read_context()).type == DeploymentType::branch) {
      refuse(
          "CommandLineError", "watch --deploy", "a branch isn't deployed on each save",
          "name a sandbox by --identifier"
      );
    }
    // Before a build replaces the file.
    program_ = fs::read_symlink("/proc/self/exe");
    // Watches before it builds: what is saved meanwhile counts.
    SourceWatcher watcher(build.source_directory);
    terminal.report(fmt::format("watching {}; Ctrl-C ends it\n", build.source_directory));
    for (bool goes_on = update(terminal); goes_on;) {
      const auto changed = watcher.wait();
      if (changed.empty()) break;
      terminal.report(fmt::format("\n{}\n", title(terminal, changed)));
      goes_on = update(terminal);
    }
    terminal.report("\n");
    return 0;
  }

 private:
  static std::string title(const Terminal& terminal, const std::set<fs::path>& changed) {
    const std::string others =
        changed.size() > 1 ? fmt::format(" and {} more", changed.size() - 1) : "";
    return terminal.styled(
        Terminal::Style::bold, fmt::format("{}{} changed", changed.begin()->string(), others)
    );
  }

  /// Builds, synthesizes, compares, deploys. False when the user wants to end.
  bool update(Terminal& terminal) {
    const auto start = std::chrono::steady_clock::now();
    const build_info& build = this_build();
    const auto built =
        run_process({"cmake", "--build", build.binary_directory, "--target", build.target});
    if (built.interrupted) return false;
    if (built.status != 0) {
      terminal.report(first_error(built.out + "\n" + built.err));
      return true;
    }
    // The program may be another now: not this one synthesizes.
    const auto assembly =
        (fs::path(build.binary_directory) / "watch" / build.target / "cdk.out").string();
    const auto synthesized = run_process(program({"synth", "--output", assembly}));
    if (synthesized.interrupted) return false;
    terminal.report(synthesized.err);
    if (synthesized.status != 0) return true;
    auto now = diff::read_assembly(assembly);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    terminal.report(fmt::format("built in {:.1f} s\n", time.count()));
    pending_ = !last_ || report(terminal, diff::difference(*last_, now)) || pending_;
    last_ = std::move(now);
    return !pending_ || !deploy_ || deploy();
  }

  static bool report(Terminal& terminal, const diff::Difference& difference) {
    terminal.report(
        difference.empty() ? std::string("no differences\n") : diff_text(difference, terminal)
    );
    return !difference.empty();
  }

  bool deploy() {
    std::vector<std::string> arguments{"deploy", "--yes", "--hotswap"};
    if (!profile_.empty()) arguments.insert(arguments.end(), {"--profile", profile_});
    // It tells itself what goes wrong.
    const auto deployed = run_process(program(std::move(arguments)), {.inherit = true});
    pending_ = deployed.status != 0;
    return !deployed.interrupted;
  }

  /// The program as it is built now.
  std::vector<std::string> program(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), program_.string());
    if (!identity_.identifier.empty())
      arguments.insert(arguments.end(), {"--identifier", identity_.identifier});
    if (!identity_.branch.empty())
      arguments.insert(
          arguments.end(), {"--branch", identity_.branch, "--app-id", identity_.appId}
      );
    return arguments;
  }

  bool deploy_ = false;
  std::string profile_{};
  IdentityOptions identity_{};
  fs::path program_{};
  /// What the last build synthesized.
  std::optional<diff::Snapshot> last_{};
  /// It isn't deployed yet.
  bool pending_ = false;
};

}  // namespace

std::unique_ptr<Command> make_watch() { return std::make_unique<Watch>(); }

}  // namespace amplify::detail
