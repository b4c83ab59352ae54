// SPDX-License-Identifier: Apache-2.0
// What docs/auth.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

namespace {
const auto auth = defineAuth({
    .loginWith = {.email = EmailLogin{.verificationEmailSubject = "Welcome"}},
});
}  // namespace

int run_with_changes(int argc, char** argv);
int run_with_changes(int argc, char** argv) {
  // [resources]
  const auto backend = defineBackend(auth);
  backend[auth].userPool.setProperty("DeletionProtection", "ACTIVE");
  return run(backend, argc, argv);
  // [/resources]
}
