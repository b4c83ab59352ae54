// SPDX-License-Identifier: Apache-2.0
// [backend]
#include "auth/resource.hpp"
#include "data/resource.hpp"
#include "storage/resource.hpp"

int main(int argc, char** argv) {
  return amplify::run(amplify::defineBackend(auth, data, storage), argc, argv);
}
// [/backend]
