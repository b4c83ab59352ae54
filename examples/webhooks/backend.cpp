// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "api/resource.hpp"
#include "functions/process/resource.hpp"
#include "functions/sweep/resource.hpp"

// [acknowledge]
int main(int argc, char** argv) {
  const auto backend = amplify::defineBackend(webhooks, process, sweep);
  amplify::cdk::Validations::of(backend[webhooks].stack)
      .acknowledge("PublicRouteRisk", "senders sign what they send, and the function checks that");
  return amplify::run(backend, argc, argv);
}
// [/acknowledge]
