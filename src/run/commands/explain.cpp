// SPDX-License-Identifier: Apache-2.0
#include "data/permissions.hpp"
#include "run/commands/api.hpp"
#include "run/commands/commands.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace amplify::detail {
namespace {

using appsync::Consideration;
using appsync::Explanation;
using Verdict = Explanation::Verdict;
using Style = Terminal::Style;

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::allowed:
      return "allowed";
    case Verdict::conditional:
      return "conditional";
    case Verdict::denied:
      break;
  }
  return "denied";
}

nlohmann::ordered_json to_json(const Explanation& explanation) {
  nlohmann::ordered_json rules = nlohmann::ordered_json::array();
  for (const Consideration& each : explanation.rules)
    rules.push_back(
        {{"rule", each.rule}, {"of", each.of}, {"grants", each.grants}, {"why", each.why}}
    );
  return {
      {"verdict", word(explanation.verdict)},
      {"conditions", explanation.conditions},
      {"withoutFields", explanation.withoutFields},
      {"rules", std::move(rules)},
  };
}

std::string verdict_text(const Explanation& explanation, const Terminal& terminal) {
  if (explanation.verdict == Verdict::denied) return terminal.styled(Style::red, "denied");
  std::string text = terminal.styled(Style::green, "allowed");
  if (!explanation.conditions.empty())
    text += fmt::format(", for {}", fmt::join(explanation.conditions, ", or "));
  if (!explanation.withoutFields.empty())
    text += fmt::format("; not the fields {}", fmt::join(explanation.withoutFields, ", "));
  return text;
}

std::string to_text(const Explanation& explanation, const Terminal& terminal) {
  std::string text = verdict_text(explanation, terminal) + "\n";
  for (const Consideration& each : explanation.rules) {
    const auto mark = each.grants ? terminal.styled(Style::green, "✓") : std::string("–");
    text += fmt::format("  {} {}: {}", mark, each.of, each.rule);
    if (!each.why.empty()) text += terminal.styled(Style::dim, "  " + each.why);
    text += "\n";
  }
  if (explanation.rules.empty()) text += "  no rule lets anybody in\n";
  return text;
}

class Explain : public Command {
 public:
  std::string_view name() const override { return "explain"; }
  std::string_view summary() const override {
    return "Tell why a caller may do something, or may not";
  }
  std::string_view examples() const override {
    return "explain Mutation.updatePost --as owner\n"
           "explain Post.title --as group:Admins\n"
           "explain Mutation.updatePost --as owner,group:Editors";
  }

  void describe(CLI::App& command) override {
    add_text(command, "FIELD", field_, "Query.getPost, Mutation.updatePost, Post.title")
        ->required();
    add_text(
        command, "--as", caller_,
        "Who calls, several with commas: " + std::string(appsync::caller_names)
    )
        ->required();
    command.add_flag("--json", json_, "Print JSON");
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const ir::Definition& schema = valid_schema(backend, "explain");
    const auto caller = appsync::caller(caller_);
    if (!caller) {
      refuse(
          "UnknownCallerError", "explain --as", fmt::format("'{}' names nobody", caller_),
          fmt::format("write one of {}", appsync::caller_names)
      );
    }
    const auto explanation = appsync::explain(schema, field_, *caller);
    if (!explanation) refuse_field(schema);
    if (json_) {
      terminal.write(to_json(*explanation).dump(2) + "\n");
    } else {
      terminal.report(to_text(*explanation, terminal));
    }
    return 0;
  }

 private:
  [[noreturn]] void refuse_field(const ir::Definition& schema) const {
    const auto known = appsync::explainable_fields(schema);
    const auto near = nearest(field_, known);
    refuse(
        "UnknownFieldError", "explain", fmt::format("the API has no '{}'", field_),
        near.empty() ? "write a type and its field, as in Query.getPost or Post.title"
                     : fmt::format("did you mean `{}`?", near)
    );
  }

  std::string field_{};
  std::string caller_{};
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_explain() { return std::make_unique<Explain>(); }

}  // namespace amplify::detail
