// SPDX-License-Identifier: Apache-2.0
#include "function/definition.hpp"
#include "function/schedule.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>
#include <utility>

namespace amplify::functions {
namespace {

/// Collects the faults of one definition.
class Check {
 public:
  explicit Check(const Definition& function) : function_(function), props_(*function.props) {}

  std::vector<Diagnostic> run() {
    names();
    numbers();
    runtime();
    layers();
    schedules();
    logging();
    code();
    return std::move(faults_);
  }

 private:
  void fail(std::string_view code, std::string message, std::string help) {
    faults_.push_back({
        .code = std::string(code),
        .where = "defineFunction " + function_.name,
        .message = std::move(message),
        .help = std::move(help),
        .source = function_.where,
    });
  }

  void names() {
    if (std::string_view(function_.where.file_name()).ends_with("amplify/function.hpp")) {
      fail(
          "InvalidFunctionConfigurationError",
          "without props, a definition doesn't know in which file it is", "write defineFunction({})"
      );
      return;
    }
    const auto rule = [](std::string_view name) {
      return detail::resource_name_rule::allows(name);
    };
    const auto help = "start with a letter, then letters, digits, `-`, `_` and spaces";
    if (!rule(function_.name)) {
      const bool given = !props_.name.empty();
      fail(
          "InvalidResourceNameError", fmt::format("`{}` is no name of a function", function_.name),
          given ? help : fmt::format("give it a .name: {}", help)
      );
    }
    const auto group = props_.resourceGroupName.view();
    if (!group.empty() && !rule(group)) {
      fail("InvalidResourceNameError", fmt::format("`{}` is no name of a stack", group), help);
    }
  }

  template <class Rule>
  void number(std::string_view code, std::string_view option, WholeNumber<Rule> number) {
    if (number.isAllowed()) return;
    fail(
        code, fmt::format("{} is {}", option, number.value()),
        fmt::format("write a whole number from {} to {}", Rule::least, Rule::most)
    );
  }

  void numbers() {
    number("InvalidTimeoutError", ".timeoutSeconds", props_.timeoutSeconds);
    number("InvalidMemoryMBError", ".memoryMB", props_.memoryMB);
    number(
        "InvalidEphemeralStorageSizeMBError", ".ephemeralStorageSizeMB",
        props_.ephemeralStorageSizeMB
    );
    if (!props_.durableConfig.isGiven()) return;
    number(
        "InvalidDurableFunctionExecutionTimeoutError", ".executionTimeoutSeconds",
        props_.durableConfig.executionTimeoutSeconds
    );
    number(
        "InvalidDurableFunctionRetentionPeriodError", ".retentionPeriodDays",
        props_.durableConfig.retentionPeriodDays
    );
  }

  void runtime() {
    const auto& runtime = props_.runtime;
    const bool is_image = props_.code.kind == Code::Kind::image;
    if (runtime.node() != 0 && !detail::runtime_rule::is_node(runtime.node())) {
      fail(
          "InvalidRuntimeError", fmt::format(".runtime is {}", runtime.node()),
          "write 18, 20, 22 or 24"
      );
    } else if (function_.kind == Kind::node && !runtime.name().empty()) {
      fail(
          "InvalidRuntimeError",
          fmt::format(".runtime is `{}`, but the entry is for Node.js", runtime.name()),
          "write 18, 20, 22 or 24; code for other runtimes is given by .code"
      );
    } else if (function_.kind == Kind::cpp && runtime.isGiven()) {
      fail(
          "InvalidRuntimeError", "an entry in C++ runs as a program of its own",
          "leave out .runtime"
      );
    } else if (function_.kind == Kind::code && !is_image && !runtime.isGiven()) {
      fail("InvalidRuntimeError", ".code has no .runtime", "write .runtime = \"python3.13\", say");
    }
    if (!props_.durableConfig.isGiven()) return;
    constexpr std::int64_t first_durable_node = 22;
    const bool old_node = runtime.node() != 0 && runtime.node() < first_durable_node;
    if (old_node || function_.kind == Kind::cpp) {
      fail(
          "UnsupportedDurableFunctionRuntimeError",
          fmt::format("Lambda has no durable executions for {}", function_.runtime),
          "use Node.js 22 or later, or leave out .durableConfig"
      );
    }
  }

  void layers() {
    constexpr std::size_t most = 5;
    std::set<std::string_view> unique;
    for (const FunctionLayer& layer : props_.layers) {
      unique.insert(layer.layer.view());
      if (layer.layer.isAllowed()) continue;
      fail(
          "InvalidLayerFormatError", fmt::format("`{}` is no layer", layer.layer.view()),
          "write `name:version`, or `arn:aws:lambda:<region>:<account>:layer:<name>:<version>`"
      );
    }
    if (unique.size() > most) {
      fail(
          "MaximumLayersReachedError",
          fmt::format("it has {} layers, and Lambda takes {}", unique.size(), most),
          "remove layers, or put several into one"
      );
    }
  }

  void schedules() {
    for (const FunctionSchedule& schedule : props_.schedule.list()) {
      const auto place = fmt::format("schedule `{}`", schedule.text());
      if (auto fault = fault_of(schedule, props_.timeoutSeconds.value())) {
        fail(
            "FunctionScheduleInitializationError", fmt::format("{}: {}", place, *fault),
            "write `every 5m`, or a cron expression such as `0 9 ? * MON-FRI *`"
        );
      }
      if (schedule.timezone().empty() || knows_timezone(schedule.timezone()).value_or(true))
        continue;
      fail(
          "FunctionScheduleInitializationError",
          fmt::format("{}: there is no time zone `{}`", place, schedule.timezone()),
          "write one of the tz database, such as `Europe/Vienna` or `UTC`"
      );
    }
  }

  void logging() {
    const FunctionLogging& logging = props_.logging;
    if (logging.level != LogLevel::unset && logging.format != LogFormat::json) {
      fail(
          "InvalidFunctionConfigurationError", ".logging has a level for text, which has none",
          "write .format = LogFormat::json, or leave out .level"
      );
    }
    if (!logging.retention.empty() && !logging.retention.isAllowed()) {
      fail(
          "InvalidLogRetentionError",
          fmt::format("logs can't be kept for `{}`", logging.retention.view()),
          "write `1 week`, `6 months`, `1 year` or `infinite`, say"
      );
    }
  }

  void code() {
    const auto wrong = [&](std::string message, std::string help) {
      fail("InvalidFunctionConfigurationError", std::move(message), std::move(help));
    };
    const bool is_image = props_.code.kind == Code::Kind::image;
    if (function_.kind == Kind::code) {
      if (!props_.entry.empty()) wrong("it has an .entry and a .code", "leave out one of them");
      if (is_image && !props_.layers.empty())
        wrong("an image takes no layers", "put their files into the image");
      if (!is_image && props_.handler.empty())
        wrong(".code has no .handler", "write .handler = \"index.handler\", say");
    } else if (!props_.handler.empty()) {
      wrong(".handler is for .code; an entry exports `handler`", "leave out .handler");
    }
  }

  const Definition& function_;
  const FunctionProps& props_;
  std::vector<Diagnostic> faults_{};
};

}  // namespace

std::vector<Diagnostic> check(const Definition& function) { return Check(function).run(); }

}  // namespace amplify::functions
