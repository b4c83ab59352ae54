// SPDX-License-Identifier: Apache-2.0
#include "cdk/findings.hpp"

#include "cdk/spec/check.hpp"

#include <amplify/cdk/validations.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace amplify::cdk {

using detail::Acknowledgement;
using detail::ConstructNode;

namespace {

void add(
    const Construct& scope, Severity severity, std::string_view id, std::string_view message,
    std::source_location where
) {
  auto& node = ConstructNode::of(scope);
  node.tree->findings.push_back(
      {.node = &node,
       .finding =
           {.severity = severity,
            .id = std::string(id),
            .where = node.path(),
            .message = std::string(message),
            .source = where}}
  );
}

bool is_in(const ConstructNode* node, const ConstructNode& scope) {
  while (node != nullptr && node != &scope)
    node = node->scope;
  return node != nullptr;
}

/// The nearest to the construct.
const Acknowledgement* acknowledgement_of(const PlannedFinding& planned) {
  const Acknowledgement* nearest = nullptr;
  for (const auto& each : planned.node->tree->acknowledgements) {
    if (each.id != planned.finding.id || !is_in(planned.node, *each.node)) continue;
    if (nearest == nullptr || is_in(each.node, *nearest->node)) nearest = &each;
  }
  return nearest;
}

Finding unused(const Acknowledgement& acknowledgement) {
  return {
      .severity = Severity::warning,
      .id = "UnusedAcknowledgementWarning",
      .where = acknowledgement.node->path(),
      .message = fmt::format("there is no `{}` to acknowledge", acknowledgement.id),
      .help = "take the acknowledgement out",
      .source = acknowledgement.where,
  };
}

Diagnostic diagnostic_of(Finding finding) {
  if (!finding.property.empty()) {
    finding.message = fmt::format("`{}`: {}", finding.property, finding.message);
  }
  return {
      .code = std::move(finding.id),
      .where = std::move(finding.where),
      .message = std::move(finding.message),
      .help = std::move(finding.help),
      .source = finding.source,
  };
}

/// Whether a fault is known of the construct or one that it is a part of: what is wrong with its
/// properties is most likely of that fault's making.
class Faulty {
 public:
  explicit Faulty(const Plan& plan) {
    for (const auto& error : plan.errors)
      places_.insert(error.where);
    for (const auto& error : plan.tree.errors)
      places_.insert(error.where);
  }

  bool contains(const ConstructNode& node) const {
    if (places_.empty()) return false;
    for (const auto* part = &node; part != nullptr && part->as<detail::StackData>() == nullptr;
         part = part->scope) {
      if (places_.contains(part->path())) return true;
    }
    return false;
  }

 private:
  std::unordered_set<std::string> places_{};
};

std::string_view type_of(const detail::Data& entry) {
  const auto found = std::ranges::find(entry.object(), "Type", &detail::Member::key);
  return found != entry.object().end() && found->value->kind == detail::Kind::string
             ? found->value->string()
             : std::string_view();
}

const detail::Data* properties_of(const detail::Data& entry) {
  const auto found = std::ranges::find(entry.object(), "Properties", &detail::Member::key);
  return found != entry.object().end() ? found->value : nullptr;
}

}  // namespace

void Validations::acknowledge(
    std::string_view id, std::string_view reason, std::source_location where
) const {
  auto& node = ConstructNode::of(scope_);
  if (reason.empty()) {
    node.record(
        "InvalidAcknowledgementError", fmt::format("the acknowledgement of `{}` has no reason", id),
        "say why the finding is all right"
    );
    return;
  }
  constexpr std::string_view prefix = "amplify-cpp::";  // with which the `cdk` CLI tells ids
  if (id.starts_with(prefix)) id.remove_prefix(prefix.size());
  node.tree->acknowledgements.push_back(
      {.node = &node, .id = std::string(id), .reason = std::string(reason), .where = where}
  );
}

