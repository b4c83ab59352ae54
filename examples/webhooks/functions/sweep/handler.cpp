// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/event_bridge.hpp>
#include <amplify/lambda/runtime.hpp>

#include <iostream>

using namespace amplify::lambda;

namespace {
void sweep(const ScheduledEvent& event) {
  std::cout << "sweeping deliveries before " << event.time << '\n';
}
}  // namespace

int main() { return run(sweep); }
