// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "environment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <vector>

#include <unistd.h>

namespace amplify {
namespace {

using namespace amplify::literals;
using amplify::testing::Variable;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;
namespace fs = std::filesystem;

constexpr auto schema =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.owner()));
const auto auth = defineAuth({.loginWith = {.email = true}});
const auto data = defineData({.schema = schema});

struct Outcome {
  int status = 0;
  std::string out{};
  std::string err{};
};

Outcome run_backend(const Backend& backend, std::initializer_list<std::string> arguments) {
  std::vector<std::string> all{"backend"};
  all.insert(all.end(), arguments);
  std::vector<char*> argv;
  for (std::string& argument : all)
    argv.push_back(argument.data());
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  const int status = run(backend, static_cast<int>(argv.size()), argv.data());
  std::fflush(nullptr);
  return {
      status, ::testing::internal::GetCapturedStdout(), ::testing::internal::GetCapturedStderr()
  };
}

Outcome run_backend(std::initializer_list<std::string> arguments) {
  return run_backend(defineBackend(auth, data), arguments);
}

/// A path in a new, empty directory. Tests run side by side, in two build trees.
std::string fresh(const std::string& name) {
  const std::string process = std::to_string(::getpid());
  const fs::path directory = fs::path(::testing::TempDir()) / ("amplify_run_test" + process);
  fs::remove_all(directory);
  fs::create_directories(directory);
  return directory / name;
}

TEST(Run, SynthWritesAndSummarizes) {
  const std::string directory = fresh("cdk.out");
  const Outcome result = run_backend({"synth", "--output", directory});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(fs::exists(directory + "/manifest.json"));
  EXPECT_THAT(
      result.out, AllOf(HasSubstr("auth"), HasSubstr("DynamoDB::Table"), HasSubstr(directory))
  );
  EXPECT_EQ(result.err, "");
}

