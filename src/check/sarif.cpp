// SPDX-License-Identifier: Apache-2.0
#include "check/json_report.hpp"

#include <amplify/version.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::check {
namespace {

using Ordered = nlohmann::ordered_json;

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "note";
}

/// `data/resource.hpp`, or `file:///…/resource.hpp` for an absolute path.
std::string uri(std::string_view path) {
  std::string text = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || std::string_view("/-._~").find(c) != std::string_view::npos)
      text += c;
    else
      text += fmt::format("%{:02X}", byte);
  }
  return text;
}

Ordered message(std::string text) { return {{"text", std::move(text)}}; }

/// With a full stop, as the format wants sentences.
std::string sentence(std::string_view text) { return fmt::format("{}.", text); }

Ordered rule(const Kind& kind) {
  const std::string title =
      kind.limit == nullptr
          ? sentence(kind.title)
          : fmt::format("AWS allows {} {}.", kind.limit->most, kind.limit->counted);
  return {
      {"id", kind.id},
      {"shortDescription", message(title)},
      {"help", message(sentence(kind.help))},
      {"helpUri", kind.source},
      {"defaultConfiguration", {{"level", level(kind.severity)}}},
  };
}

Ordered location(const cdk::Finding& finding) {
  Ordered json{
      {"logicalLocations", {{{"fullyQualifiedName", finding.where}, {"kind", "resource"}}}},
  };
  if (finding.source.line() != 0) {
    json["physicalLocation"] = {
        {"artifactLocation", {{"uri", uri(finding.source.file_name())}}},
        {"region", {{"startLine", finding.source.line()}}},
    };
  }
  return json;
}

/// What stays the same when lines move, by which hosts know a finding again.
std::string fingerprint(const cdk::Finding& finding) {
  return fmt::format("{}:{}:{}", finding.id, finding.where, finding.property);
}

Ordered result(const cdk::Finding& finding) {
  const auto text = finding.property.empty()
                        ? finding.message
                        : fmt::format("`{}`: {}", finding.property, finding.message);
  Ordered json{
      {"ruleId", finding.id},
      {"level", level(finding.severity)},
      {"message", message(fmt::format(
                      "{}: {}{}", finding.where, text,
                      finding.help.empty() ? std::string() : "\n" + finding.help
                  ))},
      {"locations", Ordered::array({location(finding)})},
      {"partialFingerprints", {{"amplifyFinding/v1", fingerprint(finding)}}},
  };
  const auto found = std::ranges::find(kinds(), finding.id, &Kind::id);
  if (found != kinds().end()) json["ruleIndex"] = found - kinds().begin();
  if (!finding.acknowledged.empty()) {
    json["suppressions"] =
        Ordered::array({Ordered{{"kind", "inSource"}, {"justification", finding.acknowledged}}});
  }
  return json;
}

}  // namespace

std::string sarif_report(const Result& of) {
  Ordered rules = Ordered::array();
  for (const Kind& kind : kinds())
    rules.push_back(rule(kind));
  Ordered results = Ordered::array();
  for (const cdk::Finding& finding : of.findings)
    results.push_back(result(finding));
  const Ordered driver{
      {"name", "amplify-cpp"},
      {"semanticVersion", AMPLIFY_VERSION},
      {"rules", std::move(rules)},
  };
  const Ordered run{
      {"tool", {{"driver", driver}}},
      {"columnKind", "utf16CodeUnits"},
      {"results", std::move(results)},
  };
  return Ordered{
             {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
             {"version", "2.1.0"},
             {"runs", Ordered::array({run})},
         }
             .dump(2) +
         "\n";
}

}  // namespace amplify::check
