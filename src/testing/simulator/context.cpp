// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/context.hpp"

#include <fmt/format.h>

#include <utility>

namespace amplify::assertions {
namespace {

std::string lower(std::string_view name) { return Text(name).lower().print(); }

class Filler {
 public:
  Filler(const std::vector<Token>& tokens, Wildcards wildcards, const Context& context)
      : tokens_(tokens), wildcards_(wildcards), context_(context) {}

  Filled run(Variables variables) {
    while (position_ < tokens_.size()) {
      if (variables == Variables::yes && take_variable()) continue;
      const Token& token = tokens_[position_++];
      result_.text.append(wildcards_ == Wildcards::yes ? wildcard(token) : token);
    }
    return std::move(result_);
  }

 private:
  static Token wildcard(const Token& token) {
    if (token == Token{.character = '*'}) return {.kind = Token::Kind::any};
    if (token == Token{.character = '?'}) return {.kind = Token::Kind::one};
    return token;
  }

  bool is_at(std::size_t position, char character) const {
    return position < tokens_.size() && tokens_[position] == Token{.character = character};
  }

  bool take_variable() {
    if (!is_at(position_, '$') || !is_at(position_ + 1, '{')) return false;
    std::string name;
    auto end = position_ + 2;
    for (; end < tokens_.size() && !is_at(end, '}'); ++end) {
      if (tokens_[end].kind != Token::Kind::character) return false;
      name += tokens_[end].character;
    }
    if (end == tokens_.size()) return false;
    position_ = end + 1;
    put(name);
    return true;
  }

  void put(const std::string& content) {
    if (content == "*" || content == "?" || content == "$") {
      result_.text.append(Text(content));
      return;
    }
    const auto comma = content.find(", '");
    const auto name = content.substr(0, comma);
    const auto* const key = context_.find(name);
    if (key != nullptr && key->values && key->values->size() == 1) {
      result_.text.append(key->values->front());
    } else if (key == nullptr) {
      fail(Verdict::unknown(unknown_key(name)));
    } else if (key->values) {
      fail(Verdict::unknown(fmt::format("`{}` has several values, a variable takes one", name)));
    } else if (comma != std::string::npos && content.ends_with('\'')) {
      result_.text.append(Text(content.substr(comma + 3, content.size() - comma - 4)));
    } else {
      fail(Verdict::no(fmt::format("the request has no `{}`", name)));
    }
  }

  void fail(Verdict verdict) {
    result_.verdict = both(std::move(result_.verdict), std::move(verdict));
  }

  const std::vector<Token>& tokens_;
  Wildcards wildcards_;
  const Context& context_;
  std::size_t position_ = 0;
  Filled result_;
};

}  // namespace

void Context::set(std::string_view name, std::vector<Text> values) {
  keys_.insert_or_assign(lower(name), Key{std::move(values)});
}

void Context::set_absent(std::string_view name) { keys_.insert_or_assign(lower(name), Key{}); }

const Context::Key* Context::find(std::string_view name) const {
  const auto found = keys_.find(lower(name));
  return found == keys_.end() ? nullptr : &found->second;
}

Filled fill(const Text& text, Wildcards wildcards, Variables variables, const Context& context) {
  return Filler(text.tokens(), wildcards, context).run(variables);
}

std::string unknown_key(std::string_view name) {
  return fmt::format(
      "it depends on `{0}`; put {{\"{0}\", value}} into the context, or {{\"{0}\", {{}}}} if the "
      "request has none",
      name
  );
}

}  // namespace amplify::assertions
