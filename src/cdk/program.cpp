// SPDX-License-Identifier: Apache-2.0
#include "cdk/program.hpp"

#include <amplify/cdk/app.hpp>
#include <amplify/cdk/run.hpp>
#include <amplify/error.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

namespace amplify::cdk {
namespace {

constexpr int user_error = 1;
constexpr int internal_error = 70;  // EX_SOFTWARE of sysexits.h

const char* directory_of_cdk() { return std::getenv("CDK_OUTDIR"); }

/// The CLI counts errors by their kind.
void write_error_code(std::string_view code) {
  const char* const path = std::getenv("CDK_ERROR_FILE");
  if (path != nullptr && *path != '\0') std::ofstream(path) << code;
}

/// Where standard error takes nothing, there is nobody to tell.
void print_error(const std::string& text) { std::fputs(text.c_str(), stderr); }

/// Whether the CLI tells what is in `validation-report.json`. It says what assemblies it can read.
bool cdk_tells_findings() {
  constexpr int first_version = 55;  // known to; the ones before aren't known not to
  const char* const version = std::getenv("CDK_CLI_ASM_VERSION");
  return run_by_cdk() && version != nullptr && std::atoi(version) >= first_version;
}

}  // namespace

bool run_by_cdk() { return directory_of_cdk() != nullptr; }

std::string output_directory() {
  const char* const directory = directory_of_cdk();
  return directory != nullptr && *directory != '\0' ? directory : "cdk.out";
}

void print_warnings(const CloudAssembly& assembly) {
  if (cdk_tells_findings()) return;
  for (const auto& finding : assembly.findings) {
    if (finding.severity != Severity::warning || !finding.acknowledged.empty()) continue;
    std::string text = fmt::format("warning[{}] {}: ", finding.id, finding.where);
    if (!finding.property.empty()) text += fmt::format("`{}`: ", finding.property);
    text += finding.message;
    if (finding.source.line() != 0)
      text += fmt::format("\n  at {}:{}", finding.source.file_name(), finding.source.line());
    if (!finding.help.empty()) text += "\nhelp: " + finding.help;
    print_error(text + "\n");
  }
}

int report_exception() try { throw; } catch (const UserError& error) {
  print_error(fmt::format("{}\n", error.what()));
  write_error_code(error.diagnostics().front().code);
  return user_error;
} catch (const std::exception& error) {
  print_error(fmt::format(
      "internal error: {}\n"
      "This is a fault of amplify-cpp, not of your program. Please report it.\n",
      error.what()
  ));
  write_error_code("InternalError");
  return internal_error;
}

int run(const App& app) try {
  const auto assembly = app.synth();
  assembly.write(output_directory());
  print_warnings(assembly);
  return 0;
} catch (const std::exception&) {
  return report_exception();
}

}  // namespace amplify::cdk
