// SPDX-License-Identifier: Apache-2.0
#include "data/generate/typescript.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace amplify::generate {
namespace {

std::string scalar(std::string_view name) {
  if (name == "Int" || name == "Float" || name == "AWSTimestamp") return "number";
  return name == "Boolean" ? "boolean" : "string";
}

std::string or_null(std::string type, bool required) {
  return required ? std::move(type) : std::move(type) + " | null";
}

class Types {
 public:
  Types(const Document& document, const std::vector<Statement>& statements)
      : document_(document), statements_(statements) {}

  std::string text() {
    text_ =
        "/* tslint:disable */\n"
        "/* eslint-disable */\n"
        "//  This file was automatically generated and should not be edited.";
    for (const Statement& statement : statements_) {
      for (const graphql::Argument& argument : statement.field->arguments)
        add_used(type_reference(argument.type).name);
      add_used(type_reference(statement.field->type).name);
    }
    for (const Statement& statement : statements_)
      add_statement(statement);
    return std::move(text_) + "\n";
  }

 private:
  /// A type where it is first used, before those that it uses.
  void add_used(const std::string& name) {
    const graphql::Type* const type = document_.find(name);
    if (!type || !used_.insert(name).second) return;
    if (type->kind == graphql::Kind::enumeration) return add_enum(*type);
    begin(type->name);
    if (type->kind == graphql::Kind::object)
      text_ += fmt::format("\n  __typename: \"{}\",", type->name);
    for (const graphql::Field& field : type->fields)
      add_property(field.name, field.type, 2);
    end();
    for (const graphql::Field& field : type->fields)
      add_used(type_reference(field.type).name);
  }

  void add_enum(const graphql::Type& type) {
    text_ += fmt::format("\n\nexport enum {} {{", type.name);
    for (const graphql::Field& value : type.fields)
      text_ += fmt::format("\n  {0} = \"{0}\",", value.name);
    text_ += "\n}\n";
  }

  void add_statement(const Statement& statement) {
    begin(fmt::format("{}{}Variables", statement.name, statement.root));
    for (const graphql::Argument& argument : statement.field->arguments)
      add_property(argument.name, argument.type, 2);
    end();
    begin(fmt::format("{}{}", statement.name, statement.root));
    add_selected(*statement.field, statement.body, 2);
    end();
  }

  void begin(const std::string& name) { text_ += fmt::format("\n\nexport type {} = {{", name); }
  void end() { text_ += "\n};"; }

  void add_property(const std::string& name, const std::string& type, std::size_t indent) {
    const TypeReference reference = type_reference(type);
    text_ += fmt::format(
        "\n{:{}}{}{}: {},", "", indent, name, reference.required ? "" : "?", type_name(reference)
    );
  }

  std::string type_name(const TypeReference& type) const {
    const std::string name = document_.find(type.name) ? type.name : scalar(type.name);
    if (!type.list) return or_null(name, type.required);
    const std::string element = or_null(name, type.elementRequired);
    // The generator has its own spaces for lists of objects.
    return or_null(
        document_.find_object(type.name) ? fmt::format(" Array<{} >", element)
                                         : fmt::format("Array< {} >", element),
        type.required
    );
  }

  void add_selected(const graphql::Field& field, const Selection& selection, std::size_t indent) {
    if (selection.fields.empty()) return add_property(field.name, field.type, indent);
    const TypeReference reference = type_reference(field.type);
    const graphql::Type& type = *document_.find_object(reference.name);
    text_ += fmt::format(
        "\n{:{}}{}{}: {} {{", "", indent, field.name, reference.required ? "" : "?",
        reference.list ? " Array<" : ""
    );
    text_ += fmt::format("\n{:{}}__typename: \"{}\",", "", indent + 2, type.name);
    for (const Selection& each : selection.fields) {
      const auto found = std::ranges::find(type.fields, each.name, &graphql::Field::name);
      if (found != type.fields.end()) add_selected(*found, each, indent + 2);
    }
    text_ += fmt::format("\n{:{}}}}", "", indent);
    if (reference.list) text_ += reference.elementRequired ? " >" : " | null >";
    text_ += reference.required ? "," : " | null,";
  }

  const Document& document_;
  const std::vector<Statement>& statements_;
  std::string text_;
  std::set<std::string> used_;
};

}  // namespace

std::string typescript_types(const Document& document, const std::vector<Statement>& statements) {
  return Types(document, statements).text();
}

}  // namespace amplify::generate