TEST(Run, GraphPrintsADiagram) {
  EXPECT_EQ(
      run_backend({"graph"}).out, "erDiagram\n  Note {\n    ID id PK\n    String text\n  }\n"
  );
  EXPECT_THAT(run_backend({"graph", "--format", "dot"}).out, StartsWith("digraph {\n"));
  const Outcome unknown = run_backend({"graph", "--format", "png"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(unknown.err, HasSubstr("png"));
  EXPECT_THAT(
      run_backend(defineBackend(auth), {"graph"}).err, HasSubstr("error[NoDataError] graph")
  );
}

TEST(Run, GraphShowsResourcesAndTheirReferencesAcrossStacks) {
  const std::string text = run_backend({"graph", "resources"}).out;
  EXPECT_THAT(text, AllOf(StartsWith("flowchart LR\n"), HasSubstr("subgraph s1[\"auth\"]")));
  const auto node = [&](const std::string& label) {
    const auto end = text.find("[\"" + label);
    return text.substr(text.rfind(' ', end) + 1, end - text.rfind(' ', end) - 1);
  };
  const std::string api = node("AppSync::GraphQLApi");
  EXPECT_THAT(
      text, AllOf(
                HasSubstr(api + " --> " + node("Cognito::UserPool<br>")),
                HasSubstr(node("AppSync::DataSource<br>NoteDataSource") + " --> " + api)
            )
  );
  EXPECT_THAT(
      run_backend({"graph", "resources", "--format", "dot"}).out,
      AllOf(StartsWith("digraph {\n"), HasSubstr("subgraph cluster1 { label=\"auth\";"))
  );
  EXPECT_THAT(run_backend({"graph", "resuorces"}).err, HasSubstr("{models,resources}"));
  EXPECT_EQ(run_backend(defineBackend(auth), {"graph", "resources"}).status, 0);
}

TEST(Run, GraphNeedsGraphvizForPictures) {
  const Variable path("PATH", fresh(""));
  const Outcome result = run_backend({"graph", "--format", "svg"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, StartsWith("error[ToolNotFoundError] graph --format svg: "));
}

TEST(Run, SynthIsSilentUnderTheCdkCli) {
  const Variable directory("CDK_OUTDIR", fresh("cdk.out"));
  const Outcome result = run_backend({});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_TRUE(fs::exists(std::string(std::getenv("CDK_OUTDIR")) + "/manifest.json"));
}

TEST(Run, TwoRunsWriteTheSameBytes) {
  const Outcome first = run_backend({"print", "data"});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(first.out, run_backend(defineBackend(data, auth), {"print", "data"}).out);
}

TEST(Run, PrintsWhatIsAskedFor) {
  EXPECT_THAT(run_backend({"print"}).out, HasSubstr("AWS::CloudFormation::Stack"));
  EXPECT_THAT(run_backend({"print", "auth"}).out, HasSubstr("AWS::Cognito::UserPool"));
  EXPECT_THAT(run_backend({"print", "--schema"}).out, HasSubstr("\"models\": ["));
  EXPECT_THAT(run_backend({"print", "--graphql"}).out, HasSubstr("type Note"));
  EXPECT_THAT(run_backend({"print", "--introspection"}).out, HasSubstr("\"models\""));
  EXPECT_THAT(
      run_backend({"print", "--resolver", "Query.getNote"}).out,
      HasSubstr("export function request")
  );
}

TEST(Run, PrintsNothingUnknown) {
  const Outcome stack = run_backend({"print", "dta"});
  EXPECT_EQ(stack.status, 1);
  EXPECT_THAT(
      stack.err, AllOf(
                     StartsWith("error[UnknownStackError] print: "),
                     HasSubstr("help: the stacks are auth, data")
                 )
  );
  const Outcome field = run_backend({"print", "--resolver", "Query.getNot"});
  EXPECT_EQ(field.status, 1);
  EXPECT_THAT(
      field.err,
      AllOf(StartsWith("error[UnknownFieldError]"), HasSubstr("did you mean `Query.getNote`?"))
  );
  const Outcome no_data = run_backend(defineBackend(auth), {"print", "--graphql"});
  EXPECT_EQ(no_data.status, 1);
  EXPECT_THAT(no_data.err, StartsWith("error[NoDataError]"));
}

TEST(Run, PrintTakesAStackOrWhatElseToPrint) {
  for (const char* option : {"--schema", "--graphql", "--introspection"}) {
    EXPECT_THAT(run_backend({"print", "data", option}).err, HasSubstr("excludes"));
    EXPECT_THAT(run_backend({"print", option, "--resolver", "Query.getNote"}).status, 1);
  }
  EXPECT_THAT(
      run_backend({"print", "data", "--resolver", "Query.getNote"}).err, HasSubstr("excludes")
  );
  EXPECT_THAT(run_backend({"print", ""}).err, HasSubstr("STACK: the value is empty"));
  EXPECT_THAT(
      run_backend({"print", "--resolver", ""}).err, HasSubstr("--resolver: the value is empty")
  );
}

TEST(Run, EveryCommandHasHelpWithExamples) {
  for (const char* command :
       {"synth", "print", "deploy", "destroy", "outputs", "secret", "init", "info", "doctor",
        "completion"}) {
    const auto help = run_backend({command, "--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr(std::string("Examples:\n  backend ") + command));
  }
}

/// What bash offers for these words, by the script that the program prints.
std::string completions(const std::string& words, const std::string& position) {
  const std::string script = fresh("completion.bash");
  std::ofstream(script) << run_backend({"completion", "bash"}).out;
  const std::string command = "bash -c '. " + script + "; COMP_WORDS=(" + words +
                              "); COMP_CWORD=" + position +
                              "; _amplify_backend; echo \"${COMPREPLY[@]}\"'";
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  char line[1000] = {};
  std::string text = std::fgets(line, sizeof line, pipe) != nullptr ? line : "";
  ::pclose(pipe);
  return text;
}

TEST(Run, ShellsCompleteCommandsAndOptions) {
  EXPECT_EQ(completions("backend sy", "1"), "synth\n");
  EXPECT_EQ(completions("backend synth --out", "2"), "--output\n");
  EXPECT_EQ(completions("backend print --gra", "2"), "--graphql\n");
  EXPECT_EQ(completions("backend secret s", "2"), "set\n");
  EXPECT_EQ(completions("backend secret set --sha", "3"), "--shared\n");
  EXPECT_EQ(completions("backend secret set KEY --sha", "4"), "--shared\n");
  EXPECT_EQ(completions("backend secret get --al", "3"), "\n");
  EXPECT_EQ(completions("backend secret remove --al", "3"), "--all\n");
  EXPECT_THAT(run_backend({"completion", "zsh"}).out, StartsWith("#compdef backend"));
  const std::string fish = run_backend({"completion", "fish"}).out;
  EXPECT_THAT(fish, HasSubstr("-l output"));
  EXPECT_THAT(fish, HasSubstr("secret; and __fish_seen_subcommand_from set' -l shared"));
  EXPECT_EQ(run_backend({"completion", "tcsh"}).status, 1);
}

TEST(Run, InitBeginsAProjectInANewDirectory) {
  const std::string directory = fresh("my shop");
  const auto result = run_backend({"init", directory});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("my shop/backend.cpp\n"));
  std::ifstream cmake(directory + "/CMakeLists.txt");
  const std::string text{std::istreambuf_iterator<char>(cmake), {}};
  EXPECT_THAT(text, AllOf(HasSubstr("project(my-shop "), HasSubstr("find_package(amplify-cpp 0.")));
  EXPECT_TRUE(fs::exists(directory + "/.gitignore"));
  const auto again = run_backend({"init", directory});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, StartsWith("error[DirectoryNotEmptyError] "));
}

TEST(Run, InitLetsAmpxDriveTheProgram) {
  const std::string directory = fresh("");
  const auto before = fs::current_path();
  fs::current_path(directory);
  const auto result = run_backend({"init", "ampx", "--program", "out/backend"});
  const auto again = run_backend({"init", "ampx"});
  fs::current_path(before);
  EXPECT_EQ(result.status, 0) << result.err;
  std::ifstream bridge(directory + "/amplify/backend.mjs");
  const std::string text{std::istreambuf_iterator<char>(bridge), {}};
  EXPECT_THAT(text, HasSubstr("?? 'out/backend'"));
  EXPECT_THAT(again.err, StartsWith("error[FileExistsError] amplify/backend.mjs"));
}

TEST(Run, GenerateWritesAllItsFilesOrNone) {
  const std::string directory = fresh("client");
  const Outcome result = run_backend({"generate", "graphql", "--out", directory});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("client/schema.graphql\n"));
  EXPECT_EQ(run_backend({"generate", "graphql", "--out", directory}).status, 0);
  EXPECT_EQ(run_backend({"generate", "types", "--out", directory}).status, 0);

  const std::string other = fresh("client");
  fs::create_directory(other);
  std::ofstream(other + "/schema.graphql") << "type Mine";
  const Outcome existing = run_backend({"generate", "graphql", "--out", other});
  EXPECT_EQ(existing.status, 1);
  EXPECT_THAT(existing.err, StartsWith("error[FileExistsError] " + other + "/schema.graphql"));
  fs::remove(other + "/schema.graphql");
  fs::create_directory(other + "/subscriptions.graphql");
  EXPECT_EQ(run_backend({"generate", "graphql", "--out", other}).status, 1);
  EXPECT_EQ(std::distance(fs::directory_iterator(other), {}), 1);
}

TEST(Run, GenerateRefusesWhatItCannotWrite) {
  EXPECT_THAT(run_backend({"generate", "graphlq"}).err, HasSubstr("did you mean `graphql`?"));
  EXPECT_THAT(run_backend({"generate"}).err, HasSubstr("it is one of graphql, types, cpp"));
  for (const char* name : {"class", "1a", "a::", "std", "a b", "a:b"}) {
    const Outcome result = run_backend({"generate", "cpp", "--namespace", name});
    EXPECT_THAT(result.err, HasSubstr("is no namespace")) << name;
  }
  EXPECT_THAT(
      run_backend(defineBackend(auth), {"generate", "cpp"}).err,
      StartsWith("error[NoDataError] generate")
  );
}

TEST(Run, InfoTellsVersions) {
  EXPECT_THAT(run_backend({"info"}).out, HasSubstr("amplify-cpp"));
  EXPECT_THAT(run_backend({"info", "--json"}).out, StartsWith("[\n"));
}

TEST(Run, BadInputWritesNothing) {
  const std::string directory = fresh("cdk.out");
  {
    const Variable context("CDK_CONTEXT_JSON", "{");
    const Outcome result = run_backend({"synth", "--output", directory});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.err, StartsWith("error[InvalidContextError] CDK_CONTEXT_JSON: "));
  }
  const auto second = defineAuth({.loginWith = {.email = true}});
  const Outcome twice = run_backend(defineBackend(auth, second), {"synth", "--output", directory});
  EXPECT_EQ(twice.status, 1);
  EXPECT_THAT(twice.err, StartsWith("error[MultipleSingletonResourcesError] defineBackend: "));
  const Outcome unknown = run_backend({"deplyo", "--output", directory});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(unknown.err, StartsWith("error[CommandLineError] command line: "));
  EXPECT_FALSE(fs::exists(directory));
}

TEST(Run, AnOutputDirectoryThatCannotBeWrittenIsAnError) {
  const Outcome result = run_backend({"synth", "--output", "/proc/nowhere/cdk.out"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, StartsWith("error[OutputDirectoryError] /proc/nowhere/cdk.out: "));
}

TEST(Run, AFullStandardOutputIsAnError) {
  std::FILE* const full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  std::fflush(stdout);
  const int saved = ::dup(STDOUT_FILENO);
  ::dup2(::fileno(full), STDOUT_FILENO);
  char name[] = "backend";
  char command[] = "print";
  char* argv[] = {name, command};
  ::testing::internal::CaptureStderr();
  const int status = run(defineBackend(auth, data), 2, argv);
  const std::string text = ::testing::internal::GetCapturedStderr();
  ::dup2(saved, STDOUT_FILENO);
  std::clearerr(stdout);
  ::close(saved);
  std::fclose(full);
  EXPECT_EQ(status, 1);
  EXPECT_THAT(text, HasSubstr("error[StandardOutputError] standard output: it can't be written"));
}

TEST(Run, RulesShowsWhoMayDoWhat) {
  const Outcome table = run_backend({"rules"});
  EXPECT_EQ(table.status, 0) << table.err;
  EXPECT_THAT(table.out, AllOf(StartsWith("Note\n"), HasSubstr("owner in owner  all     ✓")));
  EXPECT_THAT(
      run_backend({"rules", "--format", "markdown"}).out, HasSubstr("| owner in owner | all | ✓ |")
  );
  const std::string page = run_backend({"rules", "--format", "html"}).out;
  EXPECT_THAT(page, AllOf(StartsWith("<!doctype html>"), HasSubstr("<td>owner in owner</td>")));
  EXPECT_THAT(page, ::testing::Not(HasSubstr("http")));  // it asks nobody for anything
  EXPECT_THAT(run_backend({"rules", "--json"}).out, HasSubstr("\"who\": \"owner in owner\""));
}

TEST(Run, ExplainTellsWhy) {
  const Outcome result = run_backend({"explain", "Mutation.updateNote", "--as", "owner"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(
      result.out,
      "allowed, for items whose `owner` is the caller\n"
      "  ✓ Note: allow.owner()  for items whose `owner` is the caller\n"
  );
  EXPECT_THAT(
      run_backend({"explain", "Query.getNote", "--as", "guest"}).out, StartsWith("denied\n")
  );
}

TEST(Run, ExplainRefusesWhatIsNotThere) {
  const Outcome field = run_backend({"explain", "Mutation.updateNot", "--as", "owner"});
  EXPECT_EQ(field.status, 1);
  EXPECT_THAT(
      field.err,
      AllOf(HasSubstr("UnknownFieldError"), HasSubstr("did you mean `Mutation.updateNote`?"))
  );
  const Outcome caller = run_backend({"explain", "Query.getNote", "--as", "admin"});
  EXPECT_EQ(caller.status, 1);
  EXPECT_THAT(caller.err, AllOf(HasSubstr("UnknownCallerError"), HasSubstr("group:NAME")));
}

TEST(Run, RulesNeedAnApi) {
  const Outcome result = run_backend(defineBackend(auth), {"rules"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("NoDataError"));
}

}  // namespace
}  // namespace amplify
