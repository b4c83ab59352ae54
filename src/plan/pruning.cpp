// SPDX-License-Identifier: Apache-2.0
#include "plan/pruning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace amplify::plan {
namespace {

using diff::member;
using diff::Snapshot;

/// What is nothing but a way to a table, and can be made anew at any time.
bool may_go(std::string_view type) {
  return type == "AWS::AppSync::DataSource" || type == "AWS::AppSync::Resolver" ||
         type == "AWS::AppSync::FunctionConfiguration" ||
         type == "AWS::Lambda::EventSourceMapping" || type.starts_with("AWS::IAM::");
}

class Pruning {
 public:
  Pruning(Snapshot state, const std::vector<TableName>& tables) : state_(std::move(state)) {
    for (const TableName& table : tables)
      dead_[table.place].insert(table.logicalId);
  }

  std::optional<Snapshot> run() {
    while (changed_) {
      changed_ = false;
      for (auto& [place, body] : state_.templates)
        if (!visit(place, body)) return {};
    }
    for (auto& [place, body] : state_.templates)
      remove(dead_[place], body);
    return std::move(state_);
  }

 private:
  using Names = std::set<std::string, std::less<>>;

  static std::string child(const std::string& place, const std::string& id) {
    return place.empty() ? id : place + "/" + id;
  }

  void kill(const std::string& place, std::string name) {
    changed_ = dead_[place].insert(std::move(name)).second || changed_;
  }

  /// Finds what needs something dead. False where that can't go.
  bool visit(const std::string& place, Json& body) {
    const Names& dead = dead_[place];
    for (auto& [id, resource] : body["Resources"].items()) {
      if (dead.contains(id)) continue;
      if (diff::is_nested_stack(resource)) {
        take_parameters(place, id, resource);
      } else if (needs(member(resource, "Properties"), dead)) {
        if (!may_go(member(resource, "Type").get<std::string>())) return false;
        kill(place, id);
      }
    }
    take_outputs(place, body);
    return true;
  }

  void take_parameters(const std::string& place, const std::string& id, Json& stack) {
    if (!member(member(stack, "Properties"), "Parameters").is_object()) return;
    Json& parameters = stack["Properties"]["Parameters"];
    for (auto entry = parameters.begin(); entry != parameters.end();) {
      if (!needs(entry.value(), dead_[place])) {
        ++entry;
        continue;
      }
      kill(child(place, id), entry.key());
      entry = parameters.erase(entry);
    }
  }

  void take_outputs(const std::string& place, Json& body) {
    if (!member(body, "Outputs").is_object()) return;
    const auto slash = place.rfind('/');
    const auto above = slash == place.npos ? std::string() : place.substr(0, slash);
    const auto id = slash == place.npos ? place : place.substr(slash + 1);
    Json& outputs = body["Outputs"];
    for (auto entry = outputs.begin(); entry != outputs.end();) {
      if (!needs(entry.value(), dead_[place])) {
        ++entry;
        continue;
      }
      if (!place.empty()) kill(above, fmt::format("{}.Outputs.{}", id, entry.key()));
      entry = outputs.erase(entry);
    }
  }

  static bool needs(const Json& value, const Names& dead) {
    if (value.is_object() && value.size() == 1) {
      const auto only = value.begin();
      const std::string& name = only.key();
      const Json& operand = only.value();
      if (name == "Ref") return dead.contains(operand.get<std::string>());
      if (name == "Fn::GetAtt") return is_attribute_of(operand, dead);
      if (name == "Fn::Sub" && is_text_with(operand.is_array() ? operand[0] : operand, dead))
        return true;
    }
    return value.is_structured() &&
           std::ranges::any_of(value, [&](const Json& inner) { return needs(inner, dead); });
  }

  static bool is_attribute_of(const Json& operand, const Names& dead) {
    const std::string text =
        operand.is_string()
            ? operand.get<std::string>()
            : fmt::format(
                  "{}.{}", operand.at(0).get<std::string>(),
                  operand.at(1).is_string() ? operand.at(1).get<std::string>() : std::string()
              );
    return dead.contains(text) || dead.contains(text.substr(0, text.find('.')));
  }

  static bool is_text_with(const Json& text, const Names& dead) {
    return text.is_string() && std::ranges::any_of(dead, [&](const std::string& name) {
             const auto& here = text.get_ref<const std::string&>();
             return here.find("${" + name + "}") != here.npos ||
                    here.find("${" + name + ".") != here.npos;
           });
  }

  static void remove(const Names& dead, Json& body) {
    for (const char* section : {"Resources", "Parameters"}) {
      if (!member(body, section).is_object()) continue;
      for (const std::string& name : dead)
        body[section].erase(name);
    }
    for (auto& [id, resource] : body["Resources"].items()) {
      if (member(resource, "DependsOn").is_null()) continue;
      Json& all = resource["DependsOn"];
      if (all.is_string()) all = Json::array({all});
      std::erase_if(all.get_ref<Json::array_t&>(), [&](const Json& name) {
        return dead.contains(name.get<std::string>());
      });
      if (all.empty()) resource.erase("DependsOn");
    }
  }

  Snapshot state_;
  /// By place: resources and parameters, and outputs of nested stacks as `<id>.Outputs.<name>`.
  std::map<std::string, Names> dead_{};
  bool changed_ = true;
};

}  // namespace

std::optional<Snapshot> without(Snapshot state, const std::vector<TableName>& tables) {
  return Pruning(std::move(state), tables).run();
}

}  // namespace amplify::plan
