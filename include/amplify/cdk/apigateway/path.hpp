// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Which paths routes can have, for the compiler and for synthesis.

namespace amplify::cdk::apigateway::detail {

enum class path_fault : std::uint8_t {
  none,
  no_slash,
  empty_part,
  character,
  open_parameter,
  greedy_not_last,
  parameter,
  parameter_twice
};

/// What is wrong with a path, and the part between slashes that has the fault.
struct path_finding {
  path_fault fault = path_fault::none;
  std::string_view part{};
};

constexpr bool consists_of(std::string_view text, std::string_view others) {
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && others.find(c) == others.npos) return false;
  }
  return true;
}

constexpr path_fault check_part(std::string_view part, bool last) {
  if (part.empty()) return path_fault::empty_part;
  if (!part.starts_with('{')) {
    return consists_of(part, "-._~%!$&'()*,;=:@") ? path_fault::none : path_fault::character;
  }
  if (!part.ends_with('}')) return path_fault::open_parameter;
  auto parameter = part.substr(1, part.size() - 2);
  if (parameter.ends_with('+')) {
    if (!last) return path_fault::greedy_not_last;
    parameter.remove_suffix(1);
  }
  return !parameter.empty() && consists_of(parameter, "-._") ? path_fault::none
                                                             : path_fault::parameter;
}

/// `/orders/{id}`; `{rest+}` as the last part takes all below.
constexpr path_finding check_path(std::string_view path) {
  if (!path.starts_with('/')) return {path_fault::no_slash};
  if (path == "/") return {};
  std::size_t begin = 1;
  while (begin <= path.size()) {
    const auto slash = path.find('/', begin);
    const auto end = slash == path.npos ? path.size() : slash;
    const auto part = path.substr(begin, end - begin);
    const auto fault = check_part(part, end == path.size());
    if (fault != path_fault::none) return {fault, part};
    const auto before = path.substr(0, begin);
    const auto same = before.find(part);
    if (part.starts_with('{') && same != before.npos) return {path_fault::parameter_twice, part};
    begin = end + 1;
  }
  return {};
}

}  // namespace amplify::cdk::apigateway::detail
