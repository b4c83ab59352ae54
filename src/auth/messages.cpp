// SPDX-License-Identifier: Apache-2.0
#include "auth/messages.hpp"

#include <cstddef>

namespace amplify::cognito {
namespace {

constexpr std::string_view link = "{link:";

/// What stands for the placeholder at the start of `text`, whose length goes to `length`; empty
/// when there is none.
std::string placeholder(std::string_view text, std::size_t& length) {
  for (const auto& [ours, theirs] : {
           std::pair{std::string_view("{code}"), "{####}"},
           std::pair{std::string_view("{link}"), "{##Verify Email##}"},
       }) {
    if (!text.starts_with(ours)) continue;
    length = ours.size();
    return theirs;
  }
  const std::size_t end = text.find('}');
  if (!text.starts_with(link) || end == std::string_view::npos) return {};
  length = end + 1;
  return "{##" + std::string(text.substr(link.size(), end - link.size())) + "##}";
}

}  // namespace

std::string with_placeholders(std::string_view message) {
  std::string text;
  while (!message.empty()) {
    std::size_t length = 0;
    std::string replacement = placeholder(message, length);
    if (replacement.empty()) {
      replacement = message[0];
      length = 1;
    }
    text += replacement;
    message.remove_prefix(length);
  }
  return text;
}

}  // namespace amplify::cognito
