// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/command.hpp"

#include <amplify/define_backend.hpp>

#include <memory>
#include <string>

// One function a command; each lives in the file of its name.

namespace amplify::detail {

std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_completion();
std::unique_ptr<Command> make_deploy();
std::unique_ptr<Command> make_destroy();
std::unique_ptr<Command> make_diff();
std::unique_ptr<Command> make_doctor();
std::unique_ptr<Command> make_explain();
std::unique_ptr<Command> make_generate();
std::unique_ptr<Command> make_graph();
std::unique_ptr<Command> make_info();
std::unique_ptr<Command> make_init();
std::unique_ptr<Command> make_outputs();
std::unique_ptr<Command> make_plan();
std::unique_ptr<Command> make_print();
std::unique_ptr<Command> make_rules();
std::unique_ptr<Command> make_secret();
std::unique_ptr<Command> make_synth();
std::unique_ptr<Command> make_watch();

/// Throws UserError.
[[noreturn]] void refuse(
    std::string code, std::string where, std::string message, std::string help
);

}  // namespace amplify::detail
