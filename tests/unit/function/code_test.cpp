// SPDX-License-Identifier: Apache-2.0
// How functions get their code. In place of esbuild stands a script, which writes down how it was
// called; tests/lambda runs the real one.
#include "support.hpp"

#include <function/code.hpp>
#include <function/esbuild.hpp>

#include <iterator>

namespace amplify::functions {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Makes every bundle that it is asked for, except of files called `broken.ts`.
constexpr std::string_view fake_esbuild = R"(#!/bin/sh
log="$(dirname "$0")/calls"
line=$(echo "$PWD $*" | tr '\n' ' ')
echo "$line" >> "$log"  # in one piece: several run at a time
for argument in "$@"; do
  case "$argument" in --outdir=*) out="${argument#--outdir=}" ;; esac
done
for argument in "$@"; do
  case "$argument" in
    */index=*broken.ts) echo "broken.ts:1:1: ERROR: Unexpected"; exit 1 ;;
  esac
done
for argument in "$@"; do
  case "$argument" in
    --*) ;;
    *=*) mkdir -p "$out/${argument%%/*}"
         echo "$argument" > "$out/${argument%%=*}.mjs"
         echo '{"sources":["../commonjs.mjs","'"${argument#*=}"'"]}' > "$out/${argument%%=*}.mjs.map" ;;
  esac
done
)";

class CodeOf : public Functions {
 protected:
  Directory project;
  fs::path esbuild = project.write("tools/esbuild", fake_esbuild);
  std::string root_name = project.path().string();
  std::string esbuild_name = esbuild.string();
  Build build{{.source_directory = root_name.c_str(), .esbuild = esbuild_name.c_str()}};

  CodeOf() {
    fs::permissions(esbuild, fs::perms::owner_all);
    fs::remove(esbuild.parent_path() / "calls");
  }
  FunctionProps entry(const char* name, const char* file) const {
    return {
        .name = atRuntime(std::string(name)),
        .entry = project.write(file, "export const handler = async () => {};").string(),
    };
  }
  std::vector<std::string> calls() const {
    std::ifstream file(esbuild.parent_path() / "calls");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
      lines.push_back(line);
    return lines;
  }
};

TEST_F(CodeOf, a_node_entry_is_a_bundle) {
  const defineFunction function(entry("resize", "functions/resize/handler.ts"));
  registry.of(function);
  registry.loadCode();
  const std::string key = function_of("function")["Code"]["S3Key"];
  EXPECT_THAT(key, EndsWith(".zip"));
  const auto directory = "asset." + key.substr(0, key.size() - 4);
  const auto assembly = app.synth();
  EXPECT_THAT(cdk::file_of(assembly, directory + "/index.mjs"), HasSubstr("handler.ts"));
  EXPECT_EQ(
      json::parse(cdk::file_of(assembly, directory + "/index.mjs.map"))["sources"],
      json::array({"amplify:commonjs.mjs", "functions/resize/handler.ts"})
  );
  EXPECT_EQ(function_of("function")["Handler"], "index.handler");
  EXPECT_EQ(function_of("function")["Runtime"], "nodejs22.x");
  ASSERT_THAT(calls(), SizeIs(1));
  EXPECT_THAT(
      calls()[0],
      AllOf(
          testing::StartsWith(root_name + " --bundle"), HasSubstr("--platform=node --format=esm"),
          HasSubstr("--target=node22"), HasSubstr("--sourcemap"), HasSubstr("--minify"),
          HasSubstr("--alias:$amplify/env/resize="), Not(HasSubstr("--banner")),
          HasSubstr("--external:@aws-sdk/*")
      )
  );
}

