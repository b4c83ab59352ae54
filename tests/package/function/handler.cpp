// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/runtime.hpp>

int main() {
  return amplify::lambda::run([](const amplify::lambda::JsonText& event) { return event; });
}
