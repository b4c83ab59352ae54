// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>

#include <utility>

namespace amplify {

std::string toText(const Diagnostic& diagnostic) {
  std::string text = diagnostic.severity == Severity::warning ? "warning[" : "error[";
  text += diagnostic.code + "]";
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

namespace {

std::string format(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) {
    if (!text.empty()) text += "\n";
    text += toText(diagnostic);
  }
  return text;
}

}  // namespace

UserError::UserError(Diagnostic diagnostic)
    : UserError(std::vector<Diagnostic>{std::move(diagnostic)}) {}

UserError::UserError(std::vector<Diagnostic> diagnostics)
    : diagnostics_(std::move(diagnostics)), text_(format(diagnostics_)) {}

}  // namespace amplify
