// SPDX-License-Identifier: Apache-2.0
#include "testing/template_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::assertions {
namespace {

/// One resource needs another, because of a place in it.
struct Need {
  std::string id{};
  std::string place{};
};

/// What one resource refers to.
class Needs {
 public:
  explicit Needs(const json& resource) {
    if (!resource.is_object()) return;
    if (const auto depends = resource.find("DependsOn"); depends != resource.end()) {
      path_ = {"DependsOn"};
      if (depends->is_array()) {
        for (const json& id : *depends)
          add(id);
      } else {
        add(*depends);
      }
    }
    path_ = {};
    if (const auto properties = resource.find("Properties"); properties != resource.end()) {
      visit(*properties);
    }
  }

  std::vector<Need> take() { return std::move(needs_); }

 private:
  void add(const json& id) {
    if (id.is_string()) add_name(id.get_ref<const std::string&>());
  }
  void add_name(std::string_view id) {
    needs_.push_back(
        {std::string(id.substr(0, id.find('.'))), fmt::format("{}", fmt::join(path_, "."))}
    );
  }

  void visit(const json& value) {
    if (value.is_object() && value.size() == 1 && visit_call(value.begin().key(), *value.begin()))
      return;
    if (!value.is_structured()) return;
    for (const auto& [key, member] : value.items()) {
      path_.push_back(key);
      visit(member);
      path_.pop_back();
    }
  }

  bool visit_call(std::string_view function, const json& argument) {
    const bool is_list = argument.is_array() && !argument.empty();
    if (function == "Ref") {
      add(argument);
    } else if (function == "Fn::GetAtt") {
      add(is_list ? argument[0] : argument);
    } else if (function == "Fn::Sub") {
      add_names_in(is_list ? argument[0] : argument);
      if (is_list && argument.size() > 1) visit(argument[1]);
    } else {
      return false;
    }
    return true;
  }

  void add_names_in(const json& text) {
    if (!text.is_string()) return;
    const std::string_view all = text.get_ref<const std::string&>();
    for (auto start = all.find("${"); start != std::string_view::npos;
         start = all.find("${", start + 2)) {
      const auto name = all.substr(start + 2);
      if (!name.starts_with('!')) add_name(name.substr(0, name.find('}')));
    }
  }

  std::vector<std::string> path_;
  std::vector<Need> needs_;
};

class CycleFinder {
 public:
  explicit CycleFinder(const json& resources) {
    for (const auto& [id, resource] : resources.items())
      needs_.emplace(id, Needs(resource).take());
  }

  /// The steps around a cycle; empty when there is none.
  std::vector<std::pair<std::string, Need>> find() {
    for (const auto& [id, needs] : needs_) {
      if (visit(id)) return {path_.begin() + static_cast<std::ptrdiff_t>(start_), path_.end()};
    }
    return {};
  }

 private:
  enum class State { unseen, open, done };

  bool visit(const std::string& id) {
    State& state = states_[id];
    if (state == State::done) return false;
    if (state == State::open) {
      const auto first = std::ranges::find(path_, id, &std::pair<std::string, Need>::first);
      start_ = static_cast<std::size_t>(first - path_.begin());
      return true;
    }
    state = State::open;
    for (const Need& need : needs_.at(id)) {
      if (!needs_.contains(need.id)) continue;  // a parameter
      path_.emplace_back(id, need);
      if (visit(need.id)) return true;
      path_.pop_back();
    }
    states_[id] = State::done;
    return false;
  }

  std::map<std::string, std::vector<Need>> needs_;
  std::map<std::string, State> states_;
  std::vector<std::pair<std::string, Need>> path_;
  std::size_t start_ = 0;
};

}  // namespace

void check_cycles(const detail::TemplateState& state) {
  const auto cycle = CycleFinder(state.body.value("Resources", json::object())).find();
  if (cycle.empty()) return;
  std::string report =
      fmt::format("{} can't be deployed, its resources wait for each other:", state.name);
  for (const auto& [id, need] : cycle)
    report += fmt::format("\n  {} needs {}, at {}", id, need.id, need.place);
  throw AssertionError(std::move(report), {});
}

}  // namespace amplify::assertions
