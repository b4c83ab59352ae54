// SPDX-License-Identifier: Apache-2.0
// sdl [DEFAULT_PROVIDER] < schema.graphql
// Prints what the library makes of a schema in SDL, as JSON: the schema for AppSync, the schema
// with Amplify's directives and the introspection, or what is wrong with it.
#include "data/sdl/sdl.hpp"
#include "data/graphql_schema.hpp"
#include "data/introspection.hpp"
#include "data/model_schema.hpp"
#include "data/names.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <iterator>
#include <string>

namespace {

using namespace amplify;
using Json = nlohmann::ordered_json;

ir::Provider provider(const std::string& name) {
  for (const auto candidate :
       {ir::Provider::apiKey, ir::Provider::identityPool, ir::Provider::oidc, ir::Provider::function
       }) {
    if (appsync::provider_name(candidate) == name) return candidate;
  }
  return ir::Provider::userPools;
}

Json result(const ir::Definition& definition, ir::Provider default_provider) {
  return {
      {"schema", graphql::print(appsync::graphql_schema(definition, default_provider))},
      {"modelSchema", appsync::model_schema(definition)},
      {"introspection", Json::parse(appsync::model_introspection(definition))},
  };
}

Json errors(const std::vector<Diagnostic>& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    list.push_back({
        {"where", diagnostic.where},
        {"message", diagnostic.message},
        {"help", diagnostic.help},
    });
  }
  return {{"errors", std::move(list)}};
}

}  // namespace

int main(int argc, char** argv) {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  std::vector<Diagnostic> diagnostics;
  const ir::Definition definition = sdl::read(text, diagnostics);
  const Json json = diagnostics.empty() ? result(definition, provider(argc > 1 ? argv[1] : ""))
                                        : errors(diagnostics);
  std::cout << json.dump() << "\n";
}
