// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "api/resource.hpp"
#include "functions/process/resource.hpp"
#include "functions/sweep/resource.hpp"

int main(int argc, char** argv) {
  return amplify::run(amplify::defineBackend(webhooks, process, sweep), argc, argv);
}
