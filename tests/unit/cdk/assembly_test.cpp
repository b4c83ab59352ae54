// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/asset.hpp>

#include "support.hpp"

#include "cdk/digest.hpp"
#include "cdk/inspect.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace amplify::cdk {
namespace {

constexpr auto bucket = "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}";

std::string role(std::string_view name) {
  return "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-" + std::string(name) +
         "-${AWS::AccountId}-${AWS::Region}";
}

TEST(Assembly, HasTheArtifactsOfARootStack) {
  App app;
  const Stack root(app, "root", {.stackName = "name"});
  const Resource topic(root, "topic", "AWS::X::Topic");
  const auto line = std::source_location::current().line() - 1;
  const auto assembly = app.synth();
  auto manifest = json::parse(file_of(assembly, "manifest.json"));
  const std::string hash = sha256_hex(assembly.stacks[0].templateBody);
  EXPECT_EQ(manifest["version"], "36.0.0");
  EXPECT_EQ(
      manifest["artifacts"]["name.assets"],
      (json{
          {"type", "cdk:asset-manifest"},
          {"properties",
           {
               {"file", "name.assets.json"},
               {"requiresBootstrapStackVersion", 6},
               {"bootstrapStackVersionSsmParameter", "/cdk-bootstrap/hnb659fds/version"},
           }},
      })
  );
  const std::string trace = std::string("topic (") + __FILE__ + ":" + std::to_string(line) + ":1)";
  EXPECT_EQ(
      manifest["artifacts"]["name"],
      (json{
          {"type", "aws:cloudformation:stack"},
          {"environment", "aws://unknown-account/unknown-region"},
          {"properties",
           {
               {"templateFile", "name.template.json"},
               {"terminationProtection", false},
               {"validateOnSynth", false},
               {"assumeRoleArn", role("deploy-role")},
               {"cloudFormationExecutionRoleArn", role("cfn-exec-role")},
               {"stackTemplateAssetObjectUrl", std::string("s3://") + bucket + "/" + hash + ".json"
               },
               {"requiresBootstrapStackVersion", 6},
               {"bootstrapStackVersionSsmParameter", "/cdk-bootstrap/hnb659fds/version"},
               {"additionalDependencies", {"name.assets"}},
               {"lookupRole",
                {
                    {"arn", role("lookup-role")},
                    {"requiresBootstrapStackVersion", 8},
                    {"bootstrapStackVersionSsmParameter", "/cdk-bootstrap/hnb659fds/version"},
                }},
           }},
          {"dependencies", {"name.assets"}},
          {"metadata",
           {{"/root/topic", json::array({{
                                {"type", "aws:cdk:logicalId"},
                                {"data", "topic"},
                                {"trace", json::array({trace})},
                            }})}}},
          {"displayName", "name"},
      })
  );
  EXPECT_EQ(json::parse(file_of(assembly, "cdk.out")), (json{{"version", "36.0.0"}}));
}

TEST(Assembly, PublishesTemplatesAndAssets) {
  App app;
  const Stack root(app, "root");
  const NestedStack nested(root, "nested");
  const auto asset = FileAsset::fromContent(nested, "schema", "type Query", ".graphql");
  FileAsset::fromContent(root, "same", "type Query", ".graphql");
  const auto assembly = app.synth();
  auto manifest = json::parse(file_of(assembly, "root.assets.json"));
  EXPECT_EQ(manifest["version"], "36.0.0");
  EXPECT_EQ(manifest["files"].size(), 3U);
  const auto file = "asset." + asset.objectKey();
  EXPECT_EQ(
      manifest["files"][asset.objectKey()],
      (json{
          {"displayName", "root/nested/schema"},
          {"source", {{"path", file}, {"packaging", "file"}}},
          {"destinations",
           {{"current_account-current_region",
             {
                 {"bucketName", bucket},
                 {"objectKey", asset.objectKey()},
                 {"assumeRoleArn", role("file-publishing-role")},
             }}}},
      })
  );
  EXPECT_EQ(file_of(assembly, file), "type Query");
  for (const auto& stack : assembly.stacks) {
    auto& entry = manifest["files"][sha256_hex(stack.templateBody) + ".json"];
    EXPECT_EQ(entry["source"]["path"], stack.templateFile);
    EXPECT_EQ(file_of(assembly, stack.templateFile), stack.templateBody);
  }
  EXPECT_TRUE(std::ranges::is_sorted(assembly.files, {}, &CloudAssembly::File::path));
  EXPECT_EQ(assembly.files.size(), 7U);
}

TEST(Assembly, ListsStacksFromTheTop) {
  App app;
  const Stack root(app, "root");
  const NestedStack b(root, "b");
  const NestedStack a(root, "a");
  const NestedStack c(b, "c");
  const Resource queue(a, "queue", "AWS::SQS::Queue");
  const Resource topic(a, "topic", "AWS::X::Topic");
  const auto assembly = app.synth();
  std::vector<std::string> paths;
  for (const auto& stack : assembly.stacks)
    paths.push_back(stack.path);
  EXPECT_THAT(paths, testing::ElementsAre("root", "root/a", "root/b", "root/b/c"));
  EXPECT_THAT(
      assembly.stacks[1].resourceTypes, testing::ElementsAre("AWS::SQS::Queue", "AWS::X::Topic")
  );
}

CloudAssembly define(bool in_other_order) {
  App app;
  Stack root(app, "root");
  root.addTag("b", "2");
  root.addTag("a", "1");
  const auto auth = [&] {
    const NestedStack stack(root, "auth");
    const Resource pool(stack, "pool", "AWS::X::UserPool", Json::object({{"A", 1}}));
    const Output output(root, "poolId", {.value = pool.ref()});
  };
  const auto data = [&] {
    const NestedStack stack(root, "data");
    const auto asset = FileAsset::fromContent(stack, "asset", "x", ".txt");
    const Resource api(
        stack, "api", "AWS::X::GraphQLApi", Json::object({{"B", asset.s3ObjectUrl()}})
    );
  };
  // On lines of their own either way, since the manifest has them.
  if (in_other_order) {
    data();
    auth();
  } else {
    auth();
    data();
  }
  return app.synth({.indent = true});
}

TEST(Assembly, DoesNotDependOnTheOrderOfDefinitions) {
  const auto one = define(false);
  const auto other = define(true);
  ASSERT_EQ(one.files.size(), other.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i) {
    EXPECT_EQ(one.files[i].path, other.files[i].path);
    EXPECT_EQ(one.files[i].content, other.files[i].content);
  }
}

TEST(Assembly, IndentsOnRequest) {
  App app;
  const Stack root(app, "root");
  const NestedStack nested(root, "nested");
  const Resource topic(
      nested, "topic", "AWS::X::Topic",
      Json::object({{"A", Json::array({1, 2})}, {"B", Json::object({})}})
  );
  EXPECT_EQ(
      app.synth({.indent = true}).stacks[1].templateBody,
      "{\n \"Resources\": {\n  \"topic\": {\n   \"Type\": \"AWS::X::Topic\",\n"
      "   \"Properties\": {\n    \"A\": [\n     1,\n     2\n    ],\n    \"B\": {}\n   }\n  }\n }\n}"
  );
  EXPECT_EQ(
      app.synth().stacks[1].templateBody,
      R"({"Resources":{"topic":{"Type":"AWS::X::Topic","Properties":{"A":[1,2],"B":{}}}}})"
  );
}

TEST(FileAsset, IsNamedByItsContent) {
  App app;
  const Stack root(app, "root");
  const auto asset = FileAsset::fromContent(root, "asset", "abc", ".txt");
  const std::string hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(asset.hash(), hash);
  EXPECT_EQ(asset.objectKey(), hash + ".txt");
  EXPECT_EQ(json::parse(to_text(asset.bucketName())), (json{{"Fn::Sub", bucket}}));
  EXPECT_EQ(
      json::parse(to_text(asset.s3ObjectUrl())),
      (json{{"Fn::Sub", std::string("s3://") + bucket + "/" + hash + ".txt"}})
  );
}

TEST(FileAsset, ReadsAFile) {
  const auto path = std::filesystem::path(testing::TempDir()) /
                    ("cdk_asset" + std::to_string(::getpid()) + ".bin");
  const std::string content("a\0\r\nb", 5);
  std::ofstream(path, std::ios::binary) << content;
  App app;
  const Stack root(app, "root");
  const auto asset = FileAsset::fromPath(root, "asset", path.string());
  EXPECT_EQ(asset.objectKey(), sha256_hex(content) + ".bin");
  EXPECT_EQ(file_of(app.synth(), "asset." + asset.objectKey()), content);
  std::filesystem::remove(path);
}

TEST(FileAsset, ReadsADirectory) {
  namespace fs = std::filesystem;
  const auto directory = fs::path(testing::TempDir()) / "cdk_asset";
  fs::remove_all(directory);
  fs::create_directories(directory / "inner");
  std::ofstream(directory / "bootstrap") << "program";
  std::ofstream(directory / "inner" / "data") << "x";
  fs::permissions(directory / "bootstrap", fs::perms::owner_exec, fs::perm_options::add);
  const auto hash_now = [&] {
    App app;
    const Stack root(app, "root");
    return FileAsset::fromPath(root, "asset", directory.string()).hash();
  };

  App app;
  const Stack root(app, "root");
  const auto asset = FileAsset::fromPath(root, "asset", directory.string());
  EXPECT_EQ(asset.objectKey(), asset.hash() + ".zip");
  const auto assembly = app.synth();
  const auto path = "asset." + asset.hash();
  EXPECT_EQ(file_of(assembly, path + "/inner/data"), "x");
  for (const auto& file : assembly.files)
    EXPECT_EQ(file.executable, file.path == path + "/bootstrap") << file.path;
  const auto source =
      json::parse(file_of(assembly, "root.assets.json"))["files"][asset.objectKey()]["source"];
  EXPECT_EQ(source, (json{{"path", path}, {"packaging", "zip"}}));

  EXPECT_EQ(hash_now(), asset.hash());
  std::ofstream(directory / "inner" / "data") << "y";
  const auto changed = hash_now();
  EXPECT_NE(changed, asset.hash());
  fs::rename(directory / "inner" / "data", directory / "inner" / "date");
  const auto renamed = hash_now();
  EXPECT_NE(renamed, changed);
  fs::permissions(directory / "bootstrap", fs::perms::owner_exec, fs::perm_options::remove);
  EXPECT_NE(hash_now(), renamed);
  fs::remove_all(directory);
}

TEST(FileAsset, NeedsAFile) {
  const auto empty = std::filesystem::path(testing::TempDir()) / "cdk_asset_empty";
  std::filesystem::create_directories(empty);
  for (const auto& path : {std::string("/no/such/file.txt"), empty.string()}) {
    App app;
    const Stack root(app, "root");
    FileAsset::fromPath(root, "asset", path);
    expect_error(app, "AssetNotFoundError", "root/asset");
    EXPECT_THAT(errors_of(app)[0].message, testing::HasSubstr(path));
  }
}

}  // namespace
}  // namespace amplify::cdk
