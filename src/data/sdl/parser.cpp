// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/parser.hpp"

#include "data/sdl/faults.hpp"
#include "data/sdl/lexer.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

namespace amplify::sdl {
namespace {

/// Far beyond any schema, and far from the end of the stack.
constexpr int deepest_value = 32;

constexpr std::array<std::string_view, 10> keywords = {"type",      "input",   "enum",   "extend",
                                                       "interface", "union",   "scalar", "schema",
                                                       "directive", "fragment"};

/// What to write in place of a definition that AppSync or Amplify doesn't have; empty for others.
std::string_view remedy(std::string_view keyword) {
  if (keyword == "interface")
    return "Amplify makes no resolvers for interfaces: repeat the fields in each type";
  if (keyword == "union")
    return "Amplify makes no resolvers for unions: use one type with optional fields";
  if (keyword == "scalar")
    return "AppSync knows no scalars of your own: use String, AWSJSON or another of its scalars";
  if (keyword == "directive") return "remove the definition: Amplify knows its directives";
  return {};
}

/// Functions that read something return false after an error, which they have reported.
class Parser {
 public:
  Parser(std::string_view text, std::vector<Diagnostic>& errors)
      : lexer_(text), token_(lexer_.next()), errors_(errors) {}

  Document document() {
    Document document;
    while (token_.kind != Token::Kind::end) {
      if (!definition(document)) skip_to_definition();
    }
    return document;
  }

 private:
  // The tokens.

  void next() { token_ = lexer_.next(); }
  bool at(char punctuation) const {
    return token_.kind == Token::Kind::punctuation && token_.text.size() == 1 &&
           token_.text[0] == punctuation;
  }
  bool at_keyword(std::string_view keyword) const {
    return token_.kind == Token::Kind::name && token_.text == keyword;
  }
  bool take(char punctuation) {
    if (!at(punctuation)) return false;
    next();
    return true;
  }
  bool take_keyword(std::string_view keyword) {
    if (!at_keyword(keyword)) return false;
    next();
    return true;
  }
  bool fail(Position at, std::string message, std::string help = {}) {
    errors_.push_back(
        {.code = "InvalidSchemaError",
         .where = place(at),
         .message = std::move(message),
         .help = std::move(help)}
    );
    return false;
  }
  bool unexpected(std::string_view expected, std::string help = {}) {
    return fail(
        token_.at, fmt::format("expected {}, found {}", expected, described(token_)),
        std::move(help)
    );
  }
  bool expect(char punctuation, std::string_view purpose) {
    return take(punctuation) || unexpected(fmt::format("'{}' {}", punctuation, purpose));
  }
  bool name(std::string& out, Position& position, std::string_view what) {
    if (token_.kind != Token::Kind::name) return unexpected(what);
    position = token_.at;
    out = std::move(token_.text);
    next();
    return true;
  }
  /// To the next keyword of a definition at the start of a line.
  void skip_to_definition() {
    std::size_t line = token_.at.line;
    while (token_.kind != Token::Kind::end) {
      const bool starts_line = token_.at.line != line;
      line = token_.at.line;
      if (starts_line && token_.at.column == 1 && is_keyword(token_)) return;
      next();
    }
  }
  static bool is_keyword(const Token& token) {
    for (const std::string_view keyword : keywords) {
      if (token.kind == Token::Kind::name && token.text == keyword) return true;
    }
    return false;
  }
  void description() {
    if (token_.kind == Token::Kind::string) next();
  }

  // Definitions.

  bool definition(Document& document) {
    description();
    Type type;
    type.at = token_.at;
    type.extension = take_keyword("extend");
    if (take_keyword("type")) return object(document, std::move(type));
    if (take_keyword("input")) return input(document, std::move(type));
    if (take_keyword("enum")) return enumeration(document, std::move(type));
    if (take_keyword("schema")) return schema();
    if (token_.kind != Token::Kind::name)
      return unexpected("a definition such as 'type Todo @model'");
    if (const auto help = remedy(token_.text); !help.empty())
      return fail(
          token_.at, fmt::format("'{}' can't be used here", token_.text), std::string(help)
      );
    return unexpected(
        "'type', 'input' or 'enum'", did_you_mean(token_.text, {keywords.begin(), keywords.end()})
    );
  }

