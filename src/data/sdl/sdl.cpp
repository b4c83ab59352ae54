// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/sdl.hpp"

#include "data/sdl/faults.hpp"
#include "data/sdl/lower.hpp"
#include "data/sdl/parser.hpp"
#include "data/validation/validate.hpp"

#include <utility>

namespace amplify::sdl {

ir::Definition read(std::string_view text, std::vector<Diagnostic>& errors) {
  const std::size_t before = errors.size();
  const Document document = parse(text, errors);
  // Half a document would only give errors that follow from the first.
  if (errors.size() > before) return {};
  Faults faults(errors);
  ir::Definition definition = lower(document, faults);
  if (errors.size() > before) return {};
  for (Diagnostic& error : appsync::validate(definition)) {
    faults.locate(error);
    errors.push_back(std::move(error));
  }
  return definition;
}

}  // namespace amplify::sdl
