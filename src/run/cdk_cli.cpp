// SPDX-License-Identifier: Apache-2.0
#include "run/cdk_cli.hpp"

#include "run/failed_construct.hpp"
#include "run/process.hpp"
#include "run/tools.hpp"

#include <fmt/format.h>
#include <amplify/define_backend.hpp>
#include <amplify/error.hpp>

#include <algorithm>
#include <utility>

namespace amplify::detail {
namespace {

std::string bar(const DeployEvent& event) {
  constexpr int length = 20;
  const int filled = event.total > 0 ? length * std::min(event.done, event.total) / event.total : 0;
  std::string text = "[";
  for (int i = 0; i < length; ++i)
    text += i < filled ? "█" : " ";
  return text + "] ";
}

}  // namespace

void Progress::show(const DeployEvent& event) {
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_)
          .count();
  const auto what = fmt::format(
      "{}/{} {:>4} s  {} {} {}", event.done, event.total, seconds, event.status, event.type,
      event.logicalId
  );
  if (!terminal_.interactive()) {
    terminal_.write(what + "\n");
    return;
  }
  terminal_.write(fmt::format("\r\x1b[K{}", shortened(bar(event) + what, terminal_.width() - 1)));
  shown_ = true;
}

void Progress::finish() {
  if (shown_) terminal_.write("\n");
  shown_ = false;
}

std::string CdkCli::where() const { return stage.empty() ? command : command + ", " + stage; }

bool CdkCli::run(
    const Backend& backend, Terminal& terminal, const std::string& assembly,
    const std::vector<std::string>& arguments
) const {
  auto line = cdk_command();
  line.insert(line.end(), arguments.begin(), arguments.end());
  if (!profile.empty()) line.insert(line.end(), {"--profile", profile});
  line.insert(line.end(), {"--app", assembly, "--no-color", "--no-notices"});
  Progress progress(terminal);
  std::vector<DeployEvent> events;
  const auto listen = [&](std::string_view text) {
    auto event = parse_deploy_event(text);
    if (!event) return;
    if (!quiet) progress.show(*event);
    events.push_back(std::move(*event));
  };
  const auto result = run_process(line, {.environment = {{"CI", "true"}}, .line = listen});
  progress.finish();
  if (result.status == 0) return result.interrupted;
  if (result.status > 128) {
    throw UserError(Diagnostic{
        .code = "InterruptedError",
        .where = where(),
        .message = "the cdk CLI was stopped; CloudFormation goes on with what it has begun",
        .help = fmt::format(
            "look at the stack with `aws cloudformation describe-stacks`, then {} again", command
        )
    });
  }
  report(backend, events, result.out + "\n" + result.err);
}

void CdkCli::report(
    const Backend& backend, const std::vector<DeployEvent>& events, const std::string& text
) const {
  const auto* const failure = first_failure(events);
  const auto lines = error_lines(text);
  auto known = known_failure(failure != nullptr ? failure->reason : lines);
  if (!known) known = known_failure(text);
  std::string message = failure != nullptr ? failure->reason : lines;
  if (message.empty()) message = "the cdk CLI failed without saying why";
  const auto origin = failure != nullptr ? origin_of(backend.stack(), *failure) : Origin{};
  std::string place = where();
  if (failure != nullptr) {
    place =
        fmt::format("{} {}", failure->type, origin.path.empty() ? failure->logicalId : origin.path);
  }
  throw UserError(Diagnostic{
      .code = known ? std::string(known->code) : "CloudFormationDeploymentError",
      .where = std::move(place),
      .message = std::move(message),
      .help = known ? std::string(known->help)
                    : "the events tell what CloudFormation did; --debug shows all that the cdk CLI "
                      "printed",
      .source = origin.source
  });
}

}  // namespace amplify::detail