  bool object(Document& document, Type type) {
    type.kind = Type::Kind::object;
    if (!name(type.name, type.at, "the type's name")) return false;
    if (at_keyword("implements"))
      return fail(
          token_.at, "a type that implements an interface", std::string(remedy("interface"))
      );
    return directives(type.directives) && fields(type, true) && add(document, std::move(type));
  }

  bool input(Document& document, Type type) {
    type.kind = Type::Kind::input;
    return name(type.name, type.at, "the input's name") && directives(type.directives) &&
           fields(type, false) && add(document, std::move(type));
  }

  static bool add(Document& document, Type type) {
    document.types.push_back(std::move(type));
    return true;
  }

  bool fields(Type& type, bool with_arguments) {
    if (type.extension && !at('{')) return true;
    if (!expect('{', "before the fields")) return false;
    while (!take('}')) {
      description();
      Field field;
      const bool keyword = is_keyword(token_) && token_.at.column == 1;
      if (!name(field.name, field.at, "a field's name or '}'")) return false;
      if (keyword && !at(':') && !at('('))
        return fail(field.at, fmt::format("the fields of '{}' have no closing '}}'", type.name));
      if (with_arguments && take('(') && !arguments(field)) return false;
      if (!expect(':', "before the field's type") || !type_reference(field.type) ||
          !default_value(field.hasDefault) || !directives(field.directives))
        return false;
      type.fields.push_back(std::move(field));
    }
    return true;
  }

  bool arguments(Field& field) {
    do {
      description();
      ArgumentDefinition argument;
      if (!name(argument.name, argument.at, "an argument's name") ||
          !expect(':', "before the argument's type") || !type_reference(argument.type) ||
          !default_value(argument.hasDefault) || !directives(argument.directives))
        return false;
      field.arguments.push_back(std::move(argument));
    } while (!take(')'));
    return true;
  }

  bool enumeration(Document& document, Type type) {
    type.kind = Type::Kind::enumeration;
    if (!name(type.name, type.at, "the enum's name") || !directives(type.directives) ||
        !expect('{', "before the enum's values"))
      return false;
    while (!take('}')) {
      description();
      Field value;
      if (!name(value.name, value.at, "a value's name or '}'")) return false;
      if (value.name == "true" || value.name == "false" || value.name == "null")
        return fail(value.at, fmt::format("'{}' is no name for an enum's value", value.name));
      if (!directives(value.directives)) return false;
      type.fields.push_back(std::move(value));
    }
    return add(document, std::move(type));
  }

  /// The usual names of the root types may be told; they can't be others.
  bool schema() {
    const Position start = token_.at;
    std::vector<Directive> ignored;
    if (!directives(ignored) || !expect('{', "before the root types")) return false;
    while (!take('}')) {
      std::string operation;
      std::string type;
      Position position;
      if (!name(operation, position, "'query', 'mutation', 'subscription' or '}'") ||
          !expect(':', "before the root type") || !name(type, position, "a root type"))
        return false;
      const bool usual = (operation == "query" && type == "Query") ||
                         (operation == "mutation" && type == "Mutation") ||
                         (operation == "subscription" && type == "Subscription");
      if (!usual)
        return fail(
            start, "the root types are named Query, Mutation and Subscription",
            "rename them and leave out 'schema { ... }'"
        );
    }
    return true;
  }

  // Their parts.

