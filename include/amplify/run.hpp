// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace amplify {

class Backend;

/// Runs the backend's program: `int main(int argc, char** argv) { return run(defineBackend(auth,
/// data), argc, argv); }`
///
/// Returns the exit code: 0, 1 for a mistake of the user's, 70 for one of ours.
int run(const Backend& backend, int argc, char** argv);

}  // namespace amplify
