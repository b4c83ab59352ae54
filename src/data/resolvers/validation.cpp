// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/validation.hpp"

#include "data/resolvers/source.hpp"

#include <string_view>

namespace amplify::appsync {
namespace {

struct Check {
  /// A call or a comparison after the value; `%` stands for the constraint's value.
  std::string_view condition;
  bool text;
  std::string_view sentence;
};

Check check(ir::Constraint constraint) {
  switch (constraint) {
    case ir::Constraint::minLength:
      return {".length >= %", false, "have a minimum length of"};
    case ir::Constraint::maxLength:
      return {".length <= %", false, "have a maximum length of"};
    case ir::Constraint::startsWith:
      return {".startsWith(%)", true, "start with"};
    case ir::Constraint::endsWith:
      return {".endsWith(%)", true, "end with"};
    case ir::Constraint::matches:
      return {"", true, "match"};
    case ir::Constraint::gt:
      return {" > %", false, "be greater than"};
    case ir::Constraint::lt:
      return {" < %", false, "be less than"};
    case ir::Constraint::gte:
      return {" >= %", false, "be greater than or equal to"};
    case ir::Constraint::lte:
      return {" <= %", false, "be less than or equal to"};
  }
  return {};
}

std::string met(const ir::Field& field, const ir::Validation& validation) {
  const std::string value = member("input", field.name);
  const Check how = check(validation.constraint);
  const std::string operand = how.text ? js_string(validation.value) : validation.value;
  if (validation.constraint == ir::Constraint::matches)
    return "util.matches(" + operand + ", " + value + ")";
  std::string condition(how.condition);
  condition.replace(condition.find('%'), 1, operand);
  return value + condition;
}

std::string message(const ir::Model& model, const ir::Field& field, const ir::Validation& given) {
  if (!given.errorMessage.empty()) return given.errorMessage;
  // Amplify's words.
  return "Field " + field.name + " of type " + model.name + " must " +
         std::string(check(given.constraint).sentence) + " " + given.value;
}

}  // namespace

std::string validation_function(const ir::Model& model) {
  std::string body;
  for (const ir::Field& field : model.fields) {
    if (field.validations.empty()) continue;
    const std::string value = member("input", field.name);
    body += "  if (" + value + " !== undefined && " + value + " !== null) {\n";
    for (const ir::Validation& validation : field.validations) {
      body += "    check(" + met(field, validation) + ", " +
              js_string(message(model, field, validation)) + ");\n";
    }
    body += "  }\n";
  }
  if (body.empty()) return {};
  return "/** Refuses values that the fields don't take. */\nfunction validate(input) {\n" + body +
         "}\n\nfunction check(met, message) {\n  if (!met) {\n    util.error(message);\n  }\n}\n";
}

}  // namespace amplify::appsync
