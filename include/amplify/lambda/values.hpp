// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace amplify::lambda {

/// Texts by name.
using Strings = std::map<std::string, std::string, std::less<>>;

/// Names of HTTP headers have no case.
struct IgnoreCase {
  using is_transparent = void;
  bool operator()(std::string_view left, std::string_view right) const {
    const std::size_t size = left.size() < right.size() ? left.size() : right.size();
    for (std::size_t i = 0; i < size; ++i) {
      const char a = lower(left[i]), b = lower(right[i]);
      if (a != b) return a < b;
    }
    return left.size() < right.size();
  }

 private:
  static constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
};
using Headers = std::map<std::string, std::string, IgnoreCase>;

/// The text of a name, or else `otherwise`.
template <class Map>
std::string_view get(const Map& texts, std::string_view name, std::string_view otherwise = {}) {
  const auto found = texts.find(name);
  return found != texts.end() ? std::string_view(found->second) : otherwise;
}

/// Errors: InvalidPayloadError.
std::string decodeBase64(std::string_view text);
std::string encodeBase64(std::string_view bytes);

}  // namespace amplify::lambda
