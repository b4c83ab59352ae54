// SPDX-License-Identifier: Apache-2.0
#include "run/diff_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace amplify::detail {
namespace {

using diff::AccessChange;
using diff::ApiChange;
using diff::Criticality;
using diff::Kind;
using diff::Replacement;
using diff::ResourceChange;
using diff::SchemaChange;
using Style = Terminal::Style;
using Json = nlohmann::ordered_json;

class Text {
 public:
  explicit Text(const Terminal& terminal) : terminal_(terminal) {}

  std::string run(const diff::Difference& difference) {
    schema(difference.schema);
    api(difference.api);
    access(difference.access);
    resources(difference.resources);
    return std::move(text_);
  }

 private:
  void heading(std::string_view title) {
    text_ += text_.empty() ? "" : "\n";
    text_ += terminal_.styled(Style::bold, title) + "\n";
  }
  void line(Style style, std::string_view text) {
    text_ += terminal_.styled(style, fmt::format("  {}", text)) + "\n";
  }

  static std::pair<Style, char> sign(Kind kind) {
    switch (kind) {
      case Kind::added:
        return {Style::green, '+'};
      case Kind::removed:
        return {Style::red, '-'};
      case Kind::changed:
        break;
    }
    return {Style::yellow, '~'};
  }

  void schema(const std::vector<SchemaChange>& changes) {
    if (changes.empty()) return;
    heading("Schema");
    for (const SchemaChange& change : changes) {
      const auto [style, mark] = sign(change.kind);
      std::string text = fmt::format("{} {} {}", mark, change.what, change.name);
      if (!change.before.empty() || !change.after.empty()) {
        const auto shown = [](const std::string& value) {
          return value.empty() ? std::string_view("none") : std::string_view(value);
        };
        text += fmt::format(": {} → {}", shown(change.before), shown(change.after));
      }
      line(style, text);
    }
  }

  void api(const std::vector<ApiChange>& changes) {
    if (changes.empty()) return;
    heading("API, for clients that are there");
    const auto safe = std::ranges::count(changes, Criticality::safe, &ApiChange::criticality);
    for (const ApiChange& change : changes) {
      if (change.criticality == Criticality::safe) continue;
      line(
          change.criticality == Criticality::breaking ? Style::red : Style::yellow,
          fmt::format("{}: {}", name_of(change.criticality), change.message)
      );
    }
    if (safe > 0) {
      line(
          Style::dim, fmt::format("{} safe change{}; --json lists them", safe, safe == 1 ? "" : "s")
      );
    }
  }

  void access(const std::vector<AccessChange>& changes) {
    if (changes.empty()) return;
    heading("Access");
    for (const AccessChange& change : changes) {
      line(
          change.wider ? Style::yellow : Style::green,
          fmt::format("{}: {}: {}", change.wider ? "wider" : "narrower", change.where, change.what)
      );
    }
  }

  void resources(const std::vector<ResourceChange>& changes) {
    if (changes.empty()) return;
    heading("Resources");
    std::map<std::string, std::vector<const ResourceChange*>> places;
    for (const ResourceChange& change : changes)
      places[change.place].push_back(&change);
    for (const auto& [place, here] : places) {
      text_ +=
          fmt::format("  {}\n", place.empty() ? std::string("root") : diff::readable_place(place));
      for (const ResourceChange* change : here)
        resource(*change);
    }
  }

  void resource(const ResourceChange& change) {
    auto [style, mark] = sign(change.kind);
    std::string text =
        fmt::format("  {} {} {}", mark, change.type, diff::readable(change.logicalId));
    std::string properties;
    for (const auto& property : change.properties)
      properties += (properties.empty() ? "" : ", ") + property.path;
    if (!properties.empty()) text += ": " + properties;
    if (change.replacement == Replacement::yes) text += ", replaced";
    if (change.replacement == Replacement::may) text += ", may be replaced";
    if (change.retained) text += ", the old one stays in the account";
    if (change.replacement != Replacement::no) style = Style::red;
    line(style, text);
  }

  const Terminal& terminal_;
  std::string text_{};
};

}  // namespace

std::string diff_text(const diff::Difference& difference, const Terminal& terminal) {
  return Text(terminal).run(difference);
}

Json diff_json(const diff::Difference& difference) {
  Json schema = Json::array();
  for (const SchemaChange& change : difference.schema) {
    Json entry{
        {"kind", name_of(change.kind)},
        {"what", change.what},
        {"name", change.name},
    };
    if (!change.before.empty()) entry["before"] = change.before;
    if (!change.after.empty()) entry["after"] = change.after;
    schema.push_back(std::move(entry));
  }
  Json api = Json::array();
  for (const ApiChange& change : difference.api) {
    api.push_back(
        {{"criticality", name_of(change.criticality)},
         {"change", change.change},
         {"path", change.path},
         {"message", change.message}}
    );
  }
  Json access = Json::array();
  for (const AccessChange& change : difference.access) {
    access.push_back(
        {{"direction", change.wider ? "wider" : "narrower"},
         {"where", change.where},
         {"what", change.what}}
    );
  }
  Json resources = Json::array();
  for (const ResourceChange& change : difference.resources) {
    Json entry{
        {"kind", name_of(change.kind)},
        {"stack", change.place},
        {"logicalId", change.logicalId},
        {"type", change.type},
    };
    if (change.kind == Kind::changed) {
      entry["replacement"] = name_of(change.replacement);
      for (const auto& property : change.properties) {
        entry["properties"].push_back(
            {{"path", property.path}, {"replacement", name_of(property.replacement)}}
        );
      }
    }
    if (change.kind != Kind::added) entry["retained"] = change.retained;
    resources.push_back(std::move(entry));
  }
  return {
      {"changed", !difference.empty()},
      {"schema", std::move(schema)},
      {"api", std::move(api)},
      {"access", std::move(access)},
      {"resources", std::move(resources)},
  };
}

}  // namespace amplify::detail
