// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/checked.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace amplify {

/// Every fault of a schema, each as one text: `where | what | help`.
template <class Schema>
std::vector<std::string> faults(const Schema& schema) {
  const detail::schema_view view = schema.view();
  std::vector<std::string> texts;
  for (std::uint32_t part = 0; part < detail::part_count(view.size.types); ++part) {
    const std::size_t count = detail::count_faults(view, part);
    for (std::size_t i = 0; i < count; ++i) {
      detail::finding kept;
      detail::findings one(i, kept);
      detail::check_part(view, part, one);
      const auto text = [](const detail::message& m) { return std::string(m.view()); };
      texts.push_back(text(kept.where) + " | " + text(kept.what) + " | " + text(kept.help));
    }
  }
  return texts;
}

}  // namespace amplify
