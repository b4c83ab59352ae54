// SPDX-License-Identifier: Apache-2.0
#include "run/resource_graph.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <string_view>
#include <tuple>

namespace amplify::detail {
namespace {

using diff::Json;
using diff::member;

/// A resource by the path of its stack and its logical id.
using Place = std::pair<std::string, std::string>;

/// What a value refers to: a logical id or parameter, and the attribute if there is one.
using Visit = std::function<void(std::string_view name, std::string_view attribute)>;

void visit_name(std::string_view text, const Visit& visit) {
  const auto dot = text.find('.');
  visit(text.substr(0, dot), dot == text.npos ? "" : text.substr(dot + 1));
}

/// The names in `Fn::Sub`: `${Table.Arn}`; `${!Literal}` is none.
void visit_names_in(std::string_view text, const Visit& visit) {
  for (auto start = text.find("${"); start != text.npos; start = text.find("${", start + 2)) {
    const auto name = text.substr(start + 2, text.find('}', start) - start - 2);
    if (!name.starts_with('!')) visit_name(name, visit);
  }
}

void visit_references(const Json& value, const Visit& visit) {
  if (value.is_object() && value.size() == 1) {
    const std::string& function = value.begin().key();
    const Json& argument = *value.begin();
    const Json& first = argument.is_array() && !argument.empty() ? argument[0] : argument;
    if (function == "Ref" && argument.is_string())
      return visit(argument.get_ref<const std::string&>(), "");
    if (function == "Fn::GetAtt" && first.is_string()) {
      if (!argument.is_array()) return visit_name(first.get_ref<const std::string&>(), visit);
      const bool named = argument.size() > 1 && argument[1].is_string();
      return visit(
          first.get_ref<const std::string&>(),
          named ? argument[1].get_ref<const std::string&>() : std::string_view()
      );
    }
    if (function == "Fn::Sub" && first.is_string())
      visit_names_in(first.get_ref<const std::string&>(), visit);
  }
  if (!value.is_structured()) return;
  for (const Json& each : value)
    visit_references(each, visit);
}

void visit_dependencies(const Json& depends, const Visit& visit) {
  if (depends.is_string()) return visit(depends.get_ref<const std::string&>(), "");
  for (const Json& each : depends)
    visit_dependencies(each, visit);
}

std::string nested_path(const std::string& stack, std::string_view id) {
  return stack.empty() ? std::string(id) : fmt::format("{}/{}", stack, id);
}

/// Resolves references through the parameters and outputs of stacks.
class References {
 public:
  explicit References(const diff::Snapshot& snapshot) : snapshot_(snapshot) {}

  std::map<Place, std::set<Place>> all() {
    std::map<Place, std::set<Place>> result;
    for (const auto& [stack, text] : snapshot_.templates) {
      for (const auto& [id, resource] : member(text, "Resources").items()) {
        if (diff::is_nested_stack(resource)) continue;
        std::set<Place>& targets = result[{stack, id}];
        const auto visit = [&](std::string_view name, std::string_view attribute) {
          add(stack, std::string(name), attribute, targets);
        };
        visit_references(member(resource, "Properties"), visit);
        visit_dependencies(member(resource, "DependsOn"), visit);
        targets.erase({stack, id});
      }
    }
    return result;
  }

 private:
  void add(
      const std::string& stack, const std::string& name, std::string_view attribute,
      std::set<Place>& targets
  ) {
    const auto text = snapshot_.templates.find(stack);
    if (text == snapshot_.templates.end()) return;
    const Json& resource = member(member(text->second, "Resources"), name);
    if (resource.is_null()) return add_parameter(stack, name, targets);
    if (!diff::is_nested_stack(resource)) {
      targets.emplace(stack, name);
      return;
    }
    static constexpr std::string_view outputs = "Outputs.";
    if (!attribute.starts_with(outputs)) return;
    const std::string inner = nested_path(stack, name);
    const auto nested = snapshot_.templates.find(inner);
    if (nested == snapshot_.templates.end()) return;
    follow(
        inner,
        member(
            member(member(nested->second, "Outputs"), attribute.substr(outputs.size())), "Value"
        ),
        targets
    );
  }

  void add_parameter(const std::string& stack, const std::string& name, std::set<Place>& targets) {
    if (stack.empty()) return;
    const auto slash = stack.rfind('/');
    const std::string parent = slash == stack.npos ? "" : stack.substr(0, slash);
    const std::string id = slash == stack.npos ? stack : stack.substr(slash + 1);
    const Json& resource = member(member(snapshot_.templates.at(parent), "Resources"), id);
    follow(parent, member(member(member(resource, "Properties"), "Parameters"), name), targets);
  }

  void follow(const std::string& stack, const Json& value, std::set<Place>& targets) {
    visit_references(value, [&](std::string_view name, std::string_view attribute) {
      add(stack, std::string(name), attribute, targets);
    });
  }

