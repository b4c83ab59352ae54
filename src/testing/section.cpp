// SPDX-License-Identifier: Apache-2.0
#include "testing/section.hpp"

#include "testing/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace amplify::assertions {
namespace {

constexpr std::size_t most_shown = 3;

}  // namespace

Section::Section(std::string what, std::vector<std::pair<std::string, json>> entries)
    : what_(std::move(what)), entries_(std::move(entries)) {}

void Section::match(const Matcher& matcher) {
  for (const auto& entry : entries_) {
    Matching matching;
    detail::MatcherAccess::node(matcher).test(&entry.second, matching);
    if (matching.failures.empty()) {
      finish(matching);
      matches_[entry.first] = entry.second;
    } else {
      failures_.push_back({&entry, std::move(matching.failures)});
    }
  }
  std::ranges::sort(failures_, {}, [](const Mismatch& each) {
    return std::pair(each.failures.size(), std::string_view(each.entry->first));
  });
}

std::string Section::nearest(const std::map<std::string, std::string>& origins) const {
  std::string text;
  for (const Mismatch& each : failures_) {
    if (&each - failures_.data() == most_shown) {
      text += fmt::format("\n\nand {} more", failures_.size() - most_shown);
      break;
    }
    const auto& [name, actual] = *each.entry;
    const auto origin = origins.find(name);
    text += fmt::format(
        "\n\n{}{}, {}:\n{}", name,
        origin == origins.end() ? "" : fmt::format(" ({})", origin->second),
        counted(each.failures.size(), "difference"), show(actual, each.failures)
    );
    text.pop_back();
  }
  return text;
}

}  // namespace amplify::assertions
