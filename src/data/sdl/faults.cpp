// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/faults.hpp"

#include "data/sdl/parser.hpp"

#include <amplify/detail/suggestion.hpp>

#include <fmt/format.h>

#include <utility>

namespace amplify::sdl {

void Faults::add(Position at, const std::string& where, std::string message, std::string help) {
  errors_.push_back(
      {.code = "InvalidSchemaError",
       .where = place(at) + " " + where,
       .message = std::move(message),
       .help = std::move(help)}
  );
}

void Faults::locate(Diagnostic& error) const {
  for (std::string_view where = error.where; !where.empty();) {
    if (const auto found = places_.find(where); found != places_.end()) {
      error.where = place(found->second) + " " + error.where;
      return;
    }
    const std::size_t dot = where.rfind('.');
    where = where.substr(0, dot == std::string_view::npos ? 0 : dot);
  }
}

std::string did_you_mean(
    std::string_view written, const std::vector<std::string_view>& candidates, std::string otherwise
) {
  amplify::detail::suggestion nearest(written);
  nearest.among(candidates.size(), [&](std::size_t i) { return candidates[i]; });
  return nearest.best().empty() ? std::move(otherwise)
                                : fmt::format("did you mean `{}`?", nearest.best());
}

}  // namespace amplify::sdl
