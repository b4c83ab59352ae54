// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/deployment.hpp"

#include "cdk/inspect.hpp"
#include "testing/simulator/shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace amplify::assertions {
namespace {

const json no_value;

/// The member of an object; null when it isn't there.
const json& member(const json& object, const std::string& key) {
  if (!object.is_object()) return no_value;
  const auto found = object.find(key);
  return found == object.end() ? no_value : *found;
}

/// The file of the template that a resource deploys.
std::string nested_file(const json& resource) {
  const json& path = member(member(resource, "Metadata"), "aws:asset:path");
  return path.is_string() ? path.get<std::string>() : std::string();
}

}  // namespace

const json& Scope::resources() const {
  static const json none = json::object();
  const json& found = member(body, "Resources");
  return found.is_object() ? found : none;
}

std::string Located::type() const {
  const json& type = member(definition(), "Type");
  return type.is_string() ? type.get<std::string>() : std::string();
}

const json& Located::property(std::string_view name) const {
  return member(member(definition(), "Properties"), std::string(name));
}

std::string Located::label() const {
  return scope->parent == nullptr ? id : fmt::format("{}: {}", scope->path, id);
}

Deployment::Deployment(const detail::TemplateState& state, IamSimulatorOptions options)
    : options_(std::move(options)) {
  if (state.assembly == nullptr) {
    main_ = &scopes_.emplace_back(Scope{.body = state.body});
  } else {
    add_assembly(state);
  }
  add_resources(*main_);
  for (const Scope& scope : scopes_) {
    if (&scope != main_) add_resources(scope);
  }
}

void Deployment::add_assembly(const detail::TemplateState& state) {
  for (const auto& stack : state.assembly->stacks) {
    if (!stack.nested) add_scopes(*state.assembly, stack);
  }
  main_ = &*std::ranges::find(scopes_, state.name, &Scope::path);
}

Scope& Deployment::add_scopes(
    const cdk::CloudAssembly& assembly, const cdk::SynthesizedStack& stack
) {
  Scope& scope =
      scopes_.emplace_back(Scope{.path = stack.path, .body = json::parse(stack.templateBody)});
  for (const auto& [id, resource] : scope.resources().items()) {
    const auto file = nested_file(resource);
    const auto inner =
        std::ranges::find(assembly.stacks, file, &cdk::SynthesizedStack::templateFile);
    if (file.empty() || inner == assembly.stacks.end()) continue;
    Scope& nested = add_scopes(assembly, *inner);
    nested.parent = &scope;
    nested.parameters = member(member(resource, "Properties"), "Parameters");
    scope.nested.emplace(id, &nested);
  }
  return scope;
}

void Deployment::add_resources(const Scope& scope) {
  for (const auto& resource : scope.resources().items())
    resources_.push_back({&scope, resource.key()});
}

Text Deployment::text(const Scope& scope, const json& value) const {
  if (value.is_string()) {
    const auto& literal = value.get_ref<const std::string&>();
    // A dynamic reference: CloudFormation looks it up when it deploys.
    return literal.find("{{resolve:") != std::string::npos ? unknown(scope, value) : Text(literal);
  }
  if (value.is_boolean() || value.is_number()) return Text(print(value));
  if (value.is_object() && value.size() == 1) {
    return call(scope, value.begin().key(), *value.begin());
  }
  return unknown(scope, value);
}

std::vector<Text> Deployment::texts(const Scope& scope, const json& value) const {
  if (!value.is_array()) return {text(scope, value)};
  std::vector<Text> result;
  for (const json& element : value)
    result.push_back(text(scope, element));
  return result;
}

Text Deployment::text(const cdk::Node& value) const {
  return text(*main_, to_json(value, References::with_stack));
}

Text Deployment::call(const Scope& scope, const std::string& function, const json& argument) const {
  std::optional<Text> result;
  if (function == "Ref" && argument.is_string()) {
    result = reference(scope, argument.get<std::string>());
  } else if (function == "Fn::GetAtt") {
    result = attribute(scope, argument);
  } else if (function == "Fn::Join") {
    result = join(scope, argument);
  } else if (function == "Fn::Sub") {
    result = substituted(scope, argument);
  } else if (function == "Fn::Select") {
    result = selected(scope, argument);
  } else if (function == located_reference) {
    result = located(argument);
  }
  return result ? *result : unknown(scope, {{function, argument}});
}

Text Deployment::reference(const Scope& scope, const std::string& name) const {
  if (name.starts_with("AWS::")) return pseudo_parameter(scope, name);
  if (scope.resources().contains(name)) return ref({&scope, name});
  return parameter(scope, name);
}

