// SPDX-License-Identifier: Apache-2.0
#include "schema/record/json.hpp"

#include <amplify/client/expression.hpp>

namespace amplify::detail {

std::string json_text(std::string_view text) { return print_json(Json(text)); }
std::string json_number(double number) { return print_json(Json(number)); }
std::string json_number(std::int64_t number) { return std::to_string(number); }

expression::expression(kind joined, expression left, const expression& right)
    : nodes_(std::move(left.nodes_)) {
  nodes_.insert(nodes_.end(), right.nodes_.begin(), right.nodes_.end());
  nodes_.push_back({joined});
}

expression expression::negated(expression inner) {
  inner.nodes_.push_back({kind::none_of});
  return inner;
}

std::string expression::json() const {
  std::vector<std::string> stack;
  const auto pop = [&] {
    std::string top = std::move(stack.back());
    stack.pop_back();
    return top;
  };
  for (const node& step : nodes_) {
    switch (step.kind) {
      case kind::comparison:
        stack.push_back(
            "{" + json_text(step.name) + ":{" + json_text(step.comparison) + ":" + step.operand +
            "}}"
        );
        break;
      case kind::none_of:
        stack.push_back("{\"not\":" + pop() + "}");
        break;
      case kind::all_of:
      case kind::any_of: {
        const std::string right = pop();
        const std::string left = pop();
        const char* const word = step.kind == kind::all_of ? "and" : "or";
        stack.push_back("{\"" + std::string(word) + "\":[" + left + "," + right + "]}");
        break;
      }
    }
  }
  return stack.empty() ? "{}" : stack.back();
}

}  // namespace amplify::detail
