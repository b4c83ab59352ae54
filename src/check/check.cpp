// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include "cdk/findings.hpp"
#include "check/rules/rules.hpp"

#include <amplify/error.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace amplify::check {
namespace {

std::vector<const Rule*> all_rules() {
  std::vector<const Rule*> all;
  for (const auto rules :
       {api_rules(), function_rules(), http_rules(), policy_rules(), protection_rules(),
        sign_in_rules(), storage_rules()}) {
    for (const Rule& rule : rules)
      all.push_back(&rule);
  }
  return all;
}

void sort(std::vector<cdk::Finding>& findings) {
  std::ranges::sort(findings, {}, [](const cdk::Finding& each) {
    return std::tie(each.severity, each.id, each.where, each.property, each.message);
  });
}

/// Errors of synthesis as findings.
std::vector<cdk::Finding> faults(const UserError& error) {
  std::vector<cdk::Finding> all;
  for (const Diagnostic& each : error.diagnostics()) {
    all.push_back({
        .severity = Severity::error,
        .id = each.code,
        .where = each.where,
        .message = each.message,
        .help = each.help,
        .source = each.source,
    });
  }
  return all;
}

/// Whether an acknowledgement of this kind that nothing needs is worth a word.
bool is_looked_for(
    std::string_view id, DeploymentType deployment, const std::vector<cdk::Finding>& of_synthesis
) {
  if (!cdk::is_of_check(id)) return false;
  if (const Kind* const kind = find_kind(id))
    return kind->about == About::all || deployment != DeploymentType::sandbox;
  // Perhaps it is a finding of the user's own.
  return std::ranges::find(of_synthesis, id, &cdk::Finding::id) == of_synthesis.end();
}

}  // namespace

cdk::Finding& Report::add(const cdk::detail::ConstructNode& node, std::string message) {
  return findings_
      .emplace_back(cdk::detail::PlannedFinding{
          .node = &node,
          .finding =
              {
                  .severity = rule_.severity,
                  .id = std::string(rule_.id),
                  .where = node.path(),
                  .message = std::move(message),
                  .help = std::string(rule_.help),
                  .source = node.source(),
              }
      })
      .finding;
}

void Report::add(const Resource& resource, std::string message, std::string property) {
  cdk::Finding& finding = add(*resource.node, std::move(message));
  finding.templateFile = resource.in->file;
  finding.logicalId = resource.id;
  finding.property = std::move(property);
}

void Report::add(const cdk::Construct& construct, std::string message) {
  add(cdk::detail::ConstructNode::of(construct), std::move(message));
}

Result check(const Backend& backend, const BackendIdentifier& identifier) try {
  const auto assembly = backend.synth(identifier);
  const auto& state = backend.state();
  const Synthesized made(state.root, assembly);
  const Subject subject{
      .backend = state,
      .made = made,
      .statements = statements(made),
      .deployment = identifier.type,
  };
  std::vector<cdk::detail::PlannedFinding> found;
  for (const Rule* const rule : all_rules()) {
    Report report(*rule, found);
    if (rule->applies_to(identifier.type)) rule->look(subject, report);
  }
  Result result{.limits = measure(subject, found)};
  const auto& tree = *cdk::detail::ConstructNode::of(state.root).tree;
  result.findings = cdk::acknowledged(tree, std::move(found), [&](std::string_view id) {
    return is_looked_for(id, identifier.type, assembly.findings);
  });
  result.findings.insert(result.findings.end(), assembly.findings.begin(), assembly.findings.end());
  sort(result.findings);
  return result;
} catch (const UserError& error) {
  Result result{.findings = faults(error)};
  sort(result.findings);
  return result;
}

const std::vector<Kind>& kinds() {
  static const auto all = [] {
    std::vector<Kind> list;
    for (const Rule* const rule : all_rules())
      list.push_back({rule->id, rule->severity, rule->about, rule->title, rule->help, rule->source}
      );
    for (const Limit& limit : limits())
      list.push_back(
          {limit.id, Severity::warning, About::all, limit.counted, limit.help, limit.source, &limit}
      );
    std::ranges::sort(list, {}, &Kind::id);
    return list;
  }();
  return all;
}

const Kind* find_kind(std::string_view id) {
  const auto found = std::ranges::find(kinds(), id, &Kind::id);
  return found == kinds().end() ? nullptr : &*found;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "info";
}

}  // namespace amplify::check
