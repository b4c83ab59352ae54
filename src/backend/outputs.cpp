// SPDX-License-Identifier: Apache-2.0
#include "backend/outputs.hpp"

#include "backend/auth_settings.hpp"
#include "cdk/lazy.hpp"
#include "storage/definition.hpp"

#include <amplify/cdk/fn.hpp>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::detail {
namespace {

using cdk::Json;
using cdk::Str;

/// One kind of outputs: the metadata entry `AWS::Amplify::<kind>` lists their names in the order in
/// which they are made.
class Outputs {
 public:
  Outputs(const cdk::Stack& root, std::string_view kind) : root_(root), kind_(kind) {}

  void add(std::string_view name, Str value) {
    cdk::Output(root_, name, {.value = value});
    names_.emplace_back(name);
  }
  void finish() {
    root_.addMetadata(
        "AWS::Amplify::" + kind_,
        Json::object({{"version", "1"}, {"stackOutputs", Json::array(names_.data(), names_.size())}}
        )
    );
  }

 private:
  cdk::Stack root_;
  std::string kind_;
  std::vector<Json> names_;
};

/// A text inside of a JSON text: with quotes, but without those around it.
std::string quoted(const std::string& text) {
  const std::string json = nlohmann::json(text).dump();
  return json.substr(1, json.size() - 2);
}

}  // namespace

void add_platform_outputs(const cdk::Stack& root, Str deployment_type) {
  Outputs outputs(root, "Platform");
  outputs.add("deploymentType", deployment_type);
  outputs.add("region", cdk::aws::region());
  outputs.finish();
}

void add_auth_outputs(const cdk::Stack& root, const AuthResources& auth, const AuthProps& props) {
  Outputs outputs(root, "Auth");
  outputs.add("userPoolId", auth.userPool.ref());
  outputs.add("webClientId", auth.userPoolClient.ref());
  outputs.add("identityPoolId", auth.identityPool.ref());
  outputs.add("authRegion", cdk::aws::region());
  for (const AuthSetting& setting : auth_settings()) {
    outputs.add(setting.output, cdk::lazy([auth, &props, &setting] {
                  return setting.value(auth, props);
                }));
    if (setting.output == "oauthResponseType")
      outputs.add("oauthClientId", auth.userPoolClient.ref());
  }
  outputs.finish();
}

void add_auth_outputs(const cdk::Stack& root, const ReferenceAuthResources& auth) {
  Outputs outputs(root, "Auth");
  outputs.add("userPoolId", auth.userPoolId);
  outputs.add("webClientId", auth.userPoolClientId);
  outputs.add("identityPoolId", auth.identityPoolId);
  outputs.add("authRegion", cdk::aws::region());
  for (const AuthSetting& setting : auth_settings()) {
    outputs.add(setting.output, auth.configuration.getAtt(setting.output));
    if (setting.output == "oauthResponseType")
      outputs.add("oauthClientId", auth.configuration.getAtt("oauthClientId"));
  }
  outputs.finish();
}

void add_data_outputs(
    const cdk::Stack& root, const appsync::ApiDefinition& definition, const appsync::Api& api
) {
  std::string additional;
  for (const auto provider : additional_providers(definition)) {
    additional += (additional.empty() ? "" : ",") + appsync::authentication_type(provider);
  }
  const DataResources& resources = api.resources;
  Outputs outputs(root, "GraphQL");
  outputs.add("awsAppsyncApiId", resources.graphqlApi.getAtt("ApiId"));
  outputs.add("awsAppsyncApiEndpoint", resources.graphqlApi.getAtt("GraphQLUrl"));
  outputs.add(
      "awsAppsyncAuthenticationType", appsync::authentication_type(definition.defaultProvider)
  );
  outputs.add("awsAppsyncRegion", cdk::aws::region());
  outputs.add("amplifyApiModelSchemaS3Uri", api.modelSchemaUri);
  if (resources.apiKey) outputs.add("awsAppsyncApiKey", resources.apiKey->getAtt("ApiKey"));
  outputs.add("awsAppsyncAdditionalAuthenticationTypes", additional);
  outputs.finish();
}

void add_storage_outputs(const cdk::Stack& root, const std::vector<NamedBucket>& buckets) {
  if (buckets.empty()) return;
  std::vector<const defineStorage*> definitions;
  // A list of texts, which are JSON themselves.
  std::vector<Str> list;
  for (const auto& [definition, name] : buckets) {
    definitions.push_back(definition);
    const auto text = [&list](const std::string& part) { list.emplace_back(quoted(part)); };
    list.emplace_back(list.empty() ? "[\"" : "\",\"");
    text("{\"name\":" + nlohmann::json(definition->props.name).dump() + ",\"bucketName\":\"");
    list.push_back(name);
    text("\",\"storageRegion\":\"");
    list.emplace_back(cdk::aws::region());
    std::vector<Diagnostic> known;  // reported where the bucket is made
    const auto access = bucket::access_of(*definition, known);
    text(access.empty() ? "\"}" : "\",\"paths\":" + bucket::output_paths(access) + "}");
  }
  list.emplace_back("\"]");
  Outputs outputs(root, "Storage");
  outputs.add("buckets", cdk::fn::join("", list));
  outputs.add("storageRegion", cdk::aws::region());
  const defineStorage* const main = bucket::default_of(definitions);
  for (const auto& [definition, name] : buckets) {
    if (definition == main) outputs.add("bucketName", name);
  }
  outputs.finish();
}

void add_function_outputs(const cdk::Stack& root, const std::deque<FunctionResources>& functions) {
  if (functions.empty()) return;
  // In an order that doesn't depend on that of the definitions.
  std::map<std::string, Str> names;
  for (const FunctionResources& function : functions)
    names.emplace(function.lambda.path(), function.lambda.functionName());
  std::vector<Str> parts;
  for (const auto& [path, name] : names) {
    parts.emplace_back(parts.empty() ? "[\"" : "\",\"");
    parts.push_back(name);
  }
  parts.emplace_back("\"]");
  Outputs outputs(root, "Function");
  outputs.add("definedFunctions", cdk::fn::join("", parts));
  outputs.finish();
}

void add_custom_outputs(const cdk::Stack& root, Str text) {
  Outputs outputs(root, "Custom");
  outputs.add("customOutputs", text);
  outputs.finish();
}

}  // namespace amplify::detail
