// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"
#include "data/sdl/context.hpp"
#include "data/sdl/directives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace amplify::sdl {
namespace {

using ir::GeneratedOperation;

struct OperationKey {
  std::string_view map;
  std::string_view name;
  GeneratedOperation operation;
};

constexpr std::array<OperationKey, 8> operation_keys = {{
    {"queries", "get", GeneratedOperation::get},
    {"queries", "list", GeneratedOperation::list},
    {"mutations", "create", GeneratedOperation::create},
    {"mutations", "update", GeneratedOperation::update},
    {"mutations", "delete", GeneratedOperation::delete_},
    {"subscriptions", "onCreate", GeneratedOperation::onCreate},
    {"subscriptions", "onUpdate", GeneratedOperation::onUpdate},
    {"subscriptions", "onDelete", GeneratedOperation::onDelete},
}};

struct ConstraintWord {
  std::string_view text;
  ir::Constraint constraint;
};

constexpr std::array<ConstraintWord, 9> constraints = {{
    {"minLength", ir::Constraint::minLength},
    {"maxLength", ir::Constraint::maxLength},
    {"startsWith", ir::Constraint::startsWith},
    {"endsWith", ir::Constraint::endsWith},
    {"matches", ir::Constraint::matches},
    {"gt", ir::Constraint::gt},
    {"lt", ir::Constraint::lt},
    {"gte", ir::Constraint::gte},
    {"lte", ir::Constraint::lte},
}};

template <class T>
std::optional<T> number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && !text.empty() && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

class ModelReader {
 public:
  ModelReader(Context& context, const Type& type) : context_(context), type_(type) {}

  void read() {
    model_.name = type_.name;
    if (check_directives(type_.directives, Site::model, type_.name, context_.faults)) {
      disabled_operations(*find(type_.directives, "model"));
      if (const Directive* auth = find(type_.directives, "auth"))
        model_.rules = auth_rules(*auth, type_.name, context_.faults);
      if (const Directive* renamed = find(type_.directives, "mapsTo"))
        model_.renamedFrom = argument(*renamed, "name")->text;
    }
    for (const Field& field : type_.fields)
      add(field);
    context_.definition.models.push_back(std::move(model_));
  }

 private:
  void fault(Position at, const std::string& where, std::string message, std::string help = {}) {
    context_.faults.add(at, where, std::move(message), std::move(help));
  }

  // @model

  void disabled_operations(const Directive& model) {
    if (const Value* timestamps = argument(model, "timestamps")) check_timestamps(*timestamps);
    for (const std::string_view map : {"queries", "mutations", "subscriptions"}) {
      const Value* value = argument(model, map);
      if (!value) continue;
      if (value->kind == Value::Kind::null) {
        disable(map, {});
      } else {
        for (const Argument& operation : value->members)
          disable(map, operation);
      }
    }
  }

  /// One operation of the map, or all of them if its name is empty.
  void disable(std::string_view map, const Argument& given) {
    if (map == "subscriptions" && given.name == "level") return disable_level(given.value);
    bool known = false;
    for (const OperationKey& key : operation_keys) {
      if (key.map != map || (!given.name.empty() && key.name != given.name)) continue;
      known = true;
      if (given.name.empty() || given.value.kind == Value::Kind::null) {
        model_.disabledOperations.push_back(key.operation);
      } else if (!is_usual(key, given.value)) {
        fault(
            given.value.at, type_.name, "an operation can't be renamed",
            fmt::format("leave `{}` out; it is {}", given.name, usual_name(key))
        );
      }
    }
    if (!known) {
      std::vector<std::string_view> names;
      for (const OperationKey& key : operation_keys) {
        if (key.map == map) names.push_back(key.name);
      }
      fault(
          given.at, type_.name, fmt::format("`{}` has no `{}`", map, given.name),
          did_you_mean(given.name, names)
      );
    }
  }

  void disable_level(const Value& level) {
    if (level.text == "off") {
      disable("subscriptions", {});
    } else if (level.text != "on") {
      fault(
          level.at, type_.name, "subscriptions without rules are not supported",
          "leave `level` out: the model's rules say who may listen"
      );
    }
  }

  std::string usual_name(const OperationKey& key) const {
    if (key.operation == GeneratedOperation::list) return appsync::list_query(type_.name);
    const std::string field = std::string(key.name) + appsync::capitalized(type_.name);
    return field;
  }

  bool is_usual(const OperationKey& key, const Value& value) const {
    const std::vector<std::string> given = texts(&value);
    return given.size() == 1 && given.front() == usual_name(key);
  }

  void check_timestamps(const Value& value) {
    const auto usual = [](const Argument& timestamp) {
      return timestamp.value.kind == Value::Kind::string && timestamp.value.text == timestamp.name;
    };
    if (value.kind != Value::Kind::object || !std::ranges::all_of(value.members, usual)) {
      fault(
          value.at, type_.name, "a model's timestamps are createdAt and updatedAt",
          "leave `timestamps` out"
      );
    }
  }

