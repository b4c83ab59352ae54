// SPDX-License-Identifier: Apache-2.0
#include "run/commands/commands.hpp"

#include <amplify/error.hpp>

#include <utility>

namespace amplify::detail {

std::vector<std::unique_ptr<Command>> commands() {
  std::vector<std::unique_ptr<Command>> all;
  all.push_back(make_synth());
  all.push_back(make_print());
  all.push_back(make_check());
  all.push_back(make_rules());
  all.push_back(make_explain());
  all.push_back(make_graph());
  all.push_back(make_generate());
  all.push_back(make_diff());
  all.push_back(make_plan());
  all.push_back(make_watch());
  all.push_back(make_deploy());
  all.push_back(make_destroy());
  all.push_back(make_outputs());
  all.push_back(make_secret());
  all.push_back(make_init());
  all.push_back(make_info());
  all.push_back(make_doctor());
  all.push_back(make_completion());
  return all;
}

void refuse(std::string code, std::string where, std::string message, std::string help) {
  throw UserError(Diagnostic{
      .code = std::move(code),
      .where = std::move(where),
      .message = std::move(message),
      .help = std::move(help)
  });
}

}  // namespace amplify::detail