TEST_F(CodeOf, handlers_with_the_same_options_is_made_at_once) {
  auto other = entry("c", "c.ts");
  other.runtime = 24;
  other.bundling.minify = false;
  other.layers = {{"sharp", "Sharp:1"}};
  other.environment = {{"KEY", secret("KEY")}};
  const defineFunction first(entry("a", "a.ts")), second(entry("b", "b.ts")), third(other);
  for (const auto* function : {&first, &second, &third})
    registry.of(*function);
  registry.loadCode();
  EXPECT_THAT(errors(), IsEmpty());
  EXPECT_THAT(calls(), SizeIs(2));
  EXPECT_THAT(
      calls(), Contains(AllOf(HasSubstr("a.ts"), HasSubstr("b.ts"), HasSubstr("--minify")))
  );
  EXPECT_THAT(
      calls(), Contains(AllOf(
                   HasSubstr("c.ts"), HasSubstr("--external:sharp"), HasSubstr("--target=node24"),
                   HasSubstr("--banner:js="), Not(HasSubstr("--minify"))
               ))
  );
}

TEST_F(CodeOf, handlers_have_aws_sdk_in_their_bundle_where_it_is_installed) {
  project.write("node_modules/@aws-sdk/client-sqs/package.json", "{}");
  const defineFunction function(entry("a", "functions/a/handler.ts"));
  registry.of(function);
  registry.loadCode();
  ASSERT_THAT(calls(), SizeIs(1));
  EXPECT_THAT(calls()[0], Not(HasSubstr("--external")));
}

TEST_F(CodeOf, a_handler_that_functions_share_names_one_of_them) {
  auto other = entry("b", "a.ts");
  other.runtime = 24;
  const defineFunction first(entry("a", "a.ts")), second(other);
  registry.of(first);
  registry.of(second);
  registry.loadCode();
  ASSERT_THAT(calls(), SizeIs(2));
  for (const std::string& call : calls())
    EXPECT_THAT(
        call, AllOf(HasSubstr("--alias:$amplify/env/a="), HasSubstr("--alias:$amplify/env/b="))
    );
}

TEST_F(CodeOf, a_function_is_loaded_once) {
  const defineFunction first(entry("a", "a.ts"));
  registry.of(first);
  registry.loadCode();
  registry.loadCode();
  EXPECT_THAT(calls(), SizeIs(1));
  EXPECT_THAT(errors(), IsEmpty());
}

TEST_F(CodeOf, one_of_several_handlers_may_be_broken) {
  const defineFunction good(entry("good", "good.ts"));
  const defineFunction bad(entry("bad", "broken.ts"));
  registry.of(good);
  registry.of(bad);
  registry.loadCode();
  expect_error("BundlingError", "broken.ts:1:1: ERROR: Unexpected");
  EXPECT_EQ(errors()[0].where, "defineFunction bad");
}

TEST_F(CodeOf, a_node_entry_needs_esbuild) {
  const Build without({.source_directory = root_name.c_str()});
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nonexistent", 1);
  EXPECT_EQ(find_esbuild(project.path()), std::nullopt);
  const defineFunction function(entry("a", "a.ts"));
  registry.of(function);
  registry.loadCode();
  ::setenv("PATH", path.c_str(), 1);
  expect_error("EsbuildNotFoundError", "no esbuild");
}

TEST_F(CodeOf, a_node_entry_takes_the_esbuild_of_the_project) {
  const Build without({.source_directory = root_name.c_str()});
  const auto own = project.write("node_modules/.bin/esbuild", fake_esbuild);
  EXPECT_EQ(find_esbuild(project.path() / "functions" / "a"), own);
}

TEST_F(CodeOf, an_entry_is_a_file) {
  const auto function = defineFunction({.name = "f", .entry = "./nowhere.ts"});
  registry.of(function);
  registry.loadCode();
  expect_error("EntryNotFoundError", "nowhere.ts");
}

TEST_F(CodeOf, the_default_entry_is_beside_the_definition) {
  const auto function = defineFunction({.name = "f"});
  registry.of(function);
  registry.loadCode();
  expect_error("EntryNotFoundError", "unit/function/handler.ts");
}

