// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/simulator/text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace amplify::assertions {

/// Whether something holds, and what that is due to. A verdict that holds has no reason.
struct Verdict {
  Truth truth = Truth::yes;
  std::string why{};

  static Verdict yes() { return {}; }
  static Verdict no(std::string why) { return {Truth::no, std::move(why)}; }
  static Verdict unknown(std::string why) { return {Truth::unknown, std::move(why)}; }
};

/// The worse of the two decides; of equals, the first.
inline Verdict both(Verdict left, Verdict right) {
  return right.truth < left.truth ? std::move(right) : std::move(left);
}

/// The better of the two decides; of equals, the first.
inline Verdict either(Verdict left, Verdict right) {
  return right.truth > left.truth ? std::move(right) : std::move(left);
}

}  // namespace amplify::assertions
