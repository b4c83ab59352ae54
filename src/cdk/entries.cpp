// SPDX-License-Identifier: Apache-2.0
#include "cdk/parameter.hpp"
#include "cdk/resolve.hpp"
#include "cdk/template_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace amplify::cdk {

using detail::Access;
using detail::ConstructNode;
using detail::Data;
using detail::Kind;
using detail::make_list;
using detail::make_object;
using detail::make_ordered_object;
using detail::make_string;

namespace {

/// What may name an export: letters, digits, `:` and `-`.
bool is_export_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ':' ||
           c == '-';
  });
}

class Entries {
 public:
  Entries(Plan& plan, StackPlan& stack) : plan_(plan), stack_(stack) {}

  void run() {
    for (const auto* node : stack_.parameters.nodes)
      stack_.parameters.entries[node->id] = parameter_entry(plan_, *node);
    for (const auto* node : stack_.mappings.nodes)
      stack_.mappings.entries[node->id] = mapping(*node);
    for (const auto* node : stack_.conditions.nodes)
      stack_.conditions.entries[node->id] = condition(*node);
    for (const auto* node : stack_.rules.nodes)
      stack_.rules.entries[node->id] = rule(*node);
    for (const auto* node : stack_.outputs.nodes)
      stack_.outputs.entries[node->id] = output(*node);
  }

 private:
  const Data* mapping(const ConstructNode& node) {
    const auto* const values = node.as<detail::MappingData>()->values;
    const auto is_inner = [](const detail::Member& member) {
      return member.value->kind == Kind::object && member.value->size > 0;
    };
    const bool is_deep = values != nullptr && values->kind == Kind::object && values->size > 0 &&
                         std::ranges::all_of(values->object(), is_inner);
    if (!is_deep) {
      plan_.report(
          node, "InvalidMappingError", "the values aren't two objects deep",
          "write Json::object({{\"key\", Json::object({{\"key\", value}})}})"
      );
      return make_object({});
    }
    for (const auto& [outer, inner] : values->object()) {
      for (const auto& [key, value] : inner->object())
        check_mapped(node, fmt::format("{}.{}", outer, key), *value);
    }
    return values;
  }

  void check_mapped(const ConstructNode& node, const std::string& place, const Data& value) {
    if (has_token(value)) {
      report_token(plan_, node, place);
    } else if (value.kind == Kind::object || value.kind == Kind::null) {
      plan_.report(
          node, "InvalidMappingError", fmt::format("`{}` is an object or null", place),
          "write a text, a number, or a list of them"
      );
    }
  }

  const Data* condition(const ConstructNode& node) {
    const auto* const expression = node.as<detail::ConditionData>()->expression;
    if (expression == nullptr) {
      plan_.report(
          node, "MissingConditionError", "the condition has no expression",
          "write fn::conditionEquals(parameter.ref(), \"yes\"), say"
      );
    }
    return decided(node, expression);
  }

  const Data* rule(const ConstructNode& node) {
    const auto& props = *node.as<RuleProps>();
    std::vector<const Data*> assertions;
    for (const auto& [assertion, description] : props.assertions) {
      assertions.push_back(make_ordered_object({
          {"Assert", decided(node, Access::data(assertion))},
          {"AssertDescription", detail::text_or_null(description)},
      }));
    }
    const bool is_complete = std::ranges::all_of(props.assertions, [](const RuleAssertion& each) {
      return each.assertion.isSet();
    });
    if (assertions.empty() || !is_complete) {
      plan_.report(
          node, "MissingAssertionError", "the rule has no assertion, or an empty one",
          "give it .assertions = {{.assertion = fn::conditionContains(…)}}"
      );
    }
    return make_ordered_object({
        {"RuleCondition", decided(node, Access::data(props.ruleCondition))},
        {"Assertions", make_list(assertions)},
    });
  }

  const Data* output(const ConstructNode& node) {
    const auto& props = *node.as<OutputProps>();
    const auto* const value = resolve(plan_, stack_, node, Access::data(props.value));
    if (value == nullptr) {
      plan_.report(node, "MissingOutputValueError", "the output has no value", "set .value");
    }
    const auto* const name = resolve(plan_, stack_, node, Access::data(props.exportName));
    if (name != nullptr && name->kind == Kind::string) claim_export(node, name->string());
    const auto* const condition =
        props.condition ? resolve(plan_, stack_, node, detail::condition_name(*props.condition))
                        : nullptr;
    return make_ordered_object({
        {"Description", detail::text_or_null(props.description)},
        {"Value", value},
        {"Export", name != nullptr ? make_object({{"Name", name}}) : nullptr},
        {"Condition", condition},
    });
  }

  void claim_export(const ConstructNode& node, std::string_view name) {
    if (!is_export_name(name)) {
      plan_.report(
          node, "InvalidExportError",
          fmt::format("`{}` is no name for an export: it takes letters, digits, `:` and `-`", name),
          "write another exportName"
      );
      return;
    }
    const auto [entry, is_new] = plan_.exports.emplace(name, node.path());
    if (is_new) return;
    plan_.report(
        node, "InvalidExportError",
        fmt::format("its export is `{}`, as that of {}", name, entry->second),
        "give one of them another exportName"
    );
  }

  const Data* decided(const ConstructNode& node, const Data* expression) {
    return resolve(plan_, stack_, node, expression, Scope::parameters);
  }

  Plan& plan_;
  StackPlan& stack_;
};

}  // namespace

void resolve_entries(Plan& plan, StackPlan& stack) { Entries(plan, stack).run(); }

}  // namespace amplify::cdk
