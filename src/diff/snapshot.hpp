// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"

#include <amplify/cdk/app.hpp>
#include <amplify/schema/definition.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What changes from one state of a backend to another, told from its templates.
namespace amplify::diff {

using Json = nlohmann::json;

/// The output of the root stack that names the asset with the models' schema.
inline constexpr std::string_view models_output = "amplifyApiModelSchemaS3Uri";

/// A stack with those nested in it: what is deployed, or what an assembly would deploy.
struct Snapshot {
  /// Of the root stack.
  std::string stackName{};
  /// By the logical ids of the nested stacks that lead there, joined by `/`; empty for the root.
  std::map<std::string, Json> templates{};
  /// The API's schema and the models' rules, keys and indexes; without an API, empty.
  sdl::Document graphql{};
  ir::Definition models{};
};

/// Gives objects of the bucket of assets, by their keys: `<hash>.json`.
using ReadAssets =
    std::function<std::map<std::string, std::string>(const std::vector<std::string>& keys)>;

/// Reads a snapshot, level by level.
///
/// Errors: UserError `UnreadableTemplateError`.
Snapshot read_snapshot(
    std::string stack_name, std::string_view root_template, const ReadAssets& read
);

Snapshot snapshot(const cdk::CloudAssembly& assembly);

/// The assembly in a directory. Errors: UserError `UnreadableAssemblyError`.
Snapshot read_assembly(const std::filesystem::path& directory);

/// The key of the asset that a value names, as `{"Fn::Sub": "s3://…/<hash>.graphql"}` does; empty
/// if it names none.
std::string asset_key(const Json& value);

/// Whether the resource is a nested stack.
bool is_nested_stack(const Json& resource);

/// A logical id without the hash at its end.
std::string_view readable(std::string_view logical_id);

/// The place of a stack with readable ids: `data/amplifyDataModels03`; empty for the root.
std::string readable_place(std::string_view place);

/// The member; null if there is none.
const Json& member(const Json& object, std::string_view name);

}  // namespace amplify::diff