  const diff::Snapshot& snapshot_;
};

std::string_view short_type(std::string_view type) {
  return type.starts_with("AWS::") ? type.substr(5) : type;
}

/// `14 AppSync::Resolver`, or type and name of one.
std::pair<std::string, std::string> label(const ResourceGraph::Node& node) {
  if (node.count > 1) return {fmt::format("{} {}", node.count, node.type), ""};
  return {node.type, node.name};
}

/// Writes the stacks as boxes within boxes, with `open`, `node` and `close` for the parts.
struct Boxes {
  const ResourceGraph& graph;
  std::function<std::string(std::size_t stack)> open;
  std::function<std::string(std::size_t node)> node;
  std::string_view close;

  std::string text(std::size_t stack, std::size_t indent) const {
    std::string result = fmt::format("{:{}}{}\n", "", indent, open(stack));
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
      if (graph.nodes[i].stack == stack)
        result += fmt::format("{:{}}{}\n", "", indent + 2, node(i));
    }
    for (const std::size_t nested : graph.stacks[stack].nested)
      result += text(nested, indent + 2);
    return result + fmt::format("{:{}}{}\n", "", indent, close);
  }
};

}  // namespace

ResourceGraph resource_graph(const diff::Snapshot& snapshot) {
  ResourceGraph graph;
  std::map<std::string, std::size_t> stacks;
  // Sorted, so that a stack comes before those within it.
  for (const auto& [path, text] : snapshot.templates) {
    const auto slash = path.rfind('/');
    stacks.emplace(path, graph.stacks.size());
    const std::string_view id = std::string_view(path).substr(slash == path.npos ? 0 : slash + 1);
    graph.stacks.push_back(
        {.name = path.empty() ? snapshot.stackName : std::string(diff::readable(id))}
    );
    if (path.empty()) continue;
    const std::size_t parent = slash == path.npos ? 0 : stacks.at(path.substr(0, slash));
    graph.stacks[parent].nested.push_back(stacks.at(path));
  }

  const auto references = References(snapshot).all();
  std::map<Place, std::set<Place>> users;
  for (const auto& [place, targets] : references)
    for (const Place& target : targets)
      users[target].insert(place);

  using Alike = std::tuple<std::string, std::string, std::set<Place>, std::set<Place>>;
  std::map<Alike, std::size_t> alike;
  std::map<Place, std::size_t> nodes;
  for (const auto& [place, targets] : references) {
    const auto& [stack, id] = place;
    const Json& resource = member(member(snapshot.templates.at(stack), "Resources"), id);
    const std::string type = member(resource, "Type").get<std::string>();
    const auto [found, is_new] =
        alike.try_emplace({stack, type, targets, users[place]}, graph.nodes.size());
    nodes.emplace(place, found->second);
    if (is_new) {
      graph.nodes.push_back(
          {.stack = stacks.at(stack),
           .type = std::string(short_type(type)),
           .name = std::string(diff::readable(id))}
      );
    } else {
      ++graph.nodes[found->second].count;
    }
  }
  for (const auto& [place, targets] : references)
    for (const Place& target : targets)
      graph.edges.emplace(nodes.at(place), nodes.at(target));
  return graph;
}

std::string mermaid(const ResourceGraph& graph) {
  const Boxes boxes{
      .graph = graph,
      .open = [&](std::size_t i
              ) { return fmt::format("subgraph s{}[\"{}\"]", i, graph.stacks[i].name); },
      .node =
          [&](std::size_t i) {
            const auto [first, second] = label(graph.nodes[i]);
            return fmt::format("n{}[\"{}{}{}\"]", i, first, second.empty() ? "" : "<br>", second);
          },
      .close = "end",
  };
  std::string text = "flowchart LR\n" + boxes.text(0, 2);
  for (const auto& [from, to] : graph.edges)
    text += fmt::format("  n{} --> n{}\n", from, to);
  return text;
}

std::string dot(const ResourceGraph& graph) {
  const Boxes boxes{
      .graph = graph,
      .open =
          [&](std::size_t i) {
            return fmt::format("subgraph cluster{} {{ label=\"{}\";", i, graph.stacks[i].name);
          },
      .node =
          [&](std::size_t i) {
            const auto [first, second] = label(graph.nodes[i]);
            return fmt::format(
                "n{} [label=\"{}{}{}\"];", i, first, second.empty() ? "" : "\\n", second
            );
          },
      .close = "}",
  };
  std::string text = "digraph {\n  rankdir=LR;\n  node [shape=box];\n" + boxes.text(0, 2);
  for (const auto& [from, to] : graph.edges)
    text += fmt::format("  n{} -> n{};\n", from, to);
  return text + "}\n";
}

}  // namespace amplify::detail