TEST_F(CodeOf, a_cpp_entry_is_a_program_of_the_build) {
  const auto props = entry("f", "handler.cpp");
  const std::string directory = (project.path() / "built").string();
  project.write("built/bootstrap", "program");
  const detail::built_function built{props.entry.c_str(), "x86_64", directory.c_str()};
  const Build with({.source_directory = root_name.c_str(), .functions = &built, .function_count = 1}
  );
  const defineFunction function(props);
  registry.of(function);
  registry.loadCode();
  const json found = function_of("function");
  EXPECT_EQ(found["Runtime"], "provided.al2023");
  EXPECT_EQ(found["Handler"], "bootstrap");
  EXPECT_THAT(found["Code"]["S3Key"].get<std::string>(), EndsWith(".zip"));
}

TEST_F(CodeOf, a_cpp_entry_is_in_the_build) {
  const defineFunction function(entry("f", "handler.cpp"));
  registry.of(function);
  registry.loadCode();
  expect_error("EntryNotBuiltError", "the build doesn't make a program of");
  EXPECT_THAT(errors()[0].help, HasSubstr("amplify_add_function"));
}

TEST_F(CodeOf, a_cpp_entry_is_built_for_its_architecture) {
  auto props = entry("f", "handler.cpp");
  props.architecture = Architecture::arm64;
  const detail::built_function built{props.entry.c_str(), "x86_64", "/nowhere"};
  const Build with({.functions = &built, .function_count = 1});
  const defineFunction function(props);
  registry.of(function);
  registry.loadCode();
  expect_error("EntryNotBuiltError", "for x86_64, not for arm64");
}

TEST_F(CodeOf, a_cpp_entry_has_been_built) {
  const auto props = entry("f", "handler.cpp");
  const detail::built_function built{props.entry.c_str(), "x86_64", "/nowhere"};
  const Build with({.functions = &built, .function_count = 1});
  const defineFunction function(props);
  registry.of(function);
  registry.loadCode();
  expect_error("EntryNotBuiltError", "no program /nowhere/bootstrap");
}

TEST_F(CodeOf, a_cpp_entry_with_secrets_has_the_extension) {
  auto props = entry("f", "handler.cpp");
  const std::string directory = (project.path() / "built").string();
  project.write("built/bootstrap", "program");
  const detail::built_function built{props.entry.c_str(), "x86_64", directory.c_str()};
  const Build with({.functions = &built, .function_count = 1});
  props.environment = {{"KEY", secret("KEY")}};
  const defineFunction without(props);
  registry.of(without);
  registry.loadCode();
  expect_error("MissingSecretsLayerError", "AWS-Parameters-and-Secrets-Lambda-Extension");

  props.name = "g";
  props.layers = {
      {"secrets",
       "arn:aws:lambda:us-east-1:177933569100:layer:AWS-Parameters-and-Secrets-Lambda-Extension:12"}
  };
  const defineFunction good(props);
  registry.of(good);
  registry.loadCode();
  EXPECT_THAT(errors(), SizeIs(1));
  EXPECT_THAT(app.errors(), SizeIs(1));
}

TEST_F(CodeOf, a_directory_is_that_directory) {
  auto props = elsewhere("f");
  props.code = Code::fromAsset((project.path() / "src").string());
  project.write("src/index.py", "def handler(): pass");
  const defineFunction function(props);
  registry.of(function);
  registry.loadCode();
  const std::string key = function_of("function")["Code"]["S3Key"];
  EXPECT_EQ(
      cdk::file_of(app.synth(), "asset." + key.substr(0, key.size() - 4) + "/index.py"),
      "def handler(): pass"
  );
}

TEST_F(CodeOf, a_directory_is_there) {
  auto props = elsewhere("f");
  props.code = Code::fromAsset("./nowhere");
  const defineFunction function(props);
  registry.of(function);
  registry.loadCode();
  expect_error("AssetNotFoundError", "/unit/function/nowhere");
}

}  // namespace
}  // namespace amplify::functions
