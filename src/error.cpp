// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>

#include <utility>

namespace amplify {
namespace {

std::string format(const Diagnostic& diagnostic) {
  std::string text = "error[" + diagnostic.code + "]";
  if (!diagnostic.where.empty()) text += " " + diagnostic.where;
  text += ": " + diagnostic.message;
  if (diagnostic.source.line() != 0) {
    text += "\n  at ";
    text += diagnostic.source.file_name();
    text += ":" + std::to_string(diagnostic.source.line());
  }
  if (!diagnostic.help.empty()) text += "\nhelp: " + diagnostic.help;
  return text;
}

std::string format(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) {
    if (!text.empty()) text += "\n";
    text += format(diagnostic);
  }
  return text;
}

}  // namespace

UserError::UserError(Diagnostic diagnostic)
    : UserError(std::vector<Diagnostic>{std::move(diagnostic)}) {}

UserError::UserError(std::vector<Diagnostic> diagnostics)
    : diagnostics_(std::move(diagnostics)), text_(format(diagnostics_)) {}

}  // namespace amplify
