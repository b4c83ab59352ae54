// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace amplify::cdk {

class App;

/// Ends the program of an app that is no Amplify backend: `int main() { cdk::App app; …; return
/// cdk::run(app); }`
///
/// Synthesizes into the directory that the `cdk` CLI names in `CDK_OUTDIR`, or `cdk.out`, and
/// prints every fault to standard error. Returns the exit code: 0, 1 for a mistake of the user's,
/// 70 for one of ours.
int run(const App& app);

}  // namespace amplify::cdk
