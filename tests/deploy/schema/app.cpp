// SPDX-License-Identifier: Apache-2.0
// A backend with the schema that a file has, so that tests can change it without a compiler.
#include <amplify/data.hpp>
#include <amplify/define_backend.hpp>
#include <amplify/run.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace {

std::string text_of(const char* variable) {
  const char* const file = std::getenv(variable);
  if (file == nullptr) return {};
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// `Post=Blog` a line: the stacks that models are to stand in.
std::map<std::string, std::string> stacks() {
  std::map<std::string, std::string> all;
  std::ifstream in(std::getenv("AMPLIFY_STACKS") != nullptr ? std::getenv("AMPLIFY_STACKS") : "");
  for (std::string model, stack; std::getline(in, model, '=') && std::getline(in, stack);)
    all.emplace(model, stack);
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string schema = text_of("AMPLIFY_SCHEMA");
  const auto data = amplify::defineData({
      .schema = schema.c_str(),
      .authorizationModes = {.defaultAuthorizationMode = amplify::AuthorizationMode::apiKey},
      .stackMappings = stacks(),
  });
  return amplify::run(amplify::defineBackend(data), argc, argv);
}
