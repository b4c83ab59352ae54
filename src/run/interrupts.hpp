// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>

namespace amplify::detail {

/// Notes interrupts (SIGINT, SIGTERM) in place of ending the program, while it lives. One at a
/// time. A child that `run_process` waits for gets its interrupts itself.
class Interrupts {
 public:
  Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  ~Interrupts();

  bool came() const;
  /// Waits until there is something to read; for ever if `milliseconds` is -1. False when nothing
  /// came in time, or an interrupt did, before or meanwhile.
  bool wait_for(int descriptor, int milliseconds) const;

 private:
  struct sigaction interrupt_{};
  struct sigaction terminate_{};
};

}  // namespace amplify::detail
