// SPDX-License-Identifier: Apache-2.0
#include "auth/resource.hpp"
#include "data/resource.hpp"

int main(int argc, char** argv) {
  return amplify::run(amplify::defineBackend(auth, data), argc, argv);
}
