// SPDX-License-Identifier: Apache-2.0
#include "testing/origins.hpp"

#include <algorithm>
#include <string_view>

namespace amplify::assertions {
namespace {

bool is_below(std::string_view path, std::string_view stack) {
  return path.starts_with(stack) && path.size() > stack.size() && path[stack.size()] == '/';
}

/// The innermost stack that a construct is in.
std::string_view stack_of(const cdk::CloudAssembly& assembly, std::string_view path) {
  std::string_view found;
  for (const auto& stack : assembly.stacks) {
    if (is_below(path, stack.path) && stack.path.size() > found.size()) found = stack.path;
  }
  return found;
}

/// `app.cpp:12` of `Photos (/home/me/app.cpp:12:1)`.
std::string line_of(const json& entry) {
  const auto trace = entry.find("trace");
  if (trace == entry.end() || !trace->is_array() || trace->empty() || !trace->front().is_string())
    return {};
  std::string_view text = trace->front().get_ref<const std::string&>();
  text.remove_prefix(std::min(text.find_last_of("(/") + 1, text.size()));
  return std::string(text.substr(0, text.rfind(':')));
}

}  // namespace

json manifest_of(const cdk::CloudAssembly& assembly) {
  const auto file =
      std::ranges::find(assembly.files, "manifest.json", &cdk::CloudAssembly::File::path);
  return json::parse(file->content);
}

std::map<std::string, std::string> origins_of(const detail::TemplateState& state) {
  std::map<std::string, std::string> result;
  if (state.assembly == nullptr) return result;
  const json manifest = manifest_of(*state.assembly);
  for (const json& artifact : manifest.at("artifacts")) {
    const auto metadata = artifact.find("metadata");
    if (metadata == artifact.end()) continue;
    for (const auto& [slashed, entries] : metadata->items()) {
      const std::string path = slashed.substr(1);
      if (stack_of(*state.assembly, path) != state.name) continue;
      for (const json& entry : entries) {
        if (entry.value("type", "") != "aws:cdk:logicalId") continue;
        const auto line = line_of(entry);
        result[entry.at("data").get<std::string>()] = line.empty() ? path : path + ", " + line;
      }
    }
  }
  return result;
}

}  // namespace amplify::assertions
