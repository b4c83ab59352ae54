// SPDX-License-Identifier: Apache-2.0
#include "cdk/spec/words.hpp"

#include "cdk/print.hpp"

#include <fmt/format.h>

#include <vector>

namespace amplify::cdk::spec {

std::string name_of(std::string_view type) {
  const auto [kind, parts] = parse_type(type);
  switch (kind) {
    case TypeText::Kind::list:
      return "a list";
    case TypeText::Kind::map:
      return "an object of values by name";
    case TypeText::Kind::either: {
      std::vector<std::string> names;
      for (const auto part : parts)
        names.push_back(name_of(part));
      return fmt::format("{}", fmt::join(names, " or "));
    }
    case TypeText::Kind::simple:
      break;
  }
  if (type == "string") return "a text";
  if (type == "integer") return "a whole number";
  if (type == "number") return "a number";
  if (type == "boolean") return "true or false";
  if (type == "tag") return "an object of Key and Value";
  return "an object";
}

std::string shown(const detail::Data& data) {
  constexpr std::size_t most = 60;
  auto text = print(data);
  if (text.size() > most) {
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
      --end;  // not inside a letter
    text = text.substr(0, end) + "…";
  }
  return text;
}

std::string text_of(const Bounds& bounds) {
  if (!bounds.high) return fmt::format("at least {}", *bounds.low);
  if (!bounds.low) return fmt::format("at most {}", *bounds.high);
  if (*bounds.low == *bounds.high) return fmt::format("{}", *bounds.low);
  return fmt::format("from {} to {}", *bounds.low, *bounds.high);
}

}  // namespace amplify::cdk::spec
