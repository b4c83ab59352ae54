// SPDX-License-Identifier: Apache-2.0
#include "cdk/bootstrap.hpp"
#include "run/aws.hpp"
#include "run/commands/commands.hpp"
#include "run/deployed.hpp"
#include "run/parser.hpp"
#include "run/tools.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/error.hpp>
#include <amplify/version.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <sys/utsname.h>

namespace amplify::detail {
namespace {

constexpr std::string_view oldest_node = "20";

struct Finding {
  enum class State { good, missing, bad };
  std::string what;
  State state = State::good;
  /// `2.1148.1`, or what is wrong.
  std::string detail{};
  std::string help{};
};

using State = Finding::State;

Finding compare(std::string what, const Tool& tool, std::string_view oldest, std::string install) {
  if (tool.command.empty()) {
    return {.what = std::move(what), .state = State::missing, .help = std::move(install)};
  }
  if (!tool.version.empty() && is_older(tool.version, oldest)) {
    return {
        .what = std::move(what),
        .state = State::bad,
        .detail = fmt::format("{} is too old, {} or later is needed", tool.version, oldest),
        .help = std::move(install),
    };
  }
  return {.what = std::move(what), .detail = tool.version};
}

Finding cdk() {
  const std::string install = fmt::format("npm install aws-cdk@{}", cdk_version);
  const auto node = find_tool("node");
  auto tool = find_tool("cdk");
  if (tool.command.empty() && !node.command.empty()) {
    return {.what = "cdk", .detail = fmt::format("{}, by npx when it is needed", cdk_version)};
  }
  // 3.0.0 of npm is older than 2.1148.1.
  if (tool.version.starts_with("3.")) {
    return {
        .what = "cdk",
        .state = State::bad,
        .detail = fmt::format("{} is an older build than {}", tool.version, cdk_version),
        .help = install
    };
  }
  return compare("cdk", tool, "2.1000", install);
}

std::string system_name() {
  utsname system{};
  if (::uname(&system) != 0) return "unknown";
  return fmt::format("{} {} {}", system.sysname, system.release, system.machine);
}

/// What is installed, and whether it will do.
std::vector<Finding> tools() {
  return {
      {.what = "amplify-cpp", .detail = AMPLIFY_VERSION},
      {.what = "system", .detail = system_name()},
      compare("cmake", find_tool("cmake"), "3.25", "apt install cmake"),
      compare("node", find_tool("node"), oldest_node, "install Node.js 20 or later"),
      cdk(),
      compare("aws", find_tool("aws"), "1", "apt install awscli, or the AWS CLI's own installer"),
  };
}

/// Whether the account can be deployed to.
std::vector<Finding> account(const std::string& profile) {
  const Aws aws(profile);
  std::vector<Finding> findings;
  const auto ask = [&](std::string what, const std::function<Finding()>& question) {
    try {
      findings.push_back(question());
    } catch (const UserError& error) {
      const auto& fault = error.diagnostics().front();
      findings.push_back(
          {.what = what, .state = State::bad, .detail = fault.message, .help = fault.help}
      );
    }
    return findings.back().state == State::good;
  };
  const bool signed_in = ask("credentials", [&]() -> Finding {
    return {.what = "credentials", .detail = aws.caller().arn};
  });
  if (!signed_in) return findings;
  ask("bootstrap", [&]() -> Finding {
    const std::string help = "run `npx aws-cdk bootstrap`, once for each account and region";
    const auto version = bootstrap_version(aws);
    if (!version) {
      return {.what = "bootstrap", .state = State::missing, .help = help};
    }
    if (*version < cdk::bootstrap::required_version) {
      return {
          .what = "bootstrap",
          .state = State::bad,
          .detail = fmt::format("version {} is too old", *version),
          .help = help
      };
    }
    return {.what = "bootstrap", .detail = fmt::format("version {}", *version)};
  });
  return findings;
}

std::string_view state_name(State state) {
  switch (state) {
    case State::good:
      return "ok";
    case State::missing:
      return "missing";
    case State::bad:
      return "bad";
  }
  return {};
}

nlohmann::ordered_json to_json(const std::vector<Finding>& findings) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& finding : findings) {
    list.push_back(
        {{"what", finding.what},
         {"state", state_name(finding.state)},
         {"detail", finding.detail},
         {"help", finding.help}}
    );
  }
  return list;
}

std::string to_text(const std::vector<Finding>& findings, const Terminal& terminal) {
  using Style = Terminal::Style;
  std::string text;
  for (const auto& finding : findings) {
    const bool good = finding.state == State::good;
    const auto mark =
        good ? terminal.styled(Style::green, "ok     ")
             : terminal.styled(Style::red, fmt::format("{:<7}", state_name(finding.state)));
    text += fmt::format("{} {:<12} {}\n", mark, finding.what, finding.detail);
    if (!good) text += fmt::format("{:8}help: {}\n", "", finding.help);
  }
  return text;
}

/// `info` tells of the tools; `doctor` asks AWS, too, and its exit code says whether all is well.
class Doctor : public Command {
 public:
  explicit Doctor(bool asks_aws) : asks_aws_(asks_aws) {}

  std::string_view name() const override { return asks_aws_ ? "doctor" : "info"; }
  std::string_view summary() const override {
    return asks_aws_ ? "Check what deploying needs: tools, credentials, bootstrapping"
                     : "Print versions, for reports of faults";
  }
  std::string_view examples() const override {
    return asks_aws_ ? "doctor --profile work\ndoctor --json" : "info --json";
  }

  void describe(CLI::App& command) override {
    command.add_flag("--json", json_, "Print JSON");
    if (asks_aws_) add_text(command, "--profile", profile_, "AWS profile");
  }

  int execute(const Backend&, Terminal& terminal) override {
    auto findings = tools();
    if (asks_aws_) {
      for (auto& finding : account(profile_))
        findings.push_back(std::move(finding));
    }
    if (json_) {
      terminal.write(to_json(findings).dump(2) + "\n");
    } else {
      terminal.report(to_text(findings, terminal));
    }
    const bool well = std::ranges::all_of(findings, [](const Finding& finding) {
      return finding.state == State::good;
    });
    return asks_aws_ && !well ? 1 : 0;
  }

 private:
  bool asks_aws_;
  bool json_ = false;
  std::string profile_{};
};

}  // namespace

std::unique_ptr<Command> make_info() { return std::make_unique<Doctor>(false); }
std::unique_ptr<Command> make_doctor() { return std::make_unique<Doctor>(true); }

}  // namespace amplify::detail
