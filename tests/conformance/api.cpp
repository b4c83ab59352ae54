// SPDX-License-Identifier: Apache-2.0
// api DEFAULT_PROVIDER [TWIN] [< schema.graphql]
// Prints what the library makes of a schema, as JSON: the schema for AppSync, the schema with
// Amplify's directives, the introspection and the tables, or what is wrong with it. The schema is
// one of those in C++, by name, or else SDL.
#include "data/fields.hpp"
#include "data/graphql_schema.hpp"
#include "data/introspection.hpp"
#include "data/model_schema.hpp"
#include "data/names.hpp"
#include "data/sdl/sdl.hpp"
#include "data/table.hpp"
#include "data/validation/validate.hpp"
#include "schemas/twin.hpp"

#include <amplify/error.hpp>

#include <nlohmann/json.hpp>

#include <iostream>
#include <iterator>
#include <map>
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

Json key(const appsync::Table::Key& key) {
  Json schema = Json::array({{{"AttributeName", key.partitionKey}, {"KeyType", "HASH"}}});
  if (!key.sortKey.empty())
    schema.push_back({{"AttributeName", key.sortKey}, {"KeyType", "RANGE"}});
  return schema;
}

/// As CloudFormation has it.
Json table(const appsync::Table& table) {
  static const std::map<ir::Projection, const char*> projections = {
      {ir::Projection::all, "ALL"},
      {ir::Projection::keysOnly, "KEYS_ONLY"},
      {ir::Projection::include, "INCLUDE"},
  };
  Json json = {{"KeySchema", key(table.key)}, {"AttributeDefinitions", Json::array()}};
  for (const auto& [name, type] : table.attributes)
    json["AttributeDefinitions"].push_back({{"AttributeName", name}, {"AttributeType", type}});
  for (const appsync::Table::Index& index : table.indexes) {
    Json projection = {{"ProjectionType", projections.at(index.projection)}};
    if (!index.nonKeyAttributes.empty()) projection["NonKeyAttributes"] = index.nonKeyAttributes;
    json["GlobalSecondaryIndexes"].push_back({
        {"IndexName", index.name},
        {"KeySchema", key(index.key)},
        {"Projection", std::move(projection)},
    });
  }
  return json;
}

Json tables(const ir::Definition& definition) {
  Json json = Json::object();
  for (const ir::Model& model : definition.models)
    json[appsync::stored_name(model)] = table(appsync::table(definition, model));
  return json;
}

Json result(const ir::Definition& definition, ir::Provider default_provider) {
  return {
      {"schema", graphql::print(appsync::graphql_schema(definition, default_provider))},
      {"modelSchema", appsync::model_schema(definition)},
      {"introspection", Json::parse(appsync::model_introspection(definition))},
      {"tables", tables(definition)},
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

ir::Definition read_sdl(std::vector<Diagnostic>& diagnostics) {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  return sdl::read(text, diagnostics);
}

ir::Definition twin(const std::string& name, std::vector<Diagnostic>& diagnostics) {
  const auto found = Twin::all().find(name);
  if (found == Twin::all().end()) {
    diagnostics.push_back({.where = name, .message = "no schema of this name is in C++"});
    return {};
  }
  diagnostics = found->second.diagnostics();
  if (!diagnostics.empty()) return {};
  ir::Definition definition = found->second.definition();
  diagnostics = appsync::validate(definition);
  return definition;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Diagnostic> diagnostics;
  const ir::Definition definition = argc > 2 ? twin(argv[2], diagnostics) : read_sdl(diagnostics);
  const Json json = diagnostics.empty() ? result(definition, provider(argc > 1 ? argv[1] : ""))
                                        : errors(diagnostics);
  std::cout << json.dump() << "\n";
}
