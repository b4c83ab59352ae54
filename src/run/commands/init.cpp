// SPDX-License-Identifier: Apache-2.0
#include "run/commands/commands.hpp"
#include "run/embedded.hpp"
#include "run/files.hpp"
#include "run/parser.hpp"
#include "run/tools.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/version.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

namespace fs = std::filesystem;

using Values = std::vector<std::pair<std::string_view, std::string>>;

std::string filled(std::string text, const Values& values) {
  for (const auto& [name, value] : values) {
    const auto placeholder = fmt::format("@{}@", name);
    for (auto at = text.find(placeholder); at != text.npos;
         at = text.find(placeholder, at + value.size()))
      text.replace(at, placeholder.size(), value);
  }
  return text;
}

/// A name for CMake: the directory's, with `-` for what that can't have.
std::string project_name(const fs::path& directory) {
  auto name = fs::absolute(directory).lexically_normal().filename().string();
  std::ranges::replace_if(
      name, [](unsigned char c) { return c >= 128 || (std::isalnum(c) == 0 && c != '-'); }, '-'
  );
  return name.empty() || name == "-" ? "backend" : name;
}

class Init : public Command {
 public:
  std::string_view name() const override { return "init"; }
  std::string_view summary() const override { return "Begin a project in an empty directory"; }
  std::string_view examples() const override {
    return "init shop\n"
           "init ampx --program build/backend";
  }

  void describe(CLI::App& command) override {
    add_text(
        command, "DIRECTORY", directory_, "Where; `ampx` adds what lets ampx drive the program"
    )
        ->required();
    add_text(command, "--program", program_, "ampx: the backend's program; default: build/backend");
  }

  int execute(const Backend&, Terminal& terminal) override {
    return directory_ == "ampx" ? write_bridge(terminal) : write_project(terminal);
  }

 private:
  int write_project(Terminal& terminal) const {
    const fs::path directory = directory_;
    std::error_code error;
    if (fs::exists(directory, error) && !fs::is_empty(directory, error)) {
      refuse(
          "DirectoryNotEmptyError", directory_, "there is something in it already",
          "name a new directory; nothing was written"
      );
    }
    write(
        "project/", directory,
        {{"NAME", project_name(directory)},
         {"VERSION", minor_version()},
         {"CDK", std::string(cdk_version)}},
        terminal
    );
    terminal.write(fmt::format(
        "next: cd {} && cmake -B build && cmake --build build && build/backend\n", directory_
    ));
    return 0;
  }

  int write_bridge(Terminal& terminal) const {
    for (const char* const file : {"backend.ts", "backend.mjs", "backend.js", "backend.cjs"}) {
      if (!fs::exists(fs::path("amplify") / file)) continue;
      refuse(
          "FileExistsError", fmt::format("amplify/{}", file), "ampx has a backend here already",
          "remove it if this program is to take its place; nothing was written"
      );
    }
    const auto program = program_.empty() ? "build/backend" : program_;
    write("ampx/", ".", {{"PROGRAM", program}}, terminal);
    return 0;
  }

  static std::string minor_version() {
    const std::string version = AMPLIFY_VERSION;
    return version.substr(0, version.rfind('.'));
  }

  static void write(
      std::string_view prefix, const fs::path& directory, const Values& values, Terminal& terminal
  ) {
    for (const auto* file = templates; file->path != nullptr; ++file) {
      std::string_view path = file->path;
      if (!path.starts_with(prefix)) continue;
      path.remove_prefix(prefix.size());
      // Under its own name it would be git's here, too.
      const auto target = directory / (path == "gitignore" ? ".gitignore" : path);
      write_file(target, filled(file->content, values));
      terminal.write(fmt::format("{}\n", target.lexically_normal().string()));
    }
  }

  std::string directory_{};
  std::string program_{};
};

}  // namespace

std::unique_ptr<Command> make_init() { return std::make_unique<Init>(); }

}  // namespace amplify::detail
