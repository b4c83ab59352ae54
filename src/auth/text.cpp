// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth/text.hpp>

#include <deque>
#include <mutex>

namespace amplify::detail {

std::string_view keep_text(const std::string& text) {
  static std::mutex mutex;
  static std::deque<std::string> texts;  // elements stay where they are
  const std::scoped_lock lock(mutex);
  return texts.emplace_back(text);
}

}  // namespace amplify::detail
