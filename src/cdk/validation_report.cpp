// SPDX-License-Identifier: Apache-2.0
#include "cdk/validation_report.hpp"

#include "cdk/bootstrap.hpp"

#include <amplify/version.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

using detail::Data;
using detail::make_list;
using detail::make_object;
using detail::make_string;
using detail::Member;

namespace {

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

const Data* text_or_none(std::string_view text) {
  return text.empty() ? nullptr : make_string(text);
}

/// The resource's entry in the template; none for what is about no resource.
const Data* resource_of(const Finding& finding) {
  if (finding.logicalId.empty()) return nullptr;
  const auto* const property = text_or_none(finding.property);
  return make_object({
      {"templatePath", make_string(finding.templateFile)},
      {"logicalId", make_string(finding.logicalId)},
      {"propertyPaths", property == nullptr ? nullptr : make_list({property})},
  });
}

/// One frame, as JavaScript prints them. The column is no help, and compilers differ in it.
const Data* stack_traces(const Finding& finding) {
  if (finding.source.line() == 0) return nullptr;
  return make_list({make_string(fmt::format(
      "    at {} ({}:{}:1)", finding.where, finding.source.file_name(), finding.source.line()
  ))});
}

std::string description(const Finding& finding) {
  return finding.property.empty() ? finding.message
                                  : fmt::format("`{}`: {}", finding.property, finding.message);
}

const Data* violation(const Finding& finding) {
  const auto* const construct = make_object({
      {"constructPath", make_string(finding.where)},
      {"cloudFormationResource", resource_of(finding)},
      {"stackTraces", stack_traces(finding)},
  });
  std::vector<Member> members{
      {"ruleName", make_string(finding.id)},
      {"description", make_string(description(finding))},
      {"suggestedFix", text_or_none(finding.help)},
      {"severity", make_string(name_of(finding.severity))},
      {"violatingConstructs", make_list({construct})},
  };
  if (!finding.acknowledged.empty()) {
    members.push_back({"acknowledgedId", make_string(finding.id)});
    members.push_back({"reason", make_string(finding.acknowledged)});
    members.push_back({"acknowledgedAt", make_string(finding.acknowledgedAt)});
  }
  return make_object(members);
}

}  // namespace

const Data* validation_report(std::span<const Finding> findings) {
  std::vector<const Data*> violations;
  std::vector<const Data*> suppressed;
  for (const auto& finding : findings)
    (finding.acknowledged.empty() ? violations : suppressed).push_back(violation(finding));
  const auto* const report = make_object({
      {"pluginName", make_string("amplify-cpp")},
      {"pluginVersion", make_string(AMPLIFY_VERSION)},
      {"conclusion", make_string("success")},  // what fails makes no assembly
      {"violations", make_list(violations)},
      {"suppressedViolations", make_list(suppressed)},
  });
  return make_object({
      {"version", make_string(bootstrap::schema_version)},
      {"pluginReports", make_list({report})},
  });
}

}  // namespace amplify::cdk
