// SPDX-License-Identifier: Apache-2.0
#include "check/json_report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace amplify::check {
namespace {

using Ordered = nlohmann::ordered_json;

Ordered to_json(const cdk::Finding& finding) {
  Ordered json{
      {"severity", name_of(finding.severity)},
      {"id", finding.id},
      {"where", finding.where},
      {"message", finding.message},
  };
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
  };
  add("help", finding.help);
  add("template", finding.templateFile);
  add("logicalId", finding.logicalId);
  add("property", finding.property);
  if (finding.source.line() != 0) {
    json["source"] = {
        {"file", finding.source.file_name()},
        {"line", finding.source.line()},
    };
  }
  add("acknowledged", finding.acknowledged);
  add("acknowledgedAt", finding.acknowledgedAt);
  return json;
}

Ordered to_json(const Nearness& nearness) {
  return {
      {"id", nearness.limit->id}, {"counted", nearness.limit->counted},
      {"used", nearness.used},    {"most", nearness.limit->most},
      {"where", nearness.where},  {"source", nearness.limit->source},
  };
}

std::size_t count(const Result& result, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count_if(result.findings, [&](const auto& each) {
    return each.severity == severity && each.acknowledged.empty();
  }));
}

}  // namespace

std::string json_report(const Result& result) {
  Ordered findings = Ordered::array();
  for (const cdk::Finding& finding : result.findings)
    findings.push_back(to_json(finding));
  Ordered limits = Ordered::array();
  for (const Nearness& nearness : result.limits)
    limits.push_back(to_json(nearness));
  const auto acknowledged = std::ranges::count_if(result.findings, [](const auto& each) {
    return !each.acknowledged.empty();
  });
  const Ordered summary{
      {"error", count(result, Severity::error)},
      {"warning", count(result, Severity::warning)},
      {"info", count(result, Severity::info)},
      {"acknowledged", acknowledged},
  };
  return Ordered{
             {"summary", summary},
             {"findings", std::move(findings)},
             {"limits", std::move(limits)},
         }
             .dump(2) +
         "\n";
}

std::string json_list() {
  Ordered all = Ordered::array();
  for (const Kind& kind : kinds()) {
    Ordered json{
        {"id", kind.id},
        {"severity", name_of(kind.severity)},
        {"sandboxes", kind.about == About::all},
        {"title", kind.title},
        {"help", kind.help},
        {"source", kind.source},
    };
    if (kind.limit != nullptr) json["most"] = kind.limit->most;
    all.push_back(std::move(json));
  }
  return all.dump(2) + "\n";
}

}  // namespace amplify::check