  bool type_reference(TypeReference& type) {
    type.at = token_.at;
    type.list = take('[');
    if (type.list && at('['))
      return fail(token_.at, "a list of lists can't be stored", "use AWSJSON, or a list of a type");
    Position ignored;
    if (!name(type.name, ignored, "a type such as String or [String]")) return false;
    const bool required = take('!');
    if (!type.list) {
      type.required = required;
      return true;
    }
    type.elementRequired = required;
    if (!expect(']', "after the list's type")) return false;
    type.required = take('!');
    return true;
  }

  bool default_value(bool& given) {
    given = take('=');
    Value ignored;
    return !given || value(ignored, 0);
  }

  bool directives(std::vector<Directive>& list) {
    while (take('@')) {
      Directive directive;
      if (!name(directive.name, directive.at, "a directive's name")) return false;
      if (take('(')) {
        do {
          Argument argument;
          if (!member(argument, 0)) return false;
          directive.arguments.push_back(std::move(argument));
        } while (!take(')'));
      }
      list.push_back(std::move(directive));
    }
    return true;
  }

  bool member(Argument& argument, int depth) {
    return name(argument.name, argument.at, "an argument's name") &&
           expect(':', "before the argument's value") && value(argument.value, depth);
  }

  bool value(Value& value, int depth) {
    value.at = token_.at;
    if (depth > deepest_value) return fail(token_.at, "a value nested too deeply");
    if (take('[')) {
      value.kind = Value::Kind::list;
      while (!take(']')) {
        if (!this->value(value.items.emplace_back(), depth + 1)) return false;
      }
      return true;
    }
    if (take('{')) {
      value.kind = Value::Kind::object;
      while (!take('}')) {
        if (!member(value.members.emplace_back(), depth + 1)) return false;
      }
      return true;
    }
    return scalar(value);
  }

  bool scalar(Value& value) {
    switch (token_.kind) {
      case Token::Kind::integer:
        value.kind = Value::Kind::integer;
        break;
      case Token::Kind::number:
        value.kind = Value::Kind::number;
        break;
      case Token::Kind::string:
        value.kind = Value::Kind::string;
        break;
      case Token::Kind::name:
        value.kind = token_.text == "null"                             ? Value::Kind::null
                     : token_.text == "true" || token_.text == "false" ? Value::Kind::boolean
                                                                       : Value::Kind::enumeration;
        break;
      default:
        return unexpected("a value");
    }
    value.text = std::move(token_.text);
    next();
    return true;
  }

  Lexer lexer_;
  Token token_;
  std::vector<Diagnostic>& errors_;
};

/// Whether the text is UTF-8, as the templates that it ends up in must be.
bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first = byte(i);
    const std::size_t size = first < 0x80                    ? 1
                             : first >= 0xc2 && first < 0xe0 ? 2
                             : first >= 0xe0 && first < 0xf0 ? 3
                             : first >= 0xf0 && first < 0xf5 ? 4
                                                             : 0;
    if (size == 0 || i + size > text.size()) return false;
    for (std::size_t j = 1; j < size; ++j) {
      if ((byte(i + j) & 0xc0U) != 0x80U) return false;
    }
    const bool overlong =
        (first == 0xe0 && byte(i + 1) < 0xa0) || (first == 0xf0 && byte(i + 1) < 0x90);
    const bool beyond =
        (first == 0xed && byte(i + 1) >= 0xa0) || (first == 0xf4 && byte(i + 1) >= 0x90);
    if (overlong || beyond) return false;
    i += size;
  }
  return true;
}

}  // namespace

std::string place(Position at) { return fmt::format("schema:{}:{}", at.line, at.column); }

Document parse(std::string_view text, std::vector<Diagnostic>& errors) {
  if (!is_utf8(text)) {
    errors.push_back(
        {.code = "InvalidSchemaError",
         .where = "schema",
         .message = "the text is not UTF-8",
         .help = "save the file as UTF-8"}
    );
    return {};
  }
  return Parser(text, errors).document();
}

}  // namespace amplify::sdl
