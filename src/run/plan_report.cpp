// SPDX-License-Identifier: Apache-2.0
#include "run/plan_report.hpp"

#include "run/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace amplify::detail {
namespace {

using plan::Effect;
using plan::IndexChange;
using plan::Stage;
using plan::Step;
using Json = nlohmann::ordered_json;
using Style = Terminal::Style;

Style style_of(Effect effect) {
  switch (effect) {
    case Effect::safe:
      return Style::green;
    case Effect::staged:
      return Style::cyan;
    case Effect::breaks:
    case Effect::replaces:
      return Style::yellow;
    case Effect::destroys:
      break;
  }
  return Style::red;
}

std::string table_text(const plan::TableName& table) {
  const auto model = plan::model_of(table.logicalId);
  return std::string(model.empty() ? diff::readable(table.logicalId) : model);
}

std::string_view verb(IndexChange::Kind kind) {
  return kind == IndexChange::Kind::adds ? "add" : "remove";
}

}  // namespace

std::string stage_text(const Stage& stage) {
  std::string text = stage.rest ? "everything else" : "";
  const auto add = [&](std::string part) { text += (text.empty() ? "" : "; ") + std::move(part); };
  for (const auto& table : stage.without)
    add(fmt::format("{}: remove the old table", table_text(table)));
  for (const auto& [table, change] : stage.indexes)
    add(fmt::format("{}: {} index {}", table_text(table), verb(change.kind), change.index));
  return text.empty() ? "the new tables" : text;
}

std::string plan_text(const plan::Plan& plan, const Terminal& terminal) {
  if (plan.empty()) return "nothing changes\n";
  std::size_t width = 0;
  for (const Step& step : plan.steps)
    width = std::max(width, display_width(step.subject));
  std::string text;
  for (const Step& step : plan.steps) {
    text += fmt::format(
        "{}  {:{}}  {}\n",
        terminal.styled(style_of(step.effect), fmt::format("{:8}", name_of(step.effect))),
        step.subject, width, step.what
    );
  }
  if (plan.otherResources > 0) {
    text += terminal.styled(
                Style::dim,
                fmt::format(
                    "{}{} resource{} come, go or change in place", plan.steps.empty() ? "" : "and ",
                    plan.otherResources, plan.otherResources == 1 ? "" : "s"
                )
            ) +
            "\n";
  }
  if (plan.stages.size() < 2) return text;
  text += fmt::format("\n{}\n", terminal.styled(Style::bold, "Stages"));
  for (std::size_t i = 0; i < plan.stages.size(); ++i)
    text += fmt::format("  {}  {}\n", i + 1, stage_text(plan.stages[i]));
  return text;
}

nlohmann::ordered_json plan_json(const plan::Plan& plan) {
  Json steps = Json::array();
  for (const Step& step : plan.steps) {
    steps.push_back(
        {{"effect", name_of(step.effect)}, {"subject", step.subject}, {"what", step.what}}
    );
  }
  Json stages = Json::array();
  for (const Stage& stage : plan.stages) {
    Json indexes = Json::array();
    for (const auto& [table, change] : stage.indexes) {
      indexes.push_back(
          {{"table", table_text(table)}, {"change", verb(change.kind)}, {"index", change.index}}
      );
    }
    Json without = Json::array();
    for (const auto& table : stage.without)
      without.push_back(table_text(table));
    stages.push_back(
        {{"indexes", std::move(indexes)}, {"without", std::move(without)}, {"rest", stage.rest}}
    );
  }
  return {
      {"steps", std::move(steps)},
      {"otherResources", plan.otherResources},
      {"stages", std::move(stages)},
  };
}

}  // namespace amplify::detail
