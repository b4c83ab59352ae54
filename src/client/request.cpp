// SPDX-License-Identifier: Apache-2.0
#include "client/api.hpp"
#include "data/names.hpp"
#include "schema/record/json.hpp"
#include "schema/record/text.hpp"

#include <amplify/client/detail/key_condition.hpp>
#include <amplify/client/request.hpp>

#include <algorithm>

namespace amplify {
namespace detail {
namespace {

/// The record that a value holds, in whatever lists; null if it holds none.
const record_type* record_of(const value_type* type) {
  while (type->element != nullptr)
    type = type->element;
  return type->record;
}

bool is_connection(const value_type& type) { return type.kind == value_kind::connection; }

/// The fields of a record in braces. Types of custom types that hold themselves end where they
/// would begin again.
std::string selection_text(const record_type& record, std::vector<const record_type*>& above) {
  above.push_back(&record);
  std::string text;
  for (std::uint32_t i = 0; i < record.count; ++i) {
    const record_field& field = record.fields()[i];
    if (field.type->kind == value_kind::none) continue;
    const record_type* const inner = record_of(field.type);
    if (inner != nullptr && std::ranges::find(above, inner) != above.end()) continue;
    text += " " + std::string(field.name);
    if (inner == nullptr) continue;
    const std::string fields = selection_text(*inner, above);
    text += is_connection(*field.type) ? " { items" + fields + " }" : fields;
  }
  above.pop_back();
  return " {" + text + " }";
}

std::string selection_text(const record_type* record, bool connection) {
  if (record == nullptr) return "";
  std::vector<const record_type*> above;
  const std::string fields = selection_text(*record, above);
  return connection ? " { items" + fields + " nextToken }" : fields;
}

}  // namespace

request_text make_request(
    const request_target& target, const std::vector<named_json>& arguments,
    const record_type* selection, bool connection
) {
  const graphql::Field& field = Api::of(target.schema).field(target);
  std::string declared, passed, variables;
  for (const named_json& argument : arguments) {
    const auto known = std::ranges::find(field.arguments, argument.name, &graphql::Argument::name);
    if (known == field.arguments.end()) continue;
    const char* const separator = declared.empty() ? "" : ", ";
    declared += separator + ("$" + argument.name + ": " + known->type);
    passed += separator + argument.name + ": $" + argument.name;
    variables += (variables.empty() ? "" : ",") + json_text(argument.name) + ":" + argument.json;
  }
  const auto in_parentheses = [](const std::string& text) {
    return text.empty() ? text : "(" + text + ")";
  };
  return {
      .document = std::string(operation_word(target.kind)) + in_parentheses(declared) + " { " +
                  field.name + in_parentheses(passed) + selection_text(selection, connection) +
                  " }",
      .variables = "{" + variables + "}",
      .field = field.name,
  };
}

std::vector<named_json> key_arguments(
    const schema_view& schema, const type_meta& model, const index_meta* index,
    const expression& condition
) {
  const key_names names = key_names_of(schema, model, index);
  const auto find = [&](std::string_view name) -> const expression::node* {
    for (const expression::node& node : condition.nodes())
      if (node.kind == expression::kind::comparison && node.name == name) return &node;
    return nullptr;
  };
  std::vector<named_json> arguments{{std::string(names.partition), find(names.partition)->operand}};
  std::vector<std::string> sort_keys(names.sort.begin(), names.sort.end());
  const expression::node* last = nullptr;
  Json equal = Json::object();
  std::size_t used = 0;
  for (const std::string& key : sort_keys) {
    const expression::node* const node = find(key);
    if (node == nullptr) break;
    last = node;
    equal[key] = Json::parse(node->operand);
    ++used;
  }
  if (last == nullptr) return arguments;
  const std::string name(last->name);
  if (sort_keys.size() == 1) {
    arguments.push_back({name, "{" + json_text(last->comparison) + ":" + last->operand + "}"});
    return arguments;
  }
  // All that begins with these keys has them.
  const bool part = used < sort_keys.size() && last->comparison == "eq";
  Json value = equal;
  if (last->comparison == "between") {
    value = Json::array({equal, equal});
    for (const std::size_t end : {0U, 1U})
      value[end][name] = equal[name][end];
  }
  const Json compared = {{part ? "beginsWith" : std::string(last->comparison), value}};
  arguments.push_back({appsync::camel_case(sort_keys), print_json(compared)});
  return arguments;
}

std::string field_json(const record_view& record, std::string_view name) {
  const auto places = places_of(*record.type, record.record);
  for (std::uint32_t i = 0; i < record.type->count; ++i) {
    const record_field& field = record.type->fields()[i];
    if (field.name == name) return print_json(value_json(*field.type, places[i]));
  }
  return "null";
}

namespace {

std::string path_text(const Json& path) {
  std::string text;
  for (const Json& step : path) {
    if (step.is_number())
      text += "[" + print_json(step) + "]";
    else if (step.is_string())
      text += (text.empty() ? "" : ".") + step.get<std::string>();
  }
  return text;
}

std::string member_text(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

void read_errors(const Json& answer, std::vector<GraphQLError>& errors) {
  const auto list = answer.find("errors");
  if (list == answer.end() || !list->is_array()) return;
  for (const Json& error : *list) {
    const auto path = error.find("path"), info = error.find("errorInfo");
    errors.push_back({
        .message = member_text(error, "message"),
        .errorType = member_text(error, "errorType"),
        .path = path != error.end() ? path_text(*path) : "",
        .errorInfo = info != error.end() && !info->is_null() ? print_json(*info) : "",
    });
  }
}

}  // namespace

void parse_response(
    std::string_view answer, std::string_view field, const value_type& type, void* value,
    std::optional<std::string>* next_token, std::vector<GraphQLError>& errors
) {
  const Json json = parse_json(answer);
  if (!json.is_object()) throw JsonError("", "is no object");
  read_errors(json, errors);
  const auto data = json.find("data");
  if (data == json.end() || data->is_null()) {
    if (errors.empty()) throw JsonError("data", "is missing");
    return;
  }
  const std::string name(field);
  const std::string path = "data." + name;
  if (!data->is_object()) throw JsonError("data", "is no object");
  const auto found = data->find(name);
  if (found == data->end()) throw JsonError(path, "is missing");
  if (found->is_null()) return;
  std::vector<JsonFault> faults;
  read_value(type, value, *found, path, faults);
  if (!faults.empty()) throw JsonError(std::move(faults));
  if (next_token == nullptr) return;
  if (const std::string token = member_text(*found, "nextToken"); !token.empty())
    *next_token = token;
}

}  // namespace detail

std::string GraphQLRequest::body() const {
  return "{\"query\":" + detail::json_text(text_.document) + ",\"variables\":" + text_.variables +
         "}";
}

}  // namespace amplify
