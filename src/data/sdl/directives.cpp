// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/directives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

namespace amplify::sdl {
namespace {

enum class Shape { text, texts, integer, name, object, objects };

struct ArgumentSpec {
  std::string_view name;
  Shape shape;
  bool required = false;
  /// `null` is a value of its own, such as `queryField: null`.
  bool nullable = false;
};

struct DirectiveSpec {
  std::string_view name;
  std::vector<Site> sites;
  std::vector<ArgumentSpec> arguments{};
  bool repeatable = false;
};

const std::vector<DirectiveSpec>& specs() {
  using enum Site;
  static const std::vector<ArgumentSpec> groups = {{"cognito_groups", Shape::texts}};
  static const std::vector<DirectiveSpec> list = {
      {"model",
       {model},
       {{"queries", Shape::object, false, true},
        {"mutations", Shape::object, false, true},
        {"subscriptions", Shape::object, false, true},
        {"timestamps", Shape::object, false, true}}},
      {"mapsTo", {model}, {{"name", Shape::text, true}}},
      {"refersTo", {modelField}, {{"name", Shape::text, true}}},
      {"auth", {model, modelField, customTypeField, operation}, {{"rules", Shape::objects, true}}},
      {"primaryKey", {modelField}, {{"sortKeyFields", Shape::texts}}},
      {"index",
       {modelField},
       {{"name", Shape::text},
        {"sortKeyFields", Shape::texts},
        {"queryField", Shape::text, false, true},
        {"projection", Shape::object}},
       true},
      {"hasOne", {modelField}, {{"fields", Shape::texts}, {"references", Shape::texts}}},
      {"hasMany",
       {modelField},
       {{"indexName", Shape::text},
        {"fields", Shape::texts},
        {"references", Shape::texts},
        {"limit", Shape::integer}}},
      {"belongsTo",
       {modelField},
       {{"fields", Shape::texts}, {"references", Shape::texts}, {"overrideIndexName", Shape::text}}
      },
      {"manyToMany", {modelField}, {{"relationName", Shape::text, true}, {"limit", Shape::integer}}
      },
      {"default", {modelField}, {{"value", Shape::text, true}}},
      {"validate",
       {modelField},
       {{"type", Shape::name, true}, {"value", Shape::text, true}, {"errorMessage", Shape::text}},
       true},
      {"function",
       {operation},
       {{"name", Shape::text, true},
        {"region", Shape::text},
        {"accountId", Shape::text},
        {"invocationType", Shape::name}},
       true},
      {"deprecated", {modelField, customTypeField}, {{"reason", Shape::text}}},
      {"aws_subscribe", {operation}, {{"mutations", Shape::texts, true}}},
      {"aws_api_key", {operation, customType}},
      {"aws_iam", {operation, customType}},
      {"aws_oidc", {operation, customType}},
      {"aws_lambda", {operation, customType}},
      {"aws_cognito_user_pools", {operation, customType}, groups},
  };
  return list;
}

/// Directives of Amplify and AppSync that this library doesn't have, and what to use.
std::string_view replacement(std::string_view directive) {
  struct Entry {
    std::string_view name;
    std::string_view help;
  };
  static constexpr std::array<Entry, 13> list = {{
      {"http", "declare the operation without it, and resolve it with addHttpDataSource"},
      {"sql", "models are kept in DynamoDB: reach a database from a function, with @function"},
      {"searchable",
       "feed the table's stream to OpenSearch, and query it with "
       "addOpenSearchDataSource"},
      {"predictions", "call the AI service from a function, with @function"},
      {"conversation", "call the model from a function, with @function"},
      {"generation", "call the model from a function, with @function"},
      {"key", "write @primaryKey on the field of the key, and @index on those of other keys"},
      {"connection", "write @hasOne, @hasMany or @belongsTo"},
      {"versioned", "keep a version in a field of your own, and check it with `condition`"},
      {"aws_auth", "write @aws_cognito_user_pools(cognito_groups: [...])"},
      {"aws_publish", "write @aws_subscribe on the subscription"},
      {"skip", "it belongs in queries"},
      {"include", "it belongs in queries"},
  }};
  for (const Entry& entry : list) {
    if (entry.name == directive) return entry.help;
  }
  return {};
}

std::string_view site_name(Site site) {
  switch (site) {
    case Site::model:
      return "a type with @model";
    case Site::customType:
      return "a type without @model";
    case Site::modelField:
      return "a model's field";
    case Site::customTypeField:
      return "a field of a type without @model";
    case Site::operation:
      return "an operation";
    case Site::input:
      return "an input";
    case Site::enumeration:
      return "an enum";
  }
  return {};
}

std::string_view shape_name(Shape shape) {
  switch (shape) {
    case Shape::text:
      return "a string";
    case Shape::texts:
      return "a list of strings";
    case Shape::integer:
      return "a whole number";
    case Shape::name:
      return "a name without quotes";
    case Shape::object:
      return "an object such as {name: value}";
    case Shape::objects:
      return "a list of objects such as [{name: value}]";
  }
  return {};
}

bool has_shape(const Value& value, Shape shape) {
  const auto all = [&](Value::Kind kind) {
    // GraphQL takes a single value for a list of one.
    if (value.kind == kind) return true;
    return value.kind == Value::Kind::list &&
           std::ranges::all_of(value.items, [&](const Value& item) { return item.kind == kind; });
  };
  switch (shape) {
    case Shape::text:
      return value.kind == Value::Kind::string;
    case Shape::texts:
      return all(Value::Kind::string);
    case Shape::integer:
      return value.kind == Value::Kind::integer;
    case Shape::name:
      return value.kind == Value::Kind::enumeration;
    case Shape::object:
      return value.kind == Value::Kind::object;
    case Shape::objects:
      return all(Value::Kind::object);
  }
  return false;
}

std::vector<std::string_view> names(const auto& specs) {
  std::vector<std::string_view> result;
  for (const auto& spec : specs)
    result.push_back(spec.name);
  return result;
}

bool check_arguments(
    const Directive& directive, const DirectiveSpec& spec, const std::string& where, Faults& faults
) {
  bool valid = true;
  const auto fault = [&](Position at, std::string message, std::string help = {}) {
    faults.add(at, where, std::move(message), std::move(help));
    valid = false;
  };
  std::set<std::string_view> seen;
  for (const Argument& given : directive.arguments) {
    const auto found = std::ranges::find(spec.arguments, given.name, &ArgumentSpec::name);
    if (found == spec.arguments.end()) {
      fault(
          given.at, fmt::format("@{} has no argument `{}`", directive.name, given.name),
          did_you_mean(given.name, names(spec.arguments))
      );
    } else if (!seen.insert(given.name).second) {
      fault(given.at, fmt::format("@{} has the argument `{}` twice", directive.name, given.name));
    } else if (!has_shape(given.value, found->shape) &&
               !(found->nullable && given.value.kind == Value::Kind::null)) {
      fault(
          given.value.at,
          fmt::format("@{}({}: …) takes {}", directive.name, given.name, shape_name(found->shape))
      );
    }
  }
  for (const ArgumentSpec& argument : spec.arguments) {
    if (argument.required && !seen.contains(argument.name)) {
      fault(
          directive.at, fmt::format("@{} has no `{}`", directive.name, argument.name),
          fmt::format("write @{}({}: …)", directive.name, argument.name)
      );
    }
  }
  return valid;
}

}  // namespace

bool check_directives(
    const std::vector<Directive>& directives, Site site, const std::string& where, Faults& faults
) {
  bool valid = true;
  std::set<std::string_view> seen;
  for (const Directive& directive : directives) {
    const auto fault = [&](std::string message, std::string help = {}) {
      faults.add(directive.at, where, std::move(message), std::move(help));
      valid = false;
    };
    const auto spec = std::ranges::find(specs(), directive.name, &DirectiveSpec::name);
    if (const auto help = replacement(directive.name); !help.empty()) {
      fault(fmt::format("@{} is not supported", directive.name), std::string(help));
    } else if (spec == specs().end()) {
      const std::string nearest = did_you_mean(directive.name, names(specs()));
      fault(fmt::format("there is no directive @{}", directive.name), nearest);
    } else if (std::ranges::find(spec->sites, site) == spec->sites.end()) {
      std::string places;
      for (const Site allowed : spec->sites)
        places += (places.empty() ? "it belongs on " : " or ") + std::string(site_name(allowed));
      fault(fmt::format("@{} does nothing on {}", directive.name, site_name(site)), places);
    } else if (!seen.insert(directive.name).second && !spec->repeatable) {
      fault(fmt::format("@{} is there twice", directive.name), "remove one of the two");
    } else {
      valid = check_arguments(directive, *spec, where, faults) && valid;
    }
  }
  return valid;
}

const Directive* find(const std::vector<Directive>& directives, std::string_view name) {
  const auto found = std::ranges::find(directives, name, &Directive::name);
  return found == directives.end() ? nullptr : &*found;
}

const Value* argument(const Directive& directive, std::string_view name) {
  const auto found = std::ranges::find(directive.arguments, name, &Argument::name);
  return found == directive.arguments.end() ? nullptr : &found->value;
}

const Value* member(const Value& object, std::string_view name) {
  const auto found = std::ranges::find(object.members, name, &Argument::name);
  return found == object.members.end() ? nullptr : &found->value;
}

std::string text(const Directive& directive, std::string_view name) {
  const Value* value = argument(directive, name);
  return value && value->kind == Value::Kind::string ? value->text : std::string();
}

std::vector<std::string> texts(const Value* value) {
  if (!value) return {};
  if (value->kind == Value::Kind::string) return {value->text};
  std::vector<std::string> list;
  for (const Value& item : value->items) {
    if (item.kind == Value::Kind::string) list.push_back(item.text);
  }
  return list;
}

}  // namespace amplify::sdl
