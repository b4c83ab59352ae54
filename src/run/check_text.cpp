// SPDX-License-Identifier: Apache-2.0
#include "run/check_text.hpp"

#include "run/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace amplify::detail {
namespace {

using check::Kind;
using Style = Terminal::Style;

/// Of one kind, more places are not told but counted.
constexpr std::size_t most_places = 10;
constexpr std::size_t nearest_limits = 5;

Style style_of(cdk::Severity severity) {
  switch (severity) {
    case cdk::Severity::error:
      return Style::red;
    case cdk::Severity::warning:
      return Style::yellow;
    case cdk::Severity::info:
      break;
  }
  return Style::cyan;
}

std::string title(std::string_view id) {
  const Kind* const kind = check::find_kind(id);
  if (kind == nullptr) return {};
  return kind->limit == nullptr
             ? fmt::format(" {}", kind->title)
             : fmt::format(" AWS allows {} {}", kind->limit->most, kind->limit->counted);
}

std::string place(const cdk::Finding& finding) {
  const auto property =
      finding.property.empty() ? std::string() : fmt::format("`{}`: ", finding.property);
  std::string text = fmt::format("  {}: {}{}\n", finding.where, property, finding.message);
  if (finding.source.line() != 0)
    text += fmt::format("    at {}:{}\n", finding.source.file_name(), finding.source.line());
  return text;
}

/// Findings of one kind: its title, each place, and what to do.
std::string block(const std::vector<const cdk::Finding*>& findings, const Terminal& terminal) {
  const cdk::Finding& first = *findings.front();
  std::string text =
      terminal.styled(
          style_of(first.severity), fmt::format("{}[{}]", check::name_of(first.severity), first.id)
      ) +
      title(first.id) + "\n";
  std::size_t told = 0;
  for (const cdk::Finding* const finding : findings) {
    if (told++ < most_places) text += place(*finding);
  }
  if (told > most_places) text += fmt::format("  and {} more\n", told - most_places);
  if (!first.help.empty()) text += fmt::format("  help: {}\n", first.help);
  return text + "\n";
}

/// The findings are sorted, so those of one kind are neighbours.
std::string blocks(const check::Result& result, const Terminal& terminal) {
  std::string text;
  std::vector<const cdk::Finding*> group;
  const auto flush = [&] {
    if (!group.empty()) text += block(group, terminal);
    group.clear();
  };
  for (const cdk::Finding& finding : result.findings) {
    if (!finding.acknowledged.empty()) continue;
    const bool same = !group.empty() && group.front()->id == finding.id &&
                      group.front()->help == finding.help &&
                      group.front()->severity == finding.severity;
    if (!same) flush();
    group.push_back(&finding);
  }
  flush();
  return text;
}

std::string acknowledgements(const check::Result& result, const Terminal& terminal) {
  std::string text;
  for (const cdk::Finding& finding : result.findings) {
    if (finding.acknowledged.empty()) continue;
    text +=
        terminal.styled(
            Style::dim,
            fmt::format("acknowledged[{}] {}: {}", finding.id, finding.where, finding.acknowledged)
        ) +
        "\n";
  }
  return text.empty() ? text : text + "\n";
}

std::string limits(const check::Result& result, const Terminal& terminal, bool all) {
  TextTable table{.heading = {"limit", "used", "of", "", "where"}};
  for (const check::Nearness& each : result.limits) {
    if (!all && (each.used == 0 || table.rows.size() >= nearest_limits)) break;
    table.rows.push_back(
        {std::string(each.limit->counted), fmt::format("{}", each.used),
         fmt::format("{}", each.limit->most), fmt::format("{:.0f} %", 100 * each.share()),
         each.where}
    );
  }
  return table.rows.empty() ? std::string() : table.text(terminal) + "\n";
}

std::string counted(std::size_t number, std::string_view word) {
  return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s");
}

std::string totals(const check::Result& result) {
  std::size_t counts[3] = {};
  std::size_t acknowledged = 0;
  for (const cdk::Finding& finding : result.findings) {
    if (finding.acknowledged.empty())
      ++counts[static_cast<std::size_t>(finding.severity)];
    else
      ++acknowledged;
  }
  return fmt::format(
      "{}, {}, {}, {} acknowledged\n", counted(counts[0], "error"), counted(counts[1], "warning"),
      counted(counts[2], "note"), acknowledged
  );
}

std::string_view scope(const Kind& kind) {
  return kind.about == check::About::all ? "everywhere" : "not in sandboxes";
}

std::string description(const Kind& kind) {
  return kind.limit == nullptr ? std::string(kind.title)
                               : fmt::format("{} {}", kind.limit->most, kind.limit->counted);
}

}  // namespace

std::string check_text(const check::Result& result, const Terminal& terminal, bool all_limits) {
  return blocks(result, terminal) + acknowledgements(result, terminal) +
         limits(result, terminal, all_limits) + totals(result);
}

std::string check_list(const Terminal& terminal) {
  TextTable table{.heading = {"id", "severity", "applies", "what"}};
  for (const Kind& kind : check::kinds()) {
    table.rows.push_back(
        {std::string(kind.id), std::string(check::name_of(kind.severity)), std::string(scope(kind)),
         description(kind)}
    );
  }
  return table.text(terminal);
}

std::string check_explanation(const Kind& kind, const Terminal& terminal) {
  return fmt::format(
      "{}\n"
      "  {}\n"
      "  severity: {}, {}\n"
      "  help: {}\n"
      "  source: {}\n"
      "  acknowledge: cdk::Validations::of(backend.stack()).acknowledge(\"{}\", \"why\");\n",
      terminal.styled(Style::bold, kind.id), description(kind), check::name_of(kind.severity),
      scope(kind), kind.help, kind.source, kind.id
  );
}

}  // namespace amplify::detail
