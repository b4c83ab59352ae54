// SPDX-License-Identifier: Apache-2.0
#include "data/generate/statements.hpp"

#include "data/names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace amplify::generate {
namespace {

/// Where Prettier, which formats Amplify's files, breaks a line.
constexpr std::size_t line_width = 80;

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::optional<Selection> select(
    const Document& document, const graphql::Field& field, int depth, bool typenames
) {
  Selection result{.name = field.name};
  const graphql::Type* const type = document.find_object(type_reference(field.type).name);
  if (!type) return result;
  if (depth < 1) return std::nullopt;
  for (const graphql::Field& each : type->fields) {
    if (auto selected = select(document, each, depth - 1, typenames))
      result.fields.push_back(std::move(*selected));
  }
  if (typenames) result.fields.push_back({.name = "__typename"});
  return result.fields.empty() ? std::nullopt : std::optional(std::move(result));
}

/// A line `head(first, second)tail`, or one line for each part where that is too long.
std::string call(
    const std::string& head, const std::vector<std::string>& parts, std::string_view tail,
    std::size_t indent
) {
  if (parts.empty()) return fmt::format("{}{}{}\n", spaces(indent), head, tail);
  std::string line = fmt::format("{}{}({}){}", spaces(indent), head, fmt::join(parts, ", "), tail);
  if (line.size() > line_width) {
    line = fmt::format("{}{}(\n", spaces(indent), head);
    for (const std::string& part : parts)
      line += fmt::format("{}{}\n", spaces(indent + 2), part);
    line += fmt::format("{}){}", spaces(indent), tail);
  }
  return line + "\n";
}

void print_fields(std::string& text, const Selection& selection, std::size_t indent) {
  for (const Selection& each : selection.fields) {
    text += spaces(indent) + each.name + (each.fields.empty() ? "\n" : " {\n");
    if (each.fields.empty()) continue;
    print_fields(text, each, indent + 2);
    text += spaces(indent) + "}\n";
  }
}

std::string typescript_types(const Statement& statement) {
  const std::string types = fmt::format("{}{}", statement.name, statement.root);
  const std::string generic = fmt::format("` as Generated{}<", statement.root);
  const std::string variables = fmt::format("APITypes.{}Variables", types);
  const std::string line = fmt::format("{}{}, APITypes.{}>;", generic, variables, types);
  if (line.size() <= line_width) return line;
  return fmt::format("{}\n  {},\n  APITypes.{}\n>;", generic, variables, types);
}

std::string head(StatementLanguage language, std::string_view root) {
  switch (language) {
    case StatementLanguage::graphql:
      return fmt::format("# {}\n", warning);
    case StatementLanguage::javascript:
      return fmt::format("/* eslint-disable */\n// {}\n\n", warning);
    case StatementLanguage::flow:
      return fmt::format("// @flow\n// {}\n\n", warning);
    case StatementLanguage::typescript:
      return fmt::format(
          "/* tslint:disable */\n"
          "/* eslint-disable */\n"
          "// {0}\n"
          "\n"
          "import * as APITypes from \"./API\";\n"
          "type Generated{1}<InputType, OutputType> = string & {{\n"
          "  __generated{1}Input: InputType;\n"
          "  __generated{1}Output: OutputType;\n"
          "}};\n"
          "\n",
          warning, root
      );
  }
  return {};
}

std::string entry(const Statement& statement, StatementLanguage language) {
  const std::string& name = statement.field->name;
  switch (language) {
    case StatementLanguage::graphql:
      return "\n" + print(statement);
    case StatementLanguage::javascript:
    case StatementLanguage::flow:
      return fmt::format("export const {} = /* GraphQL */ `\n{}`;\n", name, print(statement, 2));
    case StatementLanguage::typescript:
      return fmt::format(
          "export const {} = /* GraphQL */ `{}{}\n", name, print(statement),
          typescript_types(statement)
      );
  }
  return {};
}

std::string_view extension(StatementLanguage language) {
  switch (language) {
    case StatementLanguage::graphql:
      return "graphql";
    case StatementLanguage::javascript:
    case StatementLanguage::flow:
      return "js";
    case StatementLanguage::typescript:
      return "ts";
  }
  return "";
}

}  // namespace

std::string Statement::kind() const { return appsync::uncapitalized(std::string(root)); }

std::vector<Statement> statements(const Document& document, const StatementOptions& options) {
  std::vector<Statement> all;
  for (const std::string_view root : {"Query", "Mutation", "Subscription"}) {
    const graphql::Type* const type = document.find(root);
    if (!type) continue;
    for (const graphql::Field& field : type->fields) {
      auto body = select(document, field, options.maxDepth, options.typenames);
      // An object that has only objects too deep to select is asked at least what it is.
      if (!body) body = {.name = field.name, .fields = {{.name = "__typename"}}};
      all.push_back({root, appsync::capitalized(field.name), &field, std::move(*body)});
    }
  }
  return all;
}

std::string print(const Statement& statement, std::size_t indent) {
  std::vector<std::string> variables;
  std::vector<std::string> arguments;
  for (const graphql::Argument& argument : statement.field->arguments) {
    variables.push_back(fmt::format("${}: {}", argument.name, argument.type));
    arguments.push_back(fmt::format("{0}: ${0}", argument.name));
  }
  std::string text = call(statement.kind() + " " + statement.name, variables, " {", indent);
  const bool has_fields = !statement.body.fields.empty();
  text += call(statement.body.name, arguments, has_fields ? " {" : "", indent + 2);
  if (has_fields) {
    print_fields(text, statement.body, indent + 4);
    text += spaces(indent + 2) + "}\n";
  }
  return text + spaces(indent) + "}\n";
}

Files statement_files(const std::vector<Statement>& statements, StatementLanguage language) {
  static constexpr std::pair<std::string_view, std::string_view> names[]{
      {"Query", "queries"}, {"Mutation", "mutations"}, {"Subscription", "subscriptions"}
  };
  Files files;
  for (const auto& [root, name] : names) {
    std::string text;
    for (const Statement& statement : statements)
      if (statement.root == root) text += entry(statement, language);
    if (!text.empty())
      files.emplace(fmt::format("{}.{}", name, extension(language)), head(language, root) + text);
  }
  return files;
}

}  // namespace amplify::generate
