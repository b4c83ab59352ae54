// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/app.hpp>

#include <string>

// What every program that the `cdk` CLI runs has in common.

namespace amplify::cdk {

/// Whether the `cdk` CLI, or another tool in its place, runs this program.
bool run_by_cdk();

/// The directory that it wants the assembly in; else `cdk.out`.
std::string output_directory();

/// Tells on standard error what may be wrong, except what is acknowledged. Does nothing under a
/// `cdk` CLI that tells it from the assembly.
void print_warnings(const CloudAssembly& assembly);

/// Tells about the exception that is being handled: its faults on standard error and, where the CLI
/// asks for one, a code in a file. Returns the program's exit code.
int report_exception();

}  // namespace amplify::cdk
