// SPDX-License-Identifier: Apache-2.0
#include <amplify/checked.hpp>

#include <set>
#include <utility>

namespace amplify::detail {

std::string_view keep(std::string text) {
  static std::set<std::string> kept;
  return *kept.insert(std::move(text)).first;
}

}  // namespace amplify::detail