Text Deployment::pseudo_parameter(const Scope& scope, const std::string& name) const {
  if (name == "AWS::Partition") return options_.partition;
  if (name == "AWS::Region") return options_.region;
  if (name == "AWS::AccountId") return options_.accountId;
  if (name == "AWS::URLSuffix") {
    return options_.partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  }
  return unknown(scope, {{"Ref", name}});
}

Text Deployment::parameter(const Scope& scope, const std::string& name) const {
  if (scope.parent != nullptr) {
    const json& value = member(scope.parameters, name);
    if (!value.is_null()) return text(*scope.parent, value);
  } else if (const auto found =
                 std::ranges::find(options_.parameters, name, &cdk::Json::Entry::key);
             found != options_.parameters.end()) {
    return text(found->value);
  }
  return unknown(scope, {{"Ref", name}});
}

std::optional<Text> Deployment::attribute(const Scope& scope, const json& argument) const {
  std::string name;
  if (argument.is_string()) name = argument.get<std::string>();
  if (argument.is_array() && argument.size() == 2 && argument[0].is_string() &&
      argument[1].is_string()) {
    name = argument[0].get<std::string>() + "." + argument[1].get<std::string>();
  }
  const auto dot = name.find('.');
  if (dot == std::string::npos) return std::nullopt;
  return attribute({&scope, name.substr(0, dot)}, name.substr(dot + 1));
}

std::optional<Text> Deployment::attribute(const Located& resource, const std::string& name) const {
  const auto& [scope, id] = resource;
  if (!scope->resources().contains(id)) return std::nullopt;
  constexpr std::string_view outputs = "Outputs.";
  if (const auto nested = scope->nested.find(id);
      nested != scope->nested.end() && name.starts_with(outputs)) {
    const json& output =
        member(member(nested->second->body, "Outputs"), name.substr(outputs.size()));
    return text(*nested->second, member(output, "Value"));
  }
  if (const Shape* const shape = shape_of(resource.type())) {
    if (const auto known = shape->attribute(name); !known.empty()) return format(resource, known);
  }
  return Text(Symbol{
      .id = fmt::format("{}/{}.{}", scope->path, id, name), .label = fmt::format("{}.{}", id, name)
  });
}

std::optional<Text> Deployment::located(const json& argument) const {
  const auto scope = std::ranges::find(scopes_, argument[0].get<std::string>(), &Scope::path);
  if (scope == scopes_.end()) return std::nullopt;
  const Located resource{&*scope, argument[1].get<std::string>()};
  if (argument.size() == 2) return reference(*scope, resource.id);
  return attribute(resource, argument[2].get<std::string>());
}

Text Deployment::ref(const Located& resource) const {
  if (const Shape* const shape = shape_of(resource.type())) return format(resource, shape->ref);
  return Text(
      Symbol{.id = fmt::format("{}/{}", resource.scope->path, resource.id), .label = resource.id}
  );
}

std::optional<Text> Deployment::arn(const Located& resource) const {
  if (const Shape* const shape = shape_of(resource.type())) return format(resource, shape->arn);
  return attribute(resource, "Arn");
}

/// The physical name.
Text Deployment::name(const Located& resource, const Shape& shape) const {
  const json& given =
      shape.name_property.empty() ? no_value : resource.property(shape.name_property);
  Text made(Symbol{
      .id = fmt::format("{}/{}.name", resource.scope->path, resource.id),
      .label = resource.id,
      .kind = Symbol::Kind::name
  });
  if (given.is_null()) return made;
  Text result = text(*resource.scope, given);
  if (shape.has_suffix) {
    result.append("-");
    result.append(made);
  }
  return result;
}

Text Deployment::format(const Located& resource, std::string_view pattern) const {
  const json& path = resource.property("Path");
  return format(
      pattern, name(resource, *shape_of(resource.type())),
      path.is_null() ? Text("/") : text(*resource.scope, path)
  );
}

Text Deployment::format(std::string_view pattern, const Text& name, const Text& path) const {
  Text result;
  while (!pattern.empty()) {
    const auto open = std::min(pattern.find('{'), pattern.size());
    result.append(pattern.substr(0, open));
    pattern.remove_prefix(open);
    if (pattern.empty()) break;
    const auto close = pattern.find('}');
    const auto placeholder = pattern.substr(1, close - 1);
    pattern.remove_prefix(close + 1);
    if (placeholder == "name") {
      // Names of parameters may begin with the slash that their ARNs have anyway.
      const bool doubled = result.ends_with('/') && name.starts_with("/");
      result.append(
          doubled ? Text(std::vector(name.tokens().begin() + 1, name.tokens().end())) : name
      );
    } else if (placeholder == "path") {
      result.append(path);
    } else if (placeholder == "partition") {
      result.append(options_.partition);
    } else if (placeholder == "region") {
      result.append(options_.region);
    } else if (placeholder == "account") {
      result.append(options_.accountId);
    } else {
      result.append(pseudo_parameter(*main_, "AWS::URLSuffix"));
    }
  }
  return result;
}

