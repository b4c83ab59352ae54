// SPDX-License-Identifier: Apache-2.0
#include "run/interrupts.hpp"

#include <ctime>

#include <poll.h>

namespace amplify::detail {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) { interrupted = 1; }

}  // namespace

Interrupts::Interrupts() {
  interrupted = 0;
  struct sigaction action{};
  action.sa_handler = interrupt;
  ::sigaction(SIGINT, &action, &interrupt_);
  ::sigaction(SIGTERM, &action, &terminate_);
}

Interrupts::~Interrupts() {
  ::sigaction(SIGINT, &interrupt_, nullptr);
  ::sigaction(SIGTERM, &terminate_, nullptr);
}

bool Interrupts::came() const { return interrupted != 0; }

bool Interrupts::wait_for(int descriptor, int milliseconds) const {
  // Held back but for the wait itself: one that comes just before it would not end it.
  sigset_t held;
  sigset_t usual;
  sigemptyset(&held);
  sigaddset(&held, SIGINT);
  sigaddset(&held, SIGTERM);
  ::sigprocmask(SIG_BLOCK, &held, &usual);
  pollfd waiting{descriptor, POLLIN, 0};
  const timespec limit{milliseconds / 1000, milliseconds % 1000 * 1'000'000L};
  const bool ready =
      !came() && ::ppoll(&waiting, 1, milliseconds < 0 ? nullptr : &limit, &usual) > 0;
  ::sigprocmask(SIG_SETMASK, &usual, nullptr);
  return ready;
}

}  // namespace amplify::detail
