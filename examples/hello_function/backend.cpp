// SPDX-License-Identifier: Apache-2.0
// [backend]
#include "functions/say-hello/resource.hpp"
#include "functions/tidy-up/resource.hpp"

int main(int argc, char** argv) {
  return amplify::run(amplify::defineBackend(sayHello, tidyUp), argc, argv);
}
// [/backend]