std::optional<Text> Deployment::join(const Scope& scope, const json& argument) const {
  if (!argument.is_array() || argument.size() != 2 || !argument[0].is_string()) return std::nullopt;
  const auto parts = list(scope, argument[1]);
  if (!parts) return std::nullopt;
  Text result;
  for (const Text& part : *parts) {
    if (&part != parts->data()) result.append(argument[0].get<std::string>());
    result.append(part);
  }
  return result;
}

std::optional<Text> Deployment::substituted(const Scope& scope, const json& argument) const {
  const bool is_list = argument.is_array() && argument.size() == 2;
  const json& pattern = is_list ? argument[0] : argument;
  if (!pattern.is_string()) return std::nullopt;
  const std::string_view rest = pattern.get_ref<const std::string&>();
  return substituted(scope, rest, is_list ? argument[1] : no_value);
}

Text Deployment::substituted(const Scope& scope, std::string_view rest, const json& variables)
    const {
  Text result;
  for (auto open = rest.find("${"); open != std::string_view::npos; open = rest.find("${")) {
    const auto close = rest.find('}', open);
    if (close == std::string_view::npos) break;
    result.append(rest.substr(0, open));
    const std::string name(rest.substr(open + 2, close - open - 2));
    rest.remove_prefix(close + 1);
    if (name.starts_with('!')) {
      result.append("${" + name.substr(1) + "}");
    } else if (const json& value = member(variables, name); !value.is_null()) {
      result.append(text(scope, value));
    } else if (name.find('.') == std::string::npos) {
      result.append(reference(scope, name));
    } else {
      result.append(call(scope, "Fn::GetAtt", name));
    }
  }
  result.append(rest);
  return result;
}

std::optional<Text> Deployment::selected(const Scope& scope, const json& argument) const {
  if (!argument.is_array() || argument.size() != 2) return std::nullopt;
  const Text index = text(scope, argument[0]);
  const auto elements = list(scope, argument[1]);
  if (!elements || !index.is_literal()) return std::nullopt;
  const std::string digits = index.print();
  std::size_t position = 0;
  const auto end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, position).ptr != end) return std::nullopt;
  return position < elements->size() ? std::optional((*elements)[position]) : std::nullopt;
}

/// The elements; none when there may be others.
std::optional<std::vector<Text>> Deployment::list(const Scope& scope, const json& value) const {
  if (value.is_array()) return texts(scope, value);
  const json& split = member(value, "Fn::Split");
  if (!split.is_array() || split.size() != 2 || !split[0].is_string()) return std::nullopt;
  const auto separator = split[0].get<std::string>();
  const Text whole = text(scope, split[1]);
  // A symbol may have the separator in it.
  const bool is_certain = std::ranges::all_of(whole.tokens(), [&](const Token& token) {
    if (token.kind != Token::Kind::symbol) return true;
    const bool is_path = separator == "/" || separator == ":";
    return token.symbol->kind == Symbol::Kind::name && is_path;
  });
  if (separator.size() != 1 || !is_certain) return std::nullopt;
  return whole.split(separator.front());
}

Text Deployment::unknown(const Scope& scope, const json& value) const {
  const std::string label = print(value);
  return Text(Symbol{
      .id = fmt::format("{} {}", scope.path, label), .label = label, .kind = Symbol::Kind::given
  });
}

std::optional<Located> Deployment::find(const cdk::Resource& resource) const {
  const auto scope = std::ranges::find(scopes_, resource.stack().path(), &Scope::path);
  if (scope == scopes_.end()) return std::nullopt;
  const Located located{&*scope, cdk::logical_id(resource)};
  return scope->resources().contains(located.id) ? std::optional(located) : std::nullopt;
}

std::vector<Located> Deployment::find(std::string_view id) const {
  std::vector<Located> found;
  for (const Located& resource : resources_) {
    if (resource.id == id) found.push_back(resource);
  }
  if (!found.empty() && found.front().scope == main_) found.resize(1);
  return found;
}

}  // namespace amplify::assertions
