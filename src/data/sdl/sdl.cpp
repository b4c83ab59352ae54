// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/sdl.hpp"

#include "data/sdl/faults.hpp"
#include "data/sdl/lower.hpp"
#include "data/sdl/parser.hpp"

namespace amplify::sdl {

ir::Definition read(std::string_view text, std::vector<Diagnostic>& errors) {
  const std::size_t before = errors.size();
  const Document document = parse(text, errors);
  // Half a document would only give errors that follow from the first.
  if (errors.size() > before) return {};
  Faults faults(errors);
  return lower(document, faults);
}

}  // namespace amplify::sdl
