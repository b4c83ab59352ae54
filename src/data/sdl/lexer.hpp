// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"

#include <string>
#include <string_view>

namespace amplify::sdl {

struct Token {
  enum class Kind {
    end,
    name,
    integer,
    number,
    string,
    /// One of `! & ( ) : = @ [ ] { | }`, or `...`.
    punctuation,
    /// No token of GraphQL; `text` describes it.
    invalid
  };
  Kind kind = Kind::end;
  /// As written, but a string's content without its quotes and escapes.
  std::string text{};
  Position at{};
};

/// How a message calls it: `'}'`, `the end of the schema`.
std::string described(const Token& token);

/// Takes a document apart, by the GraphQL specification of October 2021, section 2.1.
class Lexer {
 public:
  explicit Lexer(std::string_view text);
  Token next();

 private:
  void skip_ignored();
  char peek(std::size_t ahead = 0) const;
  void advance(std::size_t bytes = 1);
  Token token(Token::Kind kind, std::size_t bytes);
  Token number();
  Token string();
  Token block_string();
  bool escape(std::string& out, std::string& fault);
  bool hex_escape(std::string& out);

  std::string_view rest_;
  Position at_{};
};

}  // namespace amplify::sdl
