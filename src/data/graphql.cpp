// SPDX-License-Identifier: Apache-2.0
#include "data/graphql.hpp"

#include <fmt/format.h>

#include <string_view>

namespace amplify::graphql {
namespace {

std::string_view keyword(Kind kind) {
  switch (kind) {
    case Kind::object:
      return "type";
    case Kind::input:
      return "input";
    case Kind::enumeration:
      return "enum";
  }
  return "";
}

void print_directives(std::string& out, const std::vector<std::string>& directives) {
  for (const std::string& directive : directives)
    out += " " + directive;
}

void print_field(std::string& out, const Field& field) {
  out += "  " + field.name;
  if (!field.arguments.empty()) {
    std::string_view separator = "(";
    for (const Argument& argument : field.arguments) {
      out += separator;
      out += argument.name + ": " + argument.type;
      separator = ", ";
    }
    out += ")";
  }
  if (!field.type.empty()) out += ": " + field.type;
  print_directives(out, field.directives);
  out += "\n";
}

}  // namespace

std::string print(const std::vector<Type>& document) {
  std::string out;
  for (const Type& type : document) {
    if (!out.empty()) out += "\n";
    out += keyword(type.kind);
    out += " " + type.name;
    print_directives(out, type.directives);
    out += " {\n";
    for (const Field& field : type.fields)
      print_field(out, field);
    out += "}\n";
  }
  return out;
}

std::string string_value(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

std::string deprecated(std::string_view reason) {
  return reason.empty() ? "@deprecated" : "@deprecated(reason: " + string_value(reason) + ")";
}

}  // namespace amplify::graphql
