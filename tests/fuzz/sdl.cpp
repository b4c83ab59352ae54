// SPDX-License-Identifier: Apache-2.0
// Reading any text as a schema either reports what is wrong with it, or gives a schema from which
// everything can be printed, and whose SDL reads as the same schema again.
#include "data/sdl/sdl.hpp"
#include "data/graphql_schema.hpp"
#include "data/introspection.hpp"
#include "data/model_schema.hpp"
#include "data/table.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace amplify;

[[noreturn]] void fail(const char* what, const std::string& text) {
  std::fprintf(stderr, "%s:\n%s\n", what, text.c_str());
  std::abort();
}

std::string printed(const ir::Definition& definition) {
  std::string text = graphql::print(appsync::graphql_schema(definition, ir::Provider::apiKey));
  for (const ir::Model& model : definition.models)
    text += std::to_string(appsync::table(definition, model).indexes.size());
  return text + appsync::model_introspection(definition);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<Diagnostic> errors;
  const ir::Definition definition = sdl::read(text, errors);
  for (const Diagnostic& error : errors) {
    if (error.where.empty() || error.message.empty()) fail("an error without words", error.where);
  }
  if (!errors.empty()) return 0;
  const std::string again = appsync::model_schema(definition);
  const ir::Definition same = sdl::read(again, errors);
  if (!errors.empty()) fail(errors.front().message.c_str(), again);
  if (appsync::model_schema(same) != again) fail("the SDL changes", again);
  if (printed(same) != printed(definition)) fail("the API changes", again);
  return 0;
}
