// SPDX-License-Identifier: Apache-2.0
#include "data/custom_operations.hpp"
#include "data/permissions.hpp"
#include "run/commands/api.hpp"
#include "run/commands/commands.hpp"
#include "run/parser.hpp"
#include "run/text_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

using Json = nlohmann::ordered_json;

/// A model, or the operations of the user's own, with who may do what.
struct Section {
  std::string title{};
  TextTable table{};
};

constexpr std::string_view yes = "✓";
constexpr std::string_view no = "–";

Section section(const ir::Model& model) {
  Section result{.title = model.name, .table = {.heading = {"who", "fields"}}};
  for (const ir::Operation operation : appsync::granted_operations)
    result.table.heading.emplace_back(appsync::name_of(operation));
  for (const appsync::Permission& each : appsync::permissions(model)) {
    std::vector<std::string> row{
        each.who,
        each.fields.empty() ? std::string("all") : fmt::format("{}", fmt::join(each.fields, ", "))
    };
    for (const ir::Operation operation : appsync::granted_operations) {
      const bool granted = std::ranges::find(each.operations, operation) != each.operations.end();
      row.emplace_back(granted ? yes : no);
    }
    result.table.rows.push_back(std::move(row));
  }
  return result;
}

std::string callers(const ir::CustomOperation& operation) {
  std::vector<std::string> names;
  for (const appsync::Role& role : appsync::roles(operation.rules))
    names.push_back(appsync::name_of(role));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<Section> sections(const ir::Definition& schema) {
  std::vector<Section> all;
  for (const ir::Model& model : schema.models)
    all.push_back(section(model));
  if (schema.operations.empty()) return all;
  Section own{.title = "Operations", .table = {.heading = {"operation", "who"}}};
  for (const ir::CustomOperation& operation : schema.operations) {
    own.table.rows.push_back(
        {fmt::format("{}.{}", appsync::root_type(operation.kind), operation.name),
         callers(operation)}
    );
  }
  all.push_back(std::move(own));
  return all;
}

Json to_json(const ir::Definition& schema) {
  Json models = Json::object();
  for (const ir::Model& model : schema.models) {
    Json list = Json::array();
    for (const appsync::Permission& each : appsync::permissions(model)) {
      Json entry{{"who", each.who}};
      if (!each.fields.empty()) entry["fields"] = each.fields;
      for (const ir::Operation operation : each.operations)
        entry["operations"].push_back(appsync::name_of(operation));
      list.push_back(std::move(entry));
    }
    models[model.name] = std::move(list);
  }
  Json operations = Json::object();
  for (const ir::CustomOperation& operation : schema.operations) {
    Json who = Json::array();
    for (const appsync::Role& role : appsync::roles(operation.rules))
      who.push_back(appsync::name_of(role));
    operations[fmt::format("{}.{}", appsync::root_type(operation.kind), operation.name)] =
        std::move(who);
  }
  return {{"models", std::move(models)}, {"operations", std::move(operations)}};
}

constexpr std::string_view page_head = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Who may do what</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
  table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
  th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top }
  th { background: #f3f3f3 }
  @media (prefers-color-scheme: dark) {
    body { color: #eee; background: #181818 }
    th { background: #262626 }
    th, td { border-color: #444 }
  }
</style>
<h1>Who may do what</h1>
)";

class Rules : public Command {
 public:
  std::string_view name() const override { return "rules"; }
  std::string_view summary() const override { return "Show who may do what with which fields"; }
  std::string_view examples() const override {
    return "rules\n"
           "rules --format markdown\n"
           "rules --format html > rules.html";
  }

  void describe(CLI::App& command) override {
    command.add_option("--format", format_, "table, markdown or html; default: table")
        ->check(CLI::IsMember({"table", "markdown", "html"}));
    command.add_flag("--json", json_, "Print JSON")->excludes("--format");
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const ir::Definition& schema = valid_schema(backend, "rules");
    terminal.write(json_ ? to_json(schema).dump(2) + "\n" : text(sections(schema), terminal));
    return 0;
  }

 private:
  std::string text(const std::vector<Section>& all, const Terminal& terminal) const {
    if (format_ == "html") {
      std::string page(page_head);
      for (const Section& each : all)
        page += fmt::format("<h2>{}</h2>\n{}", escaped(each.title), each.table.html());
      return page;
    }
    std::string result;
    for (const Section& each : all) {
      if (!result.empty()) result += "\n";
      result += format_ == "markdown"
                    ? fmt::format("## {}\n\n{}", each.title, each.table.markdown())
                    : terminal.styled(Terminal::Style::cyan, each.title) + "\n" +
                          each.table.text(terminal);
    }
    return result;
  }

  std::string format_ = "table";
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_rules() { return std::make_unique<Rules>(); }

}  // namespace amplify::detail
