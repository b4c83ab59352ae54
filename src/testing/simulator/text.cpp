// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace amplify::assertions {
namespace {

using Tokens = std::vector<Token>;

constexpr std::size_t parts_of_arn = 6;

/// Whether the pattern matches with every symbol taken as a whole, so that it does in every
/// deployment.
bool always_matches(const Tokens& pattern, const Tokens& text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string::npos;
  std::size_t star_text = 0;
  while (t < text.size()) {
    const bool is_end = p == pattern.size();
    if (!is_end && pattern[p].kind == Token::Kind::any) {
      star = p++;
      star_text = t;
    } else if (!is_end && (pattern[p] == text[t] || (pattern[p].kind == Token::Kind::one &&
                                                     text[t].kind == Token::Kind::character))) {
      ++p;
      ++t;
    } else if (star != std::string::npos) {
      p = star + 1;
      t = ++star_text;
    } else {
      return false;
    }
  }
  return std::all_of(
      pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
      [](const Token& token) { return token.kind == Token::Kind::any; }
  );
}

/// Whether there may be a deployment in which the pattern matches.
class PossibleMatch {
 public:
  PossibleMatch(const Tokens& pattern, const Tokens& text) : pattern_(pattern), text_(text) {}

  bool run() { return match(0, 0, Inside::nothing); }

 private:
  /// Whether the text stands within a symbol, and whether that can end: what AWS makes is like
  /// nothing that is written out, so only a wildcard covers a part of it.
  enum class Inside : std::uint8_t { nothing, symbol, covered };

  bool match(std::size_t p, std::size_t t, Inside inside) {
    const auto key = std::tuple(p, t, inside);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const bool result =
        inside == Inside::nothing ? match_outside(p, t) : match_inside(p, t, inside);
    known_[key] = result;
    return result;
  }

  bool match_outside(std::size_t p, std::size_t t) {
    const bool text_ends = t == text_.size();
    if (p == pattern_.size()) return text_ends;
    if (is_open(pattern_[p])) {
      if (match(p + 1, t, Inside::nothing)) return true;
      if (text_ends) return false;
      return match(p, t + 1, Inside::nothing) ||
             (is_symbol(text_[t]) && match(p, t, Inside::covered));
    }
    if (text_ends) return false;
    if (pattern_[p] == text_[t] && match(p + 1, t + 1, Inside::nothing)) return true;
    if (is_symbol(text_[t])) return match(p, t, Inside::symbol);
    return pattern_[p].kind == Token::Kind::one && match(p + 1, t + 1, Inside::nothing);
  }

  bool match_inside(std::size_t p, std::size_t t, Inside inside) {
    const Symbol& symbol = *text_[t].symbol;
    const bool is_given = symbol.kind == Symbol::Kind::given;
    if ((is_given || inside == Inside::covered) && match(p, t + 1, Inside::nothing)) return true;
    if (p == pattern_.size()) return false;
    const Token& next = pattern_[p];
    if (is_open(next)) {
      return match(p, t + 1, Inside::nothing) || match(p + 1, t, Inside::covered);
    }
    if (next.kind == Token::Kind::one) return match(p + 1, t, Inside::covered);
    if (is_symbol(next)) return is_given && match(p + 1, t, inside);
    const bool is_separator = next.character == ':' || next.character == '/';
    if (is_separator && symbol.kind == Symbol::Kind::name) return false;
    return match(p + 1, t, inside);
  }

  static bool is_symbol(const Token& token) { return token.kind == Token::Kind::symbol; }
  /// Whether it may be anything.
  static bool is_open(const Token& token) {
    if (token.kind == Token::Kind::any) return true;
    return is_symbol(token) && token.symbol->kind == Symbol::Kind::given;
  }

  const Tokens& pattern_;
  const Tokens& text_;
  std::map<std::tuple<std::size_t, std::size_t, Inside>, bool> known_;
};

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                              : character;
}

bool is_any(const Text& text) {
  return text.tokens().size() == 1 && text.tokens().front().kind == Token::Kind::any;
}

bool ends_with_any(const Text& text) {
  return !text.empty() && text.tokens().back().kind == Token::Kind::any;
}

}  // namespace

bool operator==(const Token& left, const Token& right) {
  if (left.kind != right.kind) return false;
  if (left.kind == Token::Kind::character) return left.character == right.character;
  return left.kind != Token::Kind::symbol || left.symbol->id == right.symbol->id;
}

Text::Text(Symbol symbol) {
  tokens_.push_back(
      {.kind = Token::Kind::symbol, .symbol = std::make_shared<const Symbol>(std::move(symbol))}
  );
}

Text::Text(std::string_view literal) {
  tokens_.reserve(literal.size());
  for (const char character : literal)
    tokens_.push_back({.character = character});
}

void Text::append(const Text& other) {
  tokens_.insert(tokens_.end(), other.tokens_.begin(), other.tokens_.end());
}

bool Text::starts_with(std::string_view literal) const {
  return tokens_.size() >= literal.size() && std::equal(
                                                 literal.begin(), literal.end(), tokens_.begin(),
                                                 [](char c, const Token& token) {
                                                   return token.kind == Token::Kind::character &&
                                                          token.character == c;
                                                 }
                                             );
}

bool Text::ends_with(char character) const {
  return !tokens_.empty() && tokens_.back() == Token{.character = character};
}

bool Text::is_literal() const {
  return std::ranges::all_of(tokens_, [](const Token& token) {
    return token.kind == Token::Kind::character;
  });
}

std::string Text::print() const {
  std::string result;
  for (const Token& token : tokens_) {
    switch (token.kind) {
      case Token::Kind::character:
        result += token.character;
        break;
      case Token::Kind::symbol:
        result += "${" + token.symbol->label + "}";
        break;
      case Token::Kind::any:
        result += '*';
        break;
      case Token::Kind::one:
        result += '?';
        break;
    }
  }
  return result;
}

Text Text::lower() const {
  Text result = *this;
  for (Token& token : result.tokens_)
    token.character = assertions::lower(token.character);
  return result;
}

std::vector<Text> Text::split(char separator, std::size_t most) const {
  std::vector<Text> parts(1);
  for (const Token& token : tokens_) {
    if (parts.size() < most && token == Token{.character = separator}) {
      parts.emplace_back();
    } else {
      parts.back().append(token);
    }
  }
  return parts;
}

Truth matches(const Text& pattern, const Text& text) {
  if (always_matches(pattern.tokens(), text.tokens())) return Truth::yes;
  return PossibleMatch(pattern.tokens(), text.tokens()).run() ? Truth::unknown : Truth::no;
}

Truth matches_arn(const Text& pattern, const Text& arn) {
  if (is_any(pattern)) return Truth::yes;
  if (!pattern.starts_with("arn:") || !arn.starts_with("arn:")) return matches(pattern, arn);
  auto patterns = pattern.split(':', parts_of_arn);
  const auto parts = arn.split(':', parts_of_arn);
  if (parts.size() < parts_of_arn) return matches(pattern, arn);
  if (patterns.size() < parts_of_arn) {
    if (!ends_with_any(pattern)) return Truth::unknown;
    Text any;
    any.append(Token{.kind = Token::Kind::any});
    patterns.resize(parts_of_arn, any);
  }
  Truth result = Truth::yes;
  for (std::size_t i = 0; i < parts_of_arn; ++i)
    result = std::min(result, matches(patterns[i], parts[i]));
  return result;
}

}  // namespace amplify::assertions
