// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Strings of which parts aren't known before the deployment.

namespace amplify::assertions {

/// Ordered, so that `and` is the minimum and `or` the maximum.
enum class Truth : std::uint8_t { no, unknown, yes };

inline Truth negated(Truth truth) {
  return static_cast<Truth>(static_cast<int>(Truth::yes) - static_cast<int>(truth));
}

/// A part that is known by where it comes from alone.
struct Symbol {
  enum class Kind : std::uint8_t {
    /// A physical name that CloudFormation makes: unlike any other, without `:` and `/`.
    name,
    /// Something else that AWS makes: unlike any other.
    made,
    /// What somebody may set as they like, such as a parameter.
    given,
  };

  /// Equal for what is equal.
  std::string id{};
  /// As Fn::Sub would say it: `Photos`, `Photos.Arn`.
  std::string label{};
  Kind kind = Kind::made;
};

/// A character, or a symbol.
struct Token {
  enum class Kind : std::uint8_t { character, symbol, any, one };

  Kind kind = Kind::character;
  char character = 0;
  std::shared_ptr<const Symbol> symbol{};

  friend bool operator==(const Token& left, const Token& right);
};

/// A string; as a pattern, with wildcards in it.
class Text {
 public:
  Text() = default;
  Text(std::string_view literal);
  Text(const std::string& literal) : Text(std::string_view(literal)) {}
  Text(const char* literal) : Text(std::string_view(literal)) {}
  explicit Text(Symbol symbol);
  explicit Text(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  void append(const Text& other);
  void append(Token token) { tokens_.push_back(std::move(token)); }

  const std::vector<Token>& tokens() const { return tokens_; }
  bool empty() const { return tokens_.empty(); }
  bool starts_with(std::string_view literal) const;
  bool ends_with(char character) const;
  /// Without symbols and wildcards.
  bool is_literal() const;
  /// With symbols as `${label}`.
  std::string print() const;
  Text lower() const;
  /// At `separator`, into `most` parts.
  std::vector<Text> split(char separator, std::size_t most = std::string::npos) const;

  friend bool operator==(const Text&, const Text&) = default;

 private:
  std::vector<Token> tokens_;
};

/// Whether the text matches the pattern, whatever the deployment brings.
Truth matches(const Text& pattern, const Text& text);

/// As IAM compares ARNs: each of the six parts between colons for itself. A pattern that has fewer
/// and ends with a `*` matches any of the rest.
Truth matches_arn(const Text& pattern, const Text& arn);

}  // namespace amplify::assertions
