// SPDX-License-Identifier: Apache-2.0
#include "generator.hpp"

#include <algorithm>

namespace amplify::spec {
namespace {

/// As a string literal, on lines that editors can show.
std::string literal(const std::string& text) {
  constexpr std::size_t longest = 4000;
  std::string out;
  std::size_t written = longest;
  for (const char letter : text) {
    if (written >= longest) {
      out += out.empty() ? "\"" : "\"\n\"";
      written = 0;
    }
    ++written;
    switch (letter) {
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '"':
      case '\\':
      case '?':  // two of them start a trigraph
        out += '\\';
        [[fallthrough]];
      default:
        out += letter;
    }
  }
  return out + "\"";
}

}  // namespace

std::string table_source(const std::vector<Service>& services) {
  std::vector<const ResourceType*> types;
  for (const auto& service : services) {
    for (const auto& resource : service.resources)
      types.push_back(&resource);
  }
  std::ranges::sort(types, {}, [](const ResourceType* type) -> const std::string& {
    return type->name;
  });
  std::string out =
      "// Generated from spec/cloudformation.txt.\n"
      "#include \"cdk/spec/table.hpp\"\n\n"
      "namespace amplify::cdk::spec {\n\n"
      "const Entry table[] = {\n";
  for (const auto* type : types)
    out += "{\"" + type->name + "\",\n" + literal(type->lines) + "},\n";
  return out + "};\nconst std::size_t table_size = " + std::to_string(types.size()) +
         ";\n\n}  // namespace amplify::cdk::spec\n";
}

}  // namespace amplify::spec
