// SPDX-License-Identifier: Apache-2.0
#include "cdk/template.hpp"

#include "cdk/bootstrap.hpp"
#include "cdk/dependencies.hpp"
#include "cdk/digest.hpp"
#include "cdk/findings.hpp"
#include "cdk/logical_id.hpp"
#include "cdk/print.hpp"
#include "cdk/removal.hpp"
#include "cdk/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace amplify::cdk {

using detail::Data;
using detail::make_list;
using detail::make_object;
using detail::make_ordered_object;
using detail::make_string;
using detail::Member;

namespace {

constexpr std::size_t maximal_resources = 500;
constexpr std::size_t maximal_parameters = 200;
constexpr std::size_t maximal_outputs = 200;
constexpr std::size_t maximal_mappings = 200;
constexpr std::size_t maximal_bytes = 1'000'000;

/// What a construct's removal policy says, or else the resource itself.
const Data* policy_or(std::string_view removal_policy, DeletionPolicy own) {
  if (!removal_policy.empty()) return make_string(removal_policy);
  switch (own) {
    case DeletionPolicy::delete_:
      return make_string("Delete");
    case DeletionPolicy::retain:
      return make_string("Retain");
    case DeletionPolicy::retainExceptOnCreate:
      return make_string("RetainExceptOnCreate");
    case DeletionPolicy::snapshot:
      return make_string("Snapshot");
    case DeletionPolicy::unset:
      break;
  }
  return nullptr;
}

const Data* null_if_empty(const Data* data) { return data->size == 0 ? nullptr : data; }

const Data* call(std::string_view function, const Data* argument) {
  return make_object({{function, argument}});
}

const Data* bootstrap_parameter() {
  return make_ordered_object({
      {"Type", make_string("AWS::SSM::Parameter::Value<String>")},
      {"Default", make_string(bootstrap::version_parameter)},
      {"Description",
       make_string(
           "Version of the CDK Bootstrap resources in this environment, automatically retrieved "
           "from SSM Parameter Store. [cdk:skip]"
       )},
  });
}

const Data* bootstrap_rule() {
  std::vector<const Data*> too_old;
  for (int version = 1; version < bootstrap::required_version; ++version) {
    too_old.push_back(make_string(std::to_string(version)));
  }
  const auto* const is_old = call(
      "Fn::Contains", make_list({make_list(too_old), call("Ref", make_string("BootstrapVersion"))})
  );
  const auto* const assertion = make_ordered_object({
      {"Assert", call("Fn::Not", make_list({is_old}))},
      {"AssertDescription",
       make_string(fmt::format(
           "CDK bootstrap stack version {} required. Please run 'cdk bootstrap' with a recent "
           "version of the CDK CLI.",
           bootstrap::required_version
       ))},
  });
  return make_object({{"Assertions", make_list({assertion})}});
}

const Data* template_url(const Template& nested) {
  const auto* const parts = make_list({
      make_string("https://s3."),
      call("Ref", make_string("AWS::Region")),
      make_string("."),
      call("Ref", make_string("AWS::URLSuffix")),
      make_string("/"),
      call("Fn::Sub", make_string(bootstrap::bucket)),
      make_string("/" + nested.hash + ".json"),
  });
  return call("Fn::Join", make_list({make_string(""), parts}));
}

void add_entries(std::vector<Member>& members, const Section& section) {
  for (const auto& [name, entry] : section.entries)
    members.push_back({name, entry});
}

const Data* section(const Section& section) {
  std::vector<Member> members;
  add_entries(members, section);
  return null_if_empty(make_object(members));
}

const Data* rules(const StackPlan& stack) {
  std::vector<Member> members;
  if (stack.parent == nullptr) members.push_back({"CheckBootstrapVersion", bootstrap_rule()});
  add_entries(members, stack.rules);
  return null_if_empty(make_object(members));
}

/// Extensions of the language come first, since other macros don't know them.
const Data* transforms(const StackPlan& stack) {
  constexpr std::string_view extensions = "AWS::LanguageExtensions";
  const auto& own = stack.data().transforms;
  std::vector<const Data*> names;
  if (stack.needs_extensions && std::ranges::find(own, extensions) == own.end()) {
    names.push_back(make_string(extensions));
  }
  for (const auto& name : own)
    names.push_back(make_string(name));
  if (names.empty()) return nullptr;
  return names.size() == 1 ? names.front() : make_list(names);
}

std::string file_of(const StackPlan& stack) {
  if (stack.parent == nullptr) return stack_name_of(*stack.node) + ".template.json";
  return unique_id(stack.node->path_below(nullptr)) + ".nested.template.json";
}

}  // namespace

void TemplatePrinter::print(StackPlan& stack) {
  for (auto* nested : stack.nested)
    print(*nested);
  auto body = cdk::print(*whole(stack), options_.indent);
  check_limit(stack, stack.resources.size(), maximal_resources, "resources");
  check_limit(stack, stack.mappings.nodes.size(), maximal_mappings, "mappings");
  check_limit(stack, body.size(), maximal_bytes, "bytes");
  check_text(stack, body);
  auto hash = sha256_hex(body);
  templates_.emplace(
      &stack, Template{.file = file_of(stack), .body = std::move(body), .hash = std::move(hash)}
  );
}

