// SPDX-License-Identifier: Apache-2.0
// [backend]
#include "auth/resource.hpp"
#include "data/resource.hpp"

int main(int argc, char** argv) {
  const auto backend = amplify::defineBackend(auth, data);
  amplify::cdk::Validations::of(backend[data].stack)
      .acknowledge("PublicWriteRisk", "a demonstration: everybody shares one list");
  return amplify::run(backend, argc, argv);
}
// [/backend]
