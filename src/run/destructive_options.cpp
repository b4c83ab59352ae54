// SPDX-License-Identifier: Apache-2.0
#include "run/destructive_options.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/error.hpp>

#include <utility>

namespace amplify::detail {

void DestructiveOptions::describe(CLI::App& command) {
  command
      .add_option(
          "--allow-destructive", allowed,
          "A model, field or resource whose data may be lost; can be given several times"
      )
      ->allow_extra_args(false);
}

void DestructiveOptions::check(const plan::Plan& plan) const {
  std::vector<Diagnostic> faults;
  for (const plan::Step& step : plan::forbidden(plan, allowed)) {
    faults.push_back({
        .code = "DestructiveChangeError",
        .where = step.subject,
        .message = step.what,
        .help = fmt::format("if that is meant: --allow-destructive {}", step.subject),
    });
  }
  if (!faults.empty()) throw UserError(std::move(faults));
}

}  // namespace amplify::detail
