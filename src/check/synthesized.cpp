// SPDX-License-Identifier: Apache-2.0
#include "check/synthesized.hpp"

#include "cdk/inspect.hpp"

namespace amplify::check {

using cdk::detail::ConstructNode;

Synthesized::Synthesized(const cdk::Construct& root, const cdk::CloudAssembly& assembly) {
  std::map<std::string_view, Template*> by_path;
  for (const auto& stack : assembly.stacks) {
    auto& added = templates_.emplace_back(Template{
        .path = stack.path,
        .file = stack.templateFile,
        .bytes = stack.templateBody.size(),
        .body = Json::parse(stack.templateBody),
    });
    by_path.emplace(added.path, &added);
  }
  if (const auto found = by_path.find(ConstructNode::of(root).path()); found != by_path.end())
    found->second->stack = &ConstructNode::of(root);
  for (const auto& resource : cdk::resources_in(root)) {
    const auto& node = ConstructNode::of(resource);
    const auto& data = *node.as<cdk::detail::ResourceData>();
    const auto found = by_path.find(node.stack->path());
    if (found == by_path.end()) continue;
    Template& in = *found->second;
    in.stack = node.stack;
    auto id = cdk::logical_id(resource);
    const Json& entry = at(at(in.body, "Resources"), id);
    if (entry.is_null()) continue;  // something else stands in for it
    const auto& added = resources_.emplace_back(
        Resource{.in = &in, .id = std::move(id), .type = data.type, .entry = &entry, .node = &node}
    );
    by_id_.emplace(std::pair(&in, added.id), &added);
    by_type_[added.type].push_back(&added);
    if (data.nested_stack == nullptr) continue;
    if (const auto nested = by_path.find(data.nested_stack->path()); nested != by_path.end()) {
      nested_.emplace(nested->second, &added);
      deployed_.emplace(&added, nested->second);
    }
  }
  for (const auto& file : assembly.files) {
    if (file.path.starts_with("asset."))
      assets_[file.path.substr(0, file.path.find('/'))] += file.content.size();
  }
}

const std::vector<const Resource*>& Synthesized::of_type(std::string_view type) const {
  static const std::vector<const Resource*> none;
  const auto found = by_type_.find(type);
  return found == by_type_.end() ? none : found->second;
}

const Resource* Synthesized::target(const Template& of, const Json& reference) const {
  const Json& name = at(reference, "Ref");
  if (name.is_string()) {
    const auto found = by_id_.find({&of, name.get<std::string>()});
    return found != by_id_.end() ? found->second : target_of_parameter(of, name.get<std::string>());
  }
  const Json& attribute = at(reference, "Fn::GetAtt");
  if (!attribute.is_array() || attribute.size() != 2 || !attribute[0].is_string()) return nullptr;
  const auto found = by_id_.find({&of, attribute[0].get<std::string>()});
  if (found == by_id_.end()) return nullptr;
  constexpr std::string_view outputs = "Outputs.";
  const std::string wanted = attribute[1].is_string() ? attribute[1].get<std::string>() : "";
  return wanted.starts_with(outputs)
             ? target_of_output(*found->second, wanted.substr(outputs.size()))
             : found->second;
}

const Resource* Synthesized::target_of_parameter(const Template& of, const std::string& name)
    const {
  const auto found = nested_.find(&of);
  if (found == nested_.end()) return nullptr;
  const Resource& stack = *found->second;
  return target(*stack.in, at(stack["Parameters"], name));
}

const Resource* Synthesized::target_of_output(const Resource& stack, const std::string& name)
    const {
  const auto found = deployed_.find(&stack);
  if (found == deployed_.end()) return nullptr;
  const Template& inner = *found->second;
  return target(inner, at(at(at(inner.body, "Outputs"), name), "Value"));
}

std::size_t Synthesized::size_of_asset(std::string_view name) const {
  const auto hash = name.substr(0, name.find('.'));
  for (const auto& file : {"asset." + std::string(hash), "asset." + std::string(name)}) {
    if (const auto found = assets_.find(file); found != assets_.end()) return found->second;
  }
  return 0;
}

}  // namespace amplify::check
