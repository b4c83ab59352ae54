// SPDX-License-Identifier: Apache-2.0
#include "diff/snapshot.hpp"

#include "data/sdl/faults.hpp"
#include "data/sdl/lower.hpp"
#include "data/sdl/parser.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace amplify::diff {
namespace {

Json parse_template(std::string_view text, const std::string& name) {
  Json body = Json::parse(text, nullptr, false);
  if (body.is_object()) return body;
  throw UserError(Diagnostic{
      .code = "UnreadableTemplateError",
      .where = name,
      .message = "the template is not JSON",
      .help = "only stacks that this library or the CDK deployed can be compared"
  });
}

const Json& resources(const Json& body) { return member(body, "Resources"); }

/// A place in the tree of stacks with the key of the template to read.
struct Nested {
  std::string place;
  std::string key;
};

std::vector<Nested> nested_stacks(const std::string& place, const Json& body) {
  std::vector<Nested> all;
  for (const auto& [id, resource] : resources(body).items()) {
    if (!is_nested_stack(resource)) continue;
    auto key = asset_key(member(member(resource, "Properties"), "TemplateURL"));
    if (!key.empty())
      all.push_back({place.empty() ? id : fmt::format("{}/{}", place, id), std::move(key)});
  }
  return all;
}

/// The key of the API's schema, which the first API has.
std::string graphql_key(const Json& body) {
  for (const auto& [id, resource] : resources(body).items()) {
    if (member(resource, "Type") == "AWS::AppSync::GraphQLSchema")
      return asset_key(member(member(resource, "Properties"), "DefinitionS3Location"));
  }
  return {};
}

/// Of a text that isn't Amplify's nothing is known: then only resources are compared.
sdl::Document parse(std::string_view text) {
  std::vector<Diagnostic> errors;
  auto document = sdl::parse(text, errors);
  return errors.empty() ? std::move(document) : sdl::Document();
}

ir::Definition lower(std::string_view text) {
  std::vector<Diagnostic> errors;
  const auto document = sdl::parse(text, errors);
  sdl::Faults faults(errors);
  auto definition = sdl::lower(document, faults);
  return errors.empty() ? std::move(definition) : ir::Definition();
}

std::string find(const std::map<std::string, std::string>& texts, const std::string& key) {
  const auto found = texts.find(key);
  return found == texts.end() ? std::string() : found->second;
}

[[noreturn]] void unreadable(const std::filesystem::path& directory, std::string message) {
  throw UserError(Diagnostic{
      .code = "UnreadableAssemblyError",
      .where = directory.string(),
      .message = std::move(message),
      .help = "name a directory that `backend synth` or `cdk synth` wrote"
  });
}

std::optional<std::string> file_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

/// Reads the files of an assembly by path.
using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

/// The assets of an assembly, by the manifest of assets.
ReadAssets assets_of(Json manifest, ReadFile read) {
  return [manifest = std::move(manifest),
          read = std::move(read)](const std::vector<std::string>& keys) {
    std::map<std::string, std::string> texts;
    for (const auto& [id, file] : member(manifest, "files").items()) {
      for (const auto& [account, destination] : member(file, "destinations").items()) {
        const auto& key = member(destination, "objectKey");
        const auto& path = member(member(file, "source"), "path");
        if (!key.is_string() || !path.is_string()) continue;
        if (std::ranges::find(keys, key.get_ref<const std::string&>()) == keys.end()) continue;
        if (auto text = read(path.get<std::string>())) texts.emplace(key, std::move(*text));
      }
    }
    return texts;
  };
}

}  // namespace

const Json& member(const Json& object, std::string_view name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::string asset_key(const Json& value) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    // A SHA-256 as hexadecimal digits, then an extension.
    constexpr std::size_t digits = 64;
    const auto slash = text.rfind('/');
    const auto name = slash == text.npos ? std::string() : text.substr(slash + 1);
    const auto length = name.find_first_not_of("0123456789abcdef");
    return length == digits ? name : std::string();
  }
  if (!value.is_structured()) return {};
  for (const auto& item : value) {
    if (auto key = asset_key(item); !key.empty()) return key;
  }
  return {};
}

