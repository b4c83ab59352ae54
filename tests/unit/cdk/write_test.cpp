// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <unistd.h>

namespace amplify::cdk {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

struct Write : testing::Test {
  fs::path parent = fs::path(testing::TempDir()) / ("cdk_write_" + std::to_string(::getpid()));
  fs::path out = parent / "cdk.out";

  Write() { fs::create_directories(parent); }
  ~Write() override { fs::remove_all(parent); }

  static CloudAssembly assembly(const std::string& content) {
    return {.files = {{"cdk.out", "{}"}, {"manifest.json", content}}};
  }
  static void put(const fs::path& path, const std::string& content) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
  }
  static Files files(const fs::path& directory) {
    Files found;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      found[entry.path().lexically_relative(directory).string()].assign(
          std::istreambuf_iterator<char>(stream), {}
      );
    }
    return found;
  }
  /// Nothing temporary is left beside the output.
  std::size_t siblings() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(parent), fs::directory_iterator())
    );
  }
  static void expect_refusal(const CloudAssembly& assembly, const fs::path& directory) {
    try {
      assembly.write(directory.string());
      FAIL() << "written";
    } catch (const UserError& error) {
      EXPECT_EQ(error.diagnostics().at(0).code, "OutputDirectoryError");
      EXPECT_EQ(error.diagnostics().at(0).where, directory.string());
      EXPECT_FALSE(error.diagnostics().at(0).help.empty());
    }
  }
};

TEST_F(Write, KeepsWhatIsExecutable) {
  auto files = assembly("{}");
  files.files.push_back({.path = "asset.0/bootstrap", .content = "program", .executable = true});
  files.write(out.string());
  const auto may_run = [&](const char* file) {
    return (fs::status(out / file).permissions() & fs::perms::others_exec) != fs::perms::none;
  };
  EXPECT_TRUE(may_run("asset.0/bootstrap"));
  EXPECT_FALSE(may_run("manifest.json"));
}

TEST_F(Write, MakesTheDirectoryAndItsParents) {
  const auto deep = parent / "a" / "b" / "out";
  assembly("new").write(deep.string() + "/");
  EXPECT_EQ(files(deep), (Files{{"cdk.out", "{}"}, {"manifest.json", "new"}}));
  EXPECT_EQ(std::distance(fs::directory_iterator(deep.parent_path()), {}), 1);
}

TEST_F(Write, ReplacesAnAssembly) {
  put(out / "cdk.out", "old");
  put(out / "asset.1" / "index.js", "old");
  assembly("new").write(out.string());
  EXPECT_EQ(files(out), (Files{{"cdk.out", "{}"}, {"manifest.json", "new"}}));
  EXPECT_EQ(siblings(), 1U);
}

TEST_F(Write, ReplacesAnAssemblyThatHasAManifestOnly) {
  put(out / "manifest.json", R"({"version": "36.0.0", "artifacts": {}})");
  assembly("new").write(out.string());
  EXPECT_EQ(files(out)["manifest.json"], "new");
}

TEST_F(Write, KeepsTheLocksOfCdk) {
  put(out / "synth.lock", "123");
  assembly("new").write(out.string());
  put(out / "read.7.1.lock", "7");
  assembly("newer").write(out.string());
  EXPECT_EQ(
      files(out), (Files{
                      {"cdk.out", "{}"},
                      {"manifest.json", "newer"},
                      {"read.7.1.lock", "7"},
                      {"synth.lock", "123"},
                  })
  );
}

TEST_F(Write, RefusesOtherDirectories) {
  for (const auto& [name, content] : Files{
           {"notes.txt", "mine"},
           {"manifest.json", R"({"name": "a web app"})"},
           {"manifest.json/notes.txt", "a directory of that name"},
           {"cdk.out/manifest.json", "a project with its output"},
       }) {
    fs::remove_all(out);
    put(out / name, content);
    expect_refusal(assembly("new"), out);
    EXPECT_EQ(files(out), (Files{{name, content}}));
    EXPECT_EQ(siblings(), 1U);
  }
}

TEST_F(Write, RefusesAFile) {
  put(out, "mine");
  expect_refusal(assembly("new"), out);
  EXPECT_TRUE(fs::is_regular_file(out));
}

TEST_F(Write, RefusesAPlaceBelowAFile) {
  put(parent / "file", "mine");
  expect_refusal(assembly("new"), parent / "file" / "out");
}

TEST_F(Write, LeavesTheOldAssemblyWhenItFails) {
  put(out / "cdk.out", "old");
  auto broken = assembly("new");
  broken.files.push_back({"manifest.json/below-a-file", "cannot be written"});
  expect_refusal(broken, out);
  EXPECT_EQ(files(out), (Files{{"cdk.out", "old"}}));
  EXPECT_EQ(siblings(), 1U);
}

TEST_F(Write, FollowsALinkToTheDirectory) {
  put(parent / "real" / "cdk.out", "old");
  fs::create_directory_symlink(parent / "real", out);
  assembly("new").write(out.string());
  EXPECT_TRUE(fs::is_symlink(out));
  EXPECT_EQ(files(parent / "real")["manifest.json"], "new");
}

}  // namespace
}  // namespace amplify::cdk