void Validations::addError(
    std::string_view id, std::string_view message, std::source_location where
) const {
  add(scope_, Severity::error, id, message, where);
}

void Validations::addWarning(
    std::string_view id, std::string_view message, std::source_location where
) const {
  add(scope_, Severity::warning, id, message, where);
}

void Validations::addInfo(std::string_view id, std::string_view message, std::source_location where)
    const {
  add(scope_, Severity::info, id, message, where);
}

void check_resource(
    Plan& plan, const ResourcePlan& resource, const detail::Data& entry, const std::string& file
) {
  for (auto& fault : spec::check(type_of(entry), properties_of(entry))) {
    plan.findings.push_back(
        {.node = resource.node,
         .finding =
             {
                 .severity = fault.severity,
                 .id = std::string(fault.id),
                 .where = resource.node->path(),
                 .templateFile = file,
                 .logicalId = resource.id,
                 .property = std::move(fault.property),
                 .message = std::move(fault.message),
                 .help = std::move(fault.help),
                 .source = resource.node->source(),
             }}
    );
  }
}

void check_attribute(Plan& plan, const ConstructNode& user, const detail::Reference& reference) {
  const auto* const target = reference.target->as<detail::ResourceData>();
  if (target == nullptr || reference.attribute.empty()) return;
  if (spec::has_attribute(target->type, reference.attribute)) return;
  const auto near = spec::nearest_attribute(target->type, reference.attribute);
  plan.findings.push_back(
      {.node = &user,
       .finding =
           {
               .severity = Severity::warning,
               .id = "UnknownAttributeWarning",
               .where = user.path(),
               .message = fmt::format(
                   "it asks {} for `{}`, which {} doesn't have", reference.target->path(),
                   reference.attribute, target->type
               ),
               .help = near.empty() ? std::string() : fmt::format("did you mean `{}`?", near),
               .source = user.source(),
           }}
  );
}

bool is_of_check(std::string_view id) { return id.ends_with("Risk") || id.ends_with("Limit"); }

std::vector<Finding> acknowledged(
    const detail::Tree& tree, std::vector<PlannedFinding> findings,
    const std::function<bool(std::string_view id)>& looked_for
) {
  std::vector<Finding> result;
  std::unordered_set<const Acknowledgement*> used;
  for (auto& planned : findings) {
    if (const auto* const by = acknowledgement_of(planned)) {
      used.insert(by);
      planned.finding.acknowledged = by->reason;
      planned.finding.acknowledgedAt = by->node->path();
    }
    result.push_back(std::move(planned.finding));
  }
  for (const auto& acknowledgement : tree.acknowledgements) {
    if (!used.contains(&acknowledgement) && looked_for(acknowledgement.id))
      result.push_back(unused(acknowledgement));
  }
  std::ranges::sort(result, {}, [](const Finding& each) {
    return std::tie(each.where, each.id, each.property, each.message);
  });
  return result;
}

std::vector<Finding> take_findings(Plan& plan) {
  std::vector<PlannedFinding> all = std::move(plan.findings);
  all.insert(all.end(), plan.tree.findings.begin(), plan.tree.findings.end());
  const Faulty faulty(plan);
  // A property of what is faulty itself needs no fault of its own.
  std::erase_if(all, [&](const PlannedFinding& planned) {
    return planned.finding.severity == Severity::error && !planned.finding.logicalId.empty() &&
           acknowledgement_of(planned) == nullptr && faulty.contains(*planned.node);
  });
  auto findings =
      acknowledged(plan.tree, std::move(all), [](std::string_view id) { return !is_of_check(id); });
  std::erase_if(findings, [&](Finding& finding) {
    const bool stops = finding.severity == Severity::error && finding.acknowledged.empty();
    if (stops) plan.errors.push_back(diagnostic_of(std::move(finding)));
    return stops;
  });
  return findings;
}

}  // namespace amplify::cdk
