// SPDX-License-Identifier: Apache-2.0
#include "data/generate/cplusplus_names.hpp"

#include "data/generate/cplusplus.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace amplify::generate {
namespace {

/// Sorted. The last lines are macros of headers that programs can hardly do without.
constexpr std::string_view keywords[]{
    "alignas",       "alignof",     "and",
    "and_eq",        "asm",         "auto",
    "bitand",        "bitor",       "bool",
    "break",         "case",        "catch",
    "char",          "char16_t",    "char32_t",
    "char8_t",       "class",       "co_await",
    "co_return",     "co_yield",    "compl",
    "concept",       "const",       "const_cast",
    "consteval",     "constexpr",   "constinit",
    "continue",      "decltype",    "default",
    "delete",        "do",          "double",
    "dynamic_cast",  "else",        "enum",
    "explicit",      "export",      "extern",
    "false",         "float",       "for",
    "friend",        "goto",        "if",
    "inline",        "int",         "long",
    "mutable",       "namespace",   "new",
    "noexcept",      "not",         "not_eq",
    "nullptr",       "operator",    "or",
    "or_eq",         "private",     "protected",
    "public",        "register",    "reinterpret_cast",
    "requires",      "return",      "short",
    "signed",        "sizeof",      "static",
    "static_assert", "static_cast", "struct",
    "switch",        "template",    "this",
    "thread_local",  "throw",       "true",
    "try",           "typedef",     "typeid",
    "typename",      "union",       "unsigned",
    "using",         "virtual",     "void",
    "volatile",      "wchar_t",     "while",
    "xor",           "xor_eq",
};

constexpr std::string_view macros[]{
    "EOF",  "INFINITY", "INT_MAX", "INT_MIN", "NAN",    "NULL",  "assert", "errno",
    "i386", "linux",    "major",   "minor",   "stderr", "stdin", "stdout", "unix",
};

/// What the header itself uses.
constexpr std::string_view used[]{"detail", "nlohmann", "std", "to_string", "to_json", "from_json"};

bool is_in(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

}  // namespace

CppNames::CppNames(const Document& document) {
  for (const graphql::Type& type : document.types())
    taken_.insert(type.name);
  for (const graphql::Type& type : document.types()) {
    std::string name = usable(type.name);
    if (is_in(used, name)) name += '_';
    while (name != type.name && !taken_.insert(name).second)
      name += '_';
    types_.emplace(type.name, std::move(name));
  }
}

std::string CppNames::usable(std::string name) {
  while (is_in(keywords, name) || is_in(macros, name))
    name += '_';
  return name;
}

std::string CppNames::operation(std::string name) const {
  while (taken_.contains(name))
    name += '_';
  return name;
}

std::string CppNames::member(std::string name, std::string_view owner) const {
  name = usable(std::move(name));
  while (name == owner || taken_.contains(name) || is_in(used, name))
    name += '_';
  return name;
}

std::string cplusplus_scalar(std::string_view name) {
  if (name == "Int") return "std::int32_t";
  if (name == "Float") return "double";
  if (name == "Boolean") return "bool";
  return name == "AWSTimestamp" ? "std::int64_t" : "std::string";
}

bool is_cplusplus_namespace(std::string_view name) {
  const auto in_name = [](unsigned char c) { return c < 128 && (std::isalnum(c) || c == '_'); };
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(name.find("::", begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (part.empty() || std::isdigit(static_cast<unsigned char>(part[0])) != 0 ||
        !std::ranges::all_of(part, in_name) || part == "std" ||
        CppNames::usable(std::string(part)) != part)
      return false;
    if (end == name.size()) return true;
    begin = end + 2;
  }
}

}  // namespace amplify::generate