bool is_nested_stack(const Json& resource) {
  return member(resource, "Type") == "AWS::CloudFormation::Stack";
}

std::string_view readable(std::string_view logical_id) {
  constexpr std::size_t length = 8;
  if (logical_id.size() <= length) return logical_id;
  const auto hash = logical_id.substr(logical_id.size() - length);
  if (hash.find_first_not_of("0123456789ABCDEF") != hash.npos) return logical_id;
  return logical_id.substr(0, logical_id.size() - length);
}

std::string readable_place(std::string_view place) {
  std::string text;
  while (!place.empty()) {
    const auto end = std::min(place.find('/'), place.size());
    text += fmt::format("{}{}", text.empty() ? "" : "/", readable(place.substr(0, end)));
    place.remove_prefix(std::min(end + 1, place.size()));
  }
  return text;
}

Snapshot read_snapshot(
    std::string stack_name, std::string_view root_template, const ReadAssets& read
) {
  Snapshot result{.stackName = std::move(stack_name)};
  Json root = parse_template(root_template, result.stackName);
  std::vector<Nested> todo = nested_stacks({}, root);
  const auto models = asset_key(member(member(root, "Outputs"), models_output));
  std::string graphql = graphql_key(root);
  result.templates.emplace(std::string(), std::move(root));
  while (!todo.empty()) {
    std::vector<std::string> keys;
    for (const Nested& nested : todo)
      keys.push_back(nested.key);
    const auto texts = read(keys);
    std::vector<Nested> below;
    for (const Nested& nested : todo) {
      const auto found = texts.find(nested.key);
      if (found == texts.end()) continue;
      Json body = parse_template(found->second, nested.place);
      std::ranges::move(nested_stacks(nested.place, body), std::back_inserter(below));
      if (graphql.empty()) graphql = graphql_key(body);
      result.templates.emplace(nested.place, std::move(body));
    }
    todo = std::move(below);
  }
  if (graphql.empty()) return result;
  const auto texts = read({graphql, models});
  result.graphql = parse(find(texts, graphql));
  result.models = lower(find(texts, models));
  return result;
}

Snapshot snapshot(const cdk::CloudAssembly& assembly) {
  const ReadFile read = [&](const std::string& path) -> std::optional<std::string> {
    const auto found =
        std::ranges::lower_bound(assembly.files, path, {}, &cdk::CloudAssembly::File::path);
    if (found == assembly.files.end() || found->path != path) return {};
    return found->content;
  };
  const auto& root = assembly.stacks.front();
  const auto name = root.templateFile.substr(0, root.templateFile.find(".template.json"));
  return read_snapshot(
      name, root.templateBody,
      assets_of(Json::parse(read(name + ".assets.json").value_or("{}")), read)
  );
}

Snapshot read_assembly(const std::filesystem::path& directory) {
  const ReadFile read = [&](const std::string& path) { return file_text(directory / path); };
  const auto text = read("manifest.json");
  if (!text) unreadable(directory, "there is no cloud assembly");
  const Json manifest = Json::parse(*text, nullptr, false);
  for (const auto& [name, artifact] : member(manifest, "artifacts").items()) {
    if (member(artifact, "type") != "aws:cloudformation:stack") continue;
    const auto& file = member(member(artifact, "properties"), "templateFile");
    const auto root = file.is_string() ? read(file.get<std::string>()) : std::nullopt;
    const auto assets = Json::parse(read(name + ".assets.json").value_or("{}"), nullptr, false);
    if (!root) unreadable(directory, fmt::format("the template of {} is missing", name));
    return read_snapshot(name, *root, assets_of(assets, read));
  }
  unreadable(directory, "the assembly has no stack");
}

}  // namespace amplify::diff
