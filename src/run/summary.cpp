// SPDX-License-Identifier: Apache-2.0
#include "run/summary.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace amplify::detail {
namespace {

/// Longer trees are cut here: nobody reads hundreds of lines.
constexpr std::size_t most_stacks = 20;

/// How many resources there are of each type.
std::map<std::string_view, std::size_t> counts(const cdk::SynthesizedStack& stack) {
  std::map<std::string_view, std::size_t> all;
  for (const std::string& type : stack.resourceTypes)
    ++all[type];
  return all;
}

/// `8 AppSync::Resolver, DynamoDB::Table`
std::string kinds(const cdk::SynthesizedStack& stack) {
  std::string text;
  for (const auto& [type, count] : counts(stack)) {
    if (!text.empty()) text += ", ";
    if (count > 1) text += fmt::format("{} ", count);
    text += type.starts_with("AWS::") ? type.substr(5) : type;
  }
  return text;
}

std::string size(std::size_t bytes) {
  return bytes < 1000 ? fmt::format("{} B", bytes)
                      : fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1000);
}

/// A nested stack's id; of a root stack, the name that CloudFormation knows.
std::string_view name(const cdk::SynthesizedStack& stack) {
  const std::string_view path = stack.path;
  if (stack.nested) return path.substr(path.rfind('/') + 1);
  const std::string_view file = stack.templateFile;
  return file.substr(0, file.find('.'));
}

std::string line(const cdk::SynthesizedStack& stack, std::size_t depth) {
  const std::size_t count = stack.resourceTypes.size();
  return fmt::format(
      "{:{}}{}  {} resource{}, {}: {}\n", "", 2 * depth, name(stack), count, count == 1 ? "" : "s",
      size(stack.templateBody.size()), kinds(stack)
  );
}

struct Totals {
  std::size_t resources = 0;
  std::size_t bytes = 0;
};

Totals totals(const cdk::CloudAssembly& assembly) {
  Totals all;
  for (const auto& file : assembly.files)
    all.bytes += file.content.size();
  for (const auto& stack : assembly.stacks)
    all.resources += stack.resourceTypes.size();
  return all;
}

double milliseconds(std::chrono::microseconds time) {
  return static_cast<double>(time.count()) / 1000;
}

}  // namespace

std::string summary(
    const cdk::CloudAssembly& assembly, std::string_view directory, std::chrono::microseconds time
) {
  std::string text;
  std::size_t listed = 0;
  for (const auto& stack : assembly.stacks) {
    if (listed++ >= most_stacks) continue;
    // A nested stack is inside the stack whose path its own begins with.
    const auto inside =
        std::ranges::count_if(assembly.stacks, [&](const cdk::SynthesizedStack& other) {
          return stack.path.starts_with(other.path + "/");
        });
    text += line(stack, static_cast<std::size_t>(inside));
  }
  if (listed > most_stacks) text += fmt::format("  and {} more stacks\n", listed - most_stacks);
  const auto [resources, bytes] = totals(assembly);
  return text + fmt::format(
                    "{} stacks, {} resources, {} in {}, {:.1f} ms\n", assembly.stacks.size(),
                    resources, size(bytes), directory, milliseconds(time)
                );
}

std::string json_summary(
    const cdk::CloudAssembly& assembly, std::string_view directory, std::chrono::microseconds time
) {
  auto stacks = nlohmann::ordered_json::array();
  for (const auto& stack : assembly.stacks) {
    stacks.push_back({
        {"name", name(stack)},
        {"path", stack.path},
        {"nested", stack.nested},
        {"templateFile", stack.templateFile},
        {"bytes", stack.templateBody.size()},
        {"resources", counts(stack)},
    });
  }
  const auto [resources, bytes] = totals(assembly);
  const nlohmann::ordered_json all = {
      {"output", directory}, {"stacks", std::move(stacks)},        {"resources", resources},
      {"bytes", bytes},      {"milliseconds", milliseconds(time)},
  };
  return all.dump(2) + "\n";
}

}  // namespace amplify::detail