  // Fields

  void add(const Field& field) {
    const std::string where = type_.name + "." + field.name;
    context_.faults.remember(where, field.at);
    if (!field.arguments.empty()) {
      fault(
          field.at, where, "a field with arguments needs a resolver of its own",
          "make it an operation: a field of Query"
      );
    }
    const bool valid = check_directives(field.directives, Site::modelField, where, context_.faults);
    const auto type = output_type(context_, field.type, where);
    if (!valid || !type) return;
    ir::Field result{.name = field.name, .type = *type};
    result.deprecated = deprecation(field.directives);
    for (const Directive& directive : field.directives)
      apply(directive, field, where, result);
    model_.fields.push_back(std::move(result));
  }

  void apply(
      const Directive& directive, const Field& field, const std::string& where, ir::Field& result
  ) {
    if (directive.name == "auth") {
      result.rules = auth_rules(directive, where, context_.faults);
    } else if (directive.name == "default") {
      result.defaultValue = default_value(directive, where, result.type);
    } else if (directive.name == "refersTo") {
      result.renamedFrom = argument(directive, "name")->text;
    } else if (directive.name == "validate") {
      result.validations.push_back(validation(directive, where));
    } else if (directive.name == "primaryKey") {
      identifier(directive, field, where);
    } else if (directive.name == "index") {
      model_.indexes.push_back(index(directive, field, where));
    }
  }

  void identifier(const Directive& directive, const Field& field, const std::string& where) {
    if (!model_.identifier.empty())
      return fault(directive.at, where, "a model has one @primaryKey", "remove one of the two");
    model_.identifier = texts(argument(directive, "sortKeyFields"));
    model_.identifier.insert(model_.identifier.begin(), field.name);
  }

  /// The literal that the text stands for. What is no value of the type stays text, for the checks
  /// of the schema to find.
  ir::Literal default_value(
      const Directive& directive, const std::string& where, const ir::Type& type
  ) {
    const std::string value = text(directive, "value");
    if (type.kind != ir::TypeKind::scalar) return value;
    switch (type.scalar) {
      case ir::Scalar::boolean:
        if (value == "true" || value == "false") return value == "true";
        break;
      case ir::Scalar::integer:
      case ir::Scalar::timestamp:
        if (const auto whole = number<std::int64_t>(value)) return *whole;
        break;
      case ir::Scalar::float_:
        if (const auto real = number<double>(value)) return *real;
        break;
      default:
        return value;
    }
    fault(
        directive.at, where,
        fmt::format("`{}` is no default of {}", value, appsync::graphql_scalar(type.scalar)),
        type.scalar == ir::Scalar::boolean ? R"(write "true" or "false")" : R"(write "42", say)"
    );
    return value;
  }

  ir::Validation validation(const Directive& directive, const std::string& where) {
    ir::Validation result{
        .value = text(directive, "value"), .errorMessage = text(directive, "errorMessage")
    };
    const Value& type = *argument(directive, "type");
    const auto found = std::ranges::find(constraints, type.text, &ConstraintWord::text);
    if (found != constraints.end()) {
      result.constraint = found->constraint;
      return result;
    }
    std::vector<std::string_view> names;
    for (const ConstraintWord& word : constraints)
      names.push_back(word.text);
    fault(
        type.at, where, fmt::format("expected {}", fmt::join(names, ", ")),
        did_you_mean(type.text, names)
    );
    return result;
  }

  ir::Index index(const Directive& directive, const Field& field, const std::string& where) {
    ir::Index result{
        .name = text(directive, "name"),
        .partitionKey = field.name,
        .sortKeys = texts(argument(directive, "sortKeyFields")),
        .named = argument(directive, "name") != nullptr,
    };
    const std::string usual = appsync::index_name(type_.name, result.partitionKey, result.sortKeys);
    if (!result.named) result.name = usual;
    const Value* query = argument(directive, "queryField");
    if (!query || query->kind == Value::Kind::string)
      result.queryField = query ? query->text : usual;
    if (const Value* projection = argument(directive, "projection"))
      project(*projection, where, result);
    return result;
  }

  void project(const Value& value, const std::string& where, ir::Index& index) {
    const Value* type = sdl::member(value, "type");
    index.nonKeyAttributes = texts(sdl::member(value, "nonKeyAttributes"));
    if (type && type->text == "KEYS_ONLY") {
      index.projection = ir::Projection::keysOnly;
    } else if (type && type->text == "INCLUDE") {
      index.projection = ir::Projection::include;
    } else if (!type || type->text != "ALL") {
      fault(
          value.at, where, "a projection's type is ALL, KEYS_ONLY or INCLUDE",
          R"(write {type: INCLUDE, nonKeyAttributes: ["title"]})"
      );
    }
  }

  Context& context_;
  const Type& type_;
  ir::Model model_;
};

}  // namespace

void lower_model(Context& context, const Type& type) { ModelReader(context, type).read(); }

}  // namespace amplify::sdl
