// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/source.hpp"

#include <algorithm>

namespace amplify::appsync {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(' ') == std::string_view::npos;
}

std::string fill_line(
    std::string_view line,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values
) {
  std::string out;
  while (true) {
    const std::size_t open = line.find("<<");
    const std::size_t close = line.find(">>", open);
    if (open == std::string_view::npos || close == std::string_view::npos) return out.append(line);
    const std::string_view name = line.substr(open + 2, close - open - 2);
    out += line.substr(0, open);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    line.remove_prefix(close + 2);
  }
}

}  // namespace

std::string fill(
    std::string_view text,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values
) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::string filled = fill_line(line, values);
    const bool vanished = is_blank(filled) && !is_blank(line);
    if (!vanished) out += filled;
    if (end == std::string_view::npos) break;
    if (!vanished) out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string js_string(std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "'";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      out += "\\x";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string js_list(const std::vector<std::string>& texts) {
  std::vector<std::string> literals;
  for (const std::string& text : texts)
    literals.push_back(js_string(text));
  return "[" + joined(literals, ", ") + "]";
}

std::string member(std::string_view object, std::string_view name) {
  const std::string key = js_key(name);
  return std::string(object) + (key == name ? "." + key : "[" + key + "]");
}

std::string js_key(std::string_view name) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  const bool plain = !name.empty() && !(name.front() >= '0' && name.front() <= '9') &&
                     std::ranges::all_of(name, is_word);
  return plain ? std::string(name) : js_string(name);
}

Source::Source(std::string_view comment) : comment_(comment) {}

Source& Source::add(std::string_view part) {
  if (part.empty()) return *this;
  body_ += '\n';
  body_ += part;
  return *this;
}

std::string Source::text() const {
  std::string imports;
  for (const std::string_view name : {"extensions", "runtime", "util"}) {
    if (body_.find(std::string(name) + ".") == std::string::npos) continue;
    imports += (imports.empty() ? "" : ", ") + std::string(name);
  }
  if (!imports.empty()) imports = "import { " + imports + " } from '@aws-appsync/utils';\n\n";
  return imports + comment_ + body_;
}

}  // namespace amplify::appsync
