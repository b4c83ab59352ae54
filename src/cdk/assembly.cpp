// SPDX-License-Identifier: Apache-2.0
#include "cdk/assembly.hpp"

#include "cdk/asset_manifest.hpp"
#include "cdk/bootstrap.hpp"
#include "cdk/construct_tree.hpp"
#include "cdk/logical_id.hpp"
#include "cdk/print.hpp"
#include "cdk/validation_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace amplify::cdk {

using detail::ConstructNode;
using detail::Data;
using detail::make_boolean;
using detail::make_integer;
using detail::make_list;
using detail::make_object;
using detail::make_string;
using detail::Member;

namespace {

class Assembler {
 public:
  Assembler(Plan& plan, const TemplatePrinter& templates, Tags& tags, bool indent)
      : plan_(plan), templates_(templates), tags_(tags), indent_(indent) {}

  CloudAssembly run(std::vector<Finding> findings) {
    if (!findings.empty()) {
      add_file("validation-report.json", print(*validation_report(findings), indent_));
    }
    assembly_.findings = std::move(findings);
    std::vector<Member> artifacts;
    std::vector<std::string> ids;  // which the members' keys view
    ids.reserve(2 * plan_.roots.size());
    for (const auto* root : plan_.roots) {
      const auto& id = ids.emplace_back(stack_name_of(*root->node));
      const auto& assets_id = ids.emplace_back(id + ".assets");
      add_stack(*root);
      add_file(id + ".assets.json", print(*asset_manifest(*root), indent_));
      artifacts.push_back({assets_id, assets_artifact(id)});
      artifacts.push_back({id, stack_artifact(*root, id)});
    }
    add_file("tree.json", print(*construct_tree(plan_), indent_));
    artifacts.push_back({"tree.json", tree_artifact()});  // a name that no stack has
    const auto* const version = make_string(bootstrap::schema_version);
    const auto* const manifest = make_object({
        {"version", version},
        {"artifacts", make_object(artifacts)},
        {"missing", missing()},
    });
    add_file("manifest.json", print(*manifest, indent_));
    add_file("cdk.out", print(*make_object({{"version", version}}), indent_));
    finish();
    return std::move(assembly_);
  }

 private:
  /// What the CLI has to look up before it runs the program again.
  const Data* missing() const {
    std::vector<const Data*> entries;
    for (const auto& [key, entry] : plan_.tree.missing)
      entries.push_back(entry);
    return entries.empty() ? nullptr : make_list(entries);
  }

  static const Data* tree_artifact() {
    return make_object({
        {"type", make_string("cdk:tree")},
        {"properties", make_object({{"file", make_string("tree.json")}})},
    });
  }

  static const Data* environment(const StackPlan& root) {
    const auto& [account, region] = root.data().environment;
    return make_string(fmt::format(
        "aws://{}/{}", account.empty() ? "unknown-account" : account,
        region.empty() ? "unknown-region" : region
    ));
  }

  void add_file(std::string path, std::string content, bool executable = false) {
    assembly_.files.push_back({std::move(path), std::move(content), executable});
  }

  void add_stack(const StackPlan& stack) {
    const auto& printed = templates_.of(stack);
    auto& result = assembly_.stacks.emplace_back(SynthesizedStack{
        .path = stack.node->path(),
        .templateFile = printed.file,
        .templateBody = printed.body,
        .nested = stack.parent != nullptr,
    });
    for (const auto& resource : stack.resources) {
      result.resourceTypes.push_back(resource.data().type);
    }
    std::ranges::sort(result.resourceTypes);
    add_file(printed.file, printed.body);
    for (const auto* nested : stack.nested)
      add_stack(*nested);
  }

  const Data* asset_manifest(const StackPlan& root) {
    AssetManifest manifest;
    add_templates(manifest, root);
    for (const auto* node : root.assets) {
      const auto& asset = *node->as<detail::AssetData>();
      const auto path = "asset." + asset.hash + (asset.is_directory ? "" : asset.extension);
      manifest.add(asset.hash, asset.extension, path, node->path(), asset.is_directory);
      for (const auto& file : asset.files) {
        add_file(asset.is_directory ? path + "/" + file.path : path, file.content, file.executable);
      }
    }
    return manifest.take();
  }

  void add_templates(AssetManifest& manifest, const StackPlan& stack) {
    const auto& printed = templates_.of(stack);
    manifest.add(printed.hash, ".json", printed.file, stack.node->path() + " template");
    for (const auto* nested : stack.nested)
      add_templates(manifest, *nested);
  }

  static const Data* assets_artifact(const std::string& id) {
    const auto* const properties = make_object({
        {"file", make_string(id + ".assets.json")},
        {"requiresBootstrapStackVersion", make_integer(bootstrap::required_version)},
        {"bootstrapStackVersionSsmParameter", make_string(bootstrap::version_parameter)},
    });
    return make_object({{"type", make_string("cdk:asset-manifest")}, {"properties", properties}});
  }

