// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/lexer.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

namespace amplify::sdl {
namespace {

bool is_name_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  const auto continuation = [&](std::uint32_t shift) { byte(0x80U | ((code >> shift) & 0x3fU)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xc0U | (code >> 6U));
    continuation(0);
  } else if (code < 0x10000) {
    byte(0xe0U | (code >> 12U));
    continuation(6);
    continuation(0);
  } else {
    byte(0xf0U | (code >> 18U));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

/// The content of a block string without the indentation that all its lines share, and without
/// blank lines around it (section 2.9.4 of the specification).
std::string unindented(std::string_view raw) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = raw.find('\n');
    std::string_view line = raw.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    raw.remove_prefix(end + 1);
  }
  std::size_t common = std::string_view::npos;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t indent = indentation(lines[i]);
    if (indent < lines[i].size()) common = std::min(common, indent);
  }
  for (std::size_t i = 1; i < lines.size(); ++i)
    lines[i].remove_prefix(std::min(common, lines[i].size()));
  const auto blank = [](std::string_view line) { return indentation(line) == line.size(); };
  while (!lines.empty() && blank(lines.back()))
    lines.pop_back();
  const auto first = std::ranges::find_if_not(lines, blank);
  std::string out;
  for (auto line = first; line != lines.end(); ++line) {
    if (line != first) out += '\n';
    out += *line;
  }
  return out;
}

}  // namespace

std::string described(const Token& token) {
  switch (token.kind) {
    case Token::Kind::end:
      return "the end of the schema";
    case Token::Kind::string:
      return "a string";
    case Token::Kind::invalid:
      return token.text;
    default:
      return "'" + token.text + "'";
  }
}

Lexer::Lexer(std::string_view text) : rest_(text) {
  if (rest_.starts_with("\xef\xbb\xbf")) rest_.remove_prefix(3);
}

char Lexer::peek(std::size_t ahead) const { return ahead < rest_.size() ? rest_[ahead] : '\0'; }

void Lexer::advance(std::size_t bytes) {
  for (; bytes > 0 && !rest_.empty(); --bytes) {
    const auto c = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    if (c == '\n') {
      ++at_.line;
      at_.column = 1;
    } else if ((c & 0xc0U) != 0x80U) {
      ++at_.column;
    }
  }
}

void Lexer::skip_ignored() {
  while (!rest_.empty()) {
    const char c = rest_.front();
    if (c == '#') {
      advance(std::min(rest_.find('\n'), rest_.size()));
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',') {
      advance();
    } else {
      return;
    }
  }
}

Token Lexer::token(Token::Kind kind, std::size_t bytes) {
  Token result{kind, std::string(rest_.substr(0, bytes)), at_};
  advance(bytes);
  return result;
}

Token Lexer::next() {
  skip_ignored();
  if (rest_.empty()) return {.kind = Token::Kind::end, .at = at_};
  const char c = peek();
  if (is_name_start(c)) {
    std::size_t size = 1;
    while (is_name_part(peek(size)))
      ++size;
    return token(Token::Kind::name, size);
  }
  if (is_digit(c) || c == '-') return number();
  if (rest_.starts_with("\"\"\"")) return block_string();
  if (c == '"') return string();
  if (rest_.starts_with("...")) return token(Token::Kind::punctuation, 3);
  if (std::string_view("!$&():=@[]{|}").find(c) != std::string_view::npos)
    return token(Token::Kind::punctuation, 1);
  Token invalid{Token::Kind::invalid, "a character that GraphQL doesn't have here", at_};
  if (c == '\'') invalid.text = "a single quote; GraphQL writes strings in double quotes";
  do {
    advance();
  } while (!rest_.empty() && (static_cast<unsigned char>(peek()) & 0xc0U) == 0x80U);
  return invalid;
}

Token Lexer::number() {
  std::size_t size = peek() == '-' ? 1 : 0;
  const auto digits = [&] {
    const std::size_t start = size;
    while (is_digit(peek(size)))
      ++size;
    return size > start;
  };
  bool valid = digits();
  auto kind = Token::Kind::integer;
  if (peek(size) == '.') {
    kind = Token::Kind::number;
    ++size;
    valid = digits() && valid;
  }
  if (peek(size) == 'e' || peek(size) == 'E') {
    kind = Token::Kind::number;
    ++size;
    if (peek(size) == '+' || peek(size) == '-') ++size;
    valid = digits() && valid;
  }
  if (is_name_start(peek(size))) valid = false;
  Token result = token(valid ? kind : Token::Kind::invalid, size);
  if (!valid) result.text = "'" + result.text + "', which is no number";
  return result;
}

Token Lexer::string() {
  Token result{.kind = Token::Kind::string, .at = at_};
  const auto fault = [&](std::string what) {
    result.kind = Token::Kind::invalid;
    result.text = std::move(what);
    return result;
  };
  advance();
  while (true) {
    if (rest_.empty() || peek() == '\n') return fault("a string without its closing quote");
    const char c = peek();
    if (c == '"') {
      advance();
      return result;
    }
    if (c != '\\') {
      result.text += c;
      advance();
    } else if (std::string what; !escape(result.text, what)) {
      return fault(std::move(what));
    }
  }
}

bool Lexer::escape(std::string& out, std::string& fault) {
  static constexpr std::string_view codes = "\"\\/bfnrt";
  static constexpr std::string_view values = "\"\\/\b\f\n\r\t";
  const char c = peek(1);
  const std::size_t index = codes.find(c);
  advance(2);
  if (c != '\0' && index != std::string_view::npos) {
    out += values[index];
    return true;
  }
  if (c == 'u' && hex_escape(out)) return true;
  fault = "the unknown escape '\\" + std::string(c == '\0' ? 0 : 1, c) +
          "'; a backslash itself is written '\\\\'";
  return false;
}

bool Lexer::hex_escape(std::string& out) {
  const auto digits = [&](std::string_view text, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return error == std::errc() && !text.empty() && end == text.data() + text.size();
  };
  std::uint32_t code = 0;
  if (peek() == '{') {
    const std::size_t close = rest_.find('}');
    if (close > 8 || !digits(rest_.substr(1, close - 1), code)) return false;
    advance(close + 1);
  } else {
    if (rest_.size() < 4 || !digits(rest_.substr(0, 4), code)) return false;
    advance(4);
    std::uint32_t low = 0;
    const bool surrogate = code >= 0xd800 && code < 0xdc00;
    if (surrogate && rest_.starts_with("\\u") && rest_.size() >= 6 &&
        digits(rest_.substr(2, 4), low) && low >= 0xdc00 && low < 0xe000) {
      advance(6);
      code = 0x10000 + ((code - 0xd800) << 10U) + (low - 0xdc00);
    }
  }
  const bool scalar = code < 0xd800 || (code >= 0xe000 && code < 0x110000);
  if (scalar) append_utf8(out, code);
  return scalar;
}

Token Lexer::block_string() {
  Token result{.kind = Token::Kind::string, .at = at_};
  advance(3);
  std::string raw;
  while (!rest_.starts_with("\"\"\"")) {
    if (rest_.empty()) {
      result.kind = Token::Kind::invalid;
      result.text = "a block string without its closing \"\"\"";
      return result;
    }
    if (rest_.starts_with("\\\"\"\"")) {
      raw += "\"\"\"";
      advance(4);
    } else {
      raw += peek();
      advance();
    }
  }
  advance(3);
  result.text = unindented(raw);
  return result;
}

}  // namespace amplify::sdl
