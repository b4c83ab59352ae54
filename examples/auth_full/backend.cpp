// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "auth/resource.hpp"
#include "functions/group-manager/resource.hpp"

int main(int argc, char** argv) {
  return amplify::run(amplify::defineBackend(auth, groupManager), argc, argv);
}
