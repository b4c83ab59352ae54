// SPDX-License-Identifier: Apache-2.0
// [backend]
#include "auth/resource.hpp"
#include "data/resource.hpp"
#include "storage/resource.hpp"

int main(int argc, char** argv) {
  const auto backend = amplify::defineBackend(auth, data, storage);
  amplify::cdk::Validations::of(backend[storage].stack)
      .acknowledge("GuestOwnerPathRisk", "readers see the pictures of authors");
  return amplify::run(backend, argc, argv);
}
// [/backend]