  const Data* stack_artifact(const StackPlan& root, const std::string& id) {
    std::vector<const Data*> dependencies{make_string(id + ".assets")};
    std::vector<std::string> others;
    for (const auto& [other, use] : root.waits_for)
      others.push_back(stack_name_of(*other->node));
    std::ranges::sort(others);
    for (const auto& other : others)
      dependencies.push_back(make_string(other));
    return make_object({
        {"type", make_string("aws:cloudformation:stack")},
        {"environment", environment(root)},
        {"properties", stack_properties(root, id)},
        {"dependencies", make_list(dependencies)},
        {"metadata", metadata(root)},
        {"displayName", make_string(id)},
    });
  }

  const Data* stack_properties(const StackPlan& root, const std::string& id) {
    const auto template_url =
        fmt::format("s3://{}/{}.json", bootstrap::bucket, templates_.of(root).hash);
    const auto* const parameter = make_string(bootstrap::version_parameter);
    const auto* const lookup_role = make_object({
        {"arn", make_string(bootstrap::role("lookup-role"))},
        {"requiresBootstrapStackVersion", make_integer(bootstrap::required_version_for_lookup)},
        {"bootstrapStackVersionSsmParameter", parameter},
    });
    return make_object({
        {"templateFile", make_string(templates_.of(root).file)},
        {"terminationProtection", make_boolean(false)},
        {"tags", tags(root)},
        {"validateOnSynth", make_boolean(false)},
        {"assumeRoleArn", make_string(bootstrap::role("deploy-role"))},
        {"cloudFormationExecutionRoleArn", make_string(bootstrap::role("cfn-exec-role"))},
        {"stackTemplateAssetObjectUrl", make_string(template_url)},
        {"requiresBootstrapStackVersion", make_integer(bootstrap::required_version)},
        {"bootstrapStackVersionSsmParameter", parameter},
        {"additionalDependencies", make_list({make_string(id + ".assets")})},
        {"lookupRole", lookup_role},
    });
  }

  const Data* tags(const StackPlan& root) {
    std::vector<Member> members;
    for (const auto& [key, value] : tags_.at(*root.node)) {
      members.push_back({key, make_string(value)});
    }
    return members.empty() ? nullptr : make_object(members);
  }

  /// Where each entry of the templates comes from, for the messages of `cdk`.
  const Data* metadata(const StackPlan& root) {
    std::map<std::string, const Data*> entries;
    add_metadata(entries, root);
    std::vector<Member> members;
    members.reserve(entries.size());
    for (const auto& [path, entry] : entries)
      members.push_back({path, entry});
    return members.empty() ? nullptr : make_object(members);
  }

  void add_metadata(std::map<std::string, const Data*>& entries, const StackPlan& stack) {
    for (const auto& resource : stack.resources)
      add_metadata(entries, *resource.node, resource.id);
    for (const auto* section :
         {&stack.parameters, &stack.mappings, &stack.conditions, &stack.rules, &stack.outputs}) {
      for (const auto* node : section->nodes)
        add_metadata(entries, *node, node->id);
    }
    for (const auto* nested : stack.nested)
      add_metadata(entries, *nested);
  }

  static void add_metadata(
      std::map<std::string, const Data*>& entries, const ConstructNode& node, std::string_view id
  ) {
    const auto* const entry = make_object({
        {"type", make_string("aws:cdk:logicalId")},
        {"data", make_string(id)},
        {"trace", trace(node)},
    });
    entries.emplace("/" + node.path(), make_list({entry}));
  }

  static const Data* trace(const ConstructNode& node) {
    const auto source = node.source();
    if (source.line() == 0) return nullptr;
    // The column is no help, and compilers differ in it; `cdk` reads nothing without one.
    return make_list(
        {make_string(fmt::format("{} ({}:{}:1)", node.id, source.file_name(), source.line()))}
    );
  }

  void finish() {
    auto& files = assembly_.files;
    std::ranges::sort(files, {}, &CloudAssembly::File::path);
    const auto repeated = std::ranges::unique(files, {}, &CloudAssembly::File::path);
    files.erase(repeated.begin(), repeated.end());
  }

  Plan& plan_;
  const TemplatePrinter& templates_;
  Tags& tags_;
  bool indent_;
  CloudAssembly assembly_{};
};

}  // namespace

CloudAssembly make_assembly(
    Plan& plan, const TemplatePrinter& templates, Tags& tags, std::vector<Finding> findings,
    bool indent
) {
  return Assembler(plan, templates, tags, indent).run(std::move(findings));
}

}  // namespace amplify::cdk