const Data* TemplatePrinter::whole(StackPlan& stack) {
  return make_ordered_object({
      {"Description", detail::text_or_null(stack.data().description)},
      {"Metadata", stack.metadata},
      {"Parameters", parameters(stack)},
      {"Rules", rules(stack)},
      {"Mappings", section(stack.mappings)},
      {"Conditions", section(stack.conditions)},
      {"Transform", transforms(stack)},
      {"Resources", resources(stack)},
      {"Outputs", outputs(stack)},
  });
}

const Data* TemplatePrinter::parameters(StackPlan& stack) {
  std::vector<Member> members;
  if (stack.parent == nullptr) members.push_back({"BootstrapVersion", bootstrap_parameter()});
  for (const auto& [name, value] : stack.passed_in) {
    members.push_back({name, make_object({{"Type", make_string("String")}})});
  }
  add_entries(members, stack.parameters);
  check_limit(stack, members.size(), maximal_parameters, "parameters");
  return null_if_empty(make_object(members));
}

const Data* TemplatePrinter::resources(StackPlan& stack) {
  std::vector<Member> members;
  members.reserve(stack.resources_by_id.size());
  for (const auto& [id, plan] : stack.resources_by_id) {
    plan->entry = resource(*plan);
    members.push_back({id, plan->entry});
  }
  return make_ordered_object(members);
}

const Data* TemplatePrinter::resource(ResourcePlan& plan) {
  std::vector<const Data*> dependencies;
  for (const auto& id : depends_on(plan))
    dependencies.push_back(make_string(id));
  const auto policy = deletion_policy(plan_, plan);
  const auto& options = plan.data().options;
  const auto* entry = make_ordered_object({
      {"Type", make_string(plan.data().type)},
      {"Condition", plan.condition},
      {"Properties", properties(plan)},
      {"DependsOn", dependencies.empty() ? nullptr : make_list(dependencies)},
      {"Metadata", resource_metadata(plan)},
      {"CreationPolicy", plan.creation_policy},
      {"UpdatePolicy", plan.update_policy},
      {"UpdateReplacePolicy", policy_or(policy, options.updateReplacePolicy)},
      {"DeletionPolicy", policy_or(policy, options.deletionPolicy)},
  });
  for (const auto& change : plan.late_overrides) {
    std::optional<detail::OverrideFault> fault;
    entry = detail::apply(entry, change, 0, fault);
    if (fault) plan_.errors.push_back(invalid_override(*plan.node, change, *fault));
  }
  check_resource(plan_, plan, *entry, file_of(*plan.stack));
  return entry;
}

const Data* TemplatePrinter::properties(const ResourcePlan& plan) {
  const bool is_nested_stack = plan.data().nested_stack != nullptr;
  const auto* const result =
      tags_.add_to(is_nested_stack ? nested_properties(plan) : plan.properties, plan);
  return result == nullptr ? nullptr : null_if_empty(result);
}

const Data* TemplatePrinter::nested_properties(const ResourcePlan& plan) {
  auto& nested = *plan_.stack_of(*plan.data().nested_stack);
  std::vector<Member> parameters;
  const auto* const own =
      plan.properties != nullptr ? plan.properties->find("Parameters") : nullptr;
  if (own != nullptr && own->kind == detail::Kind::object) {
    parameters.assign(own->object().begin(), own->object().end());
  }
  for (const auto& [name, value] : nested.passed_in)
    parameters.push_back({name, value});
  const auto* result = plan.properties;
  if (!parameters.empty()) {
    result = detail::with_member(result, "Parameters", make_object(parameters));
  }
  return detail::with_member(result, "TemplateURL", template_url(of(nested)));
}

const Data* TemplatePrinter::resource_metadata(const ResourcePlan& plan) {
  const auto* result = plan.metadata;
  if (options_.path_metadata) {
    result = detail::with_member(result, "aws:cdk:path", make_string(plan.node->path()));
  }
  if (plan.data().nested_stack == nullptr) return result;
  // `cdk diff` finds the nested template by these.
  const auto& nested = of(*plan_.stack_of(*plan.data().nested_stack));
  result = detail::with_member(result, "aws:asset:path", make_string(nested.file));
  return detail::with_member(result, "aws:asset:property", make_string("TemplateURL"));
}

const Data* TemplatePrinter::outputs(StackPlan& stack) {
  std::vector<Member> members;
  for (const auto& [name, value] : stack.passed_out) {
    members.push_back({name, make_object({{"Value", value}})});
  }
  add_entries(members, stack.outputs);
  check_limit(stack, members.size(), maximal_outputs, "outputs");
  return null_if_empty(make_object(members));
}

void TemplatePrinter::check_text(const StackPlan& stack, const std::string& body) {
  const auto good = utf8_prefix(body);
  if (good == body.size()) return;
  constexpr std::size_t shown = 60;
  const auto start = good > shown ? good - shown : 0;
  plan_.report(
      *stack.node, "InvalidTextError",
      fmt::format(
          "its template has a text that isn't UTF-8, after `{}`",
          std::string_view(body).substr(start, good - start)
      ),
      "write texts in UTF-8; for bytes, use a FileAsset"
  );
}

void TemplatePrinter::check_limit(
    const StackPlan& stack, std::size_t count, std::size_t limit, std::string_view what
) {
  if (count <= limit) return;
  plan_.report(
      *stack.node, "StackLimitError",
      fmt::format("its template has {} {}, and CloudFormation takes {}", count, what, limit),
      "move a part of it into a nested stack"
  );
}

}  // namespace amplify::cdk
