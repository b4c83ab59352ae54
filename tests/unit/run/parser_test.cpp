// SPDX-License-Identifier: Apache-2.0
#include "run/parser.hpp"

#include "run/identity_options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <CLI/CLI.hpp>
#include <amplify/error.hpp>
#include <amplify/version.hpp>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::detail {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// A command that keeps what it was given.
class Echo : public Command {
 public:
  explicit Echo(std::string_view name) : name_(name) {}
  std::string_view name() const override { return name_; }
  std::string_view summary() const override { return "Does nothing"; }
  std::string_view examples() const override { return "echo --output x\necho"; }
  void describe(CLI::App& command) override {
    add_text(command, "-o,--output", output, "Where to");
    identity.describe(command);
  }
  int execute(const Backend&, Terminal&) override { return 0; }

  std::string output{};
  IdentityOptions identity{};

 private:
  std::string_view name_;
};

/// A program with the commands `synth` and `echo`.
struct Program {
  std::vector<std::unique_ptr<Command>> commands;

  Program() {
    commands.push_back(std::make_unique<Echo>("synth"));
    commands.push_back(std::make_unique<Echo>("echo"));
  }
  CommandLine parse(std::initializer_list<const char*> arguments) {
    std::vector<const char*> argv{"backend"};
    argv.insert(argv.end(), arguments);
    return parse_command_line(commands, static_cast<int>(argv.size()), argv.data());
  }
  Echo& named(std::size_t index) { return static_cast<Echo&>(*commands[index]); }
};

IdentityOptions identity(std::initializer_list<const char*> arguments) {
  Program program;
  program.parse(arguments);
  return program.named(0).identity;
}

std::string fault(std::initializer_list<const char*> arguments) {
  try {
    Program().parse(arguments);
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

std::string identifier_fault(const IdentityOptions& options, const Context& context) {
  try {
    backend_identifier(options, context);
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

TEST(CommandLine, ChoosesACommandAndFillsItsOptions) {
  Program program;
  EXPECT_EQ(program.parse({"echo", "-o", "out"}).command, program.commands[1].get());
  EXPECT_EQ(program.named(1).output, "out");
}

TEST(CommandLine, SynthIsTheDefault) {
  Program program;
  EXPECT_EQ(program.parse({}).command, program.commands[0].get());
  EXPECT_EQ(program.parse({"--output", "out"}).command, program.commands[0].get());
  EXPECT_EQ(program.named(0).output, "out");
}

TEST(CommandLine, HelpAndVersionAreTexts) {
  EXPECT_EQ(Program().parse({"--version"}).command, nullptr);
  EXPECT_EQ(Program().parse({"--version"}).text, AMPLIFY_VERSION "\n");
  EXPECT_THAT(Program().parse({"--help"}).text, AllOf(HasSubstr("synth"), HasSubstr("echo")));
  EXPECT_THAT(
      Program().parse({"echo", "--help"}).text,
      AllOf(
          HasSubstr("--output"), HasSubstr("--branch"),
          HasSubstr("Examples:\n  backend echo --output x\n  backend echo\n")
      )
  );
}

TEST(CommandLine, SuggestsWhatWasMeant) {
  EXPECT_THAT(
      fault({"snyth"}), AllOf(
                            HasSubstr("error[CommandLineError] command line: "), HasSubstr("snyth"),
                            HasSubstr("help: did you mean `synth`?")
                        )
  );
  EXPECT_THAT(fault({"deploy"}), HasSubstr("help: the commands are synth, echo"));
  EXPECT_THAT(
      fault({"echo", "--outptu", "x"}),
      AllOf(HasSubstr("--outptu"), HasSubstr("help: did you mean `--output`?"))
  );
  EXPECT_THAT(fault({"--outptu"}), HasSubstr("did you mean `--output`?"));
  EXPECT_THAT(fault({"echo", "--zzz"}), HasSubstr("help: `backend echo --help`"));
  EXPECT_THAT(fault({"synth", "--output"}), HasSubstr("--output"));
}

TEST(CommandLine, ABranchNeedsItsApp) {
  EXPECT_THAT(fault({"--branch", "main"}), HasSubstr("--app-id"));
  EXPECT_THAT(fault({"--app-id", "d1"}), HasSubstr("--branch"));
  EXPECT_THAT(
      fault({"--branch", "main", "--app-id", "d1", "--identifier", "ann"}), HasSubstr("excludes")
  );
}

TEST(CommandLine, AnEmptyTextIsRefused) {
  EXPECT_THAT(fault({"--output", ""}), HasSubstr("--output: the value is empty"));
  EXPECT_THAT(fault({"--identifier", ""}), HasSubstr("--identifier: the value is empty"));
  EXPECT_THAT(fault({"--branch", "", "--app-id", "d1"}), HasSubstr("--branch: the value is empty"));
  EXPECT_THAT(fault({"--branch", "main", "--app-id="}), HasSubstr("--app-id"));
}

TEST(BackendIdentifier, IsASandboxByDefault) {
  const auto identifier = backend_identifier({}, {});
  EXPECT_EQ(identifier.space, "app");
  EXPECT_EQ(identifier.name, "sandbox");
  EXPECT_EQ(identifier.type, DeploymentType::sandbox);
}

TEST(BackendIdentifier, ComesFromTheContext) {
  const auto identifier = backend_identifier({}, {.space = "d1", .name = "main", .type = "branch"});
  EXPECT_EQ(identifier.space, "d1");
  EXPECT_EQ(identifier.name, "main");
  EXPECT_EQ(identifier.type, DeploymentType::branch);
  EXPECT_EQ(backend_identifier({}, {.type = "standalone"}).type, DeploymentType::standalone);
}

TEST(BackendIdentifier, OptionsPrecedeTheContext) {
  const Context context{.space = "shop", .name = "ann", .type = "standalone"};
  const auto sandbox = backend_identifier(identity({"--identifier", "bob"}), context);
  EXPECT_EQ(sandbox.space, "shop");
  EXPECT_EQ(sandbox.name, "bob");
  EXPECT_EQ(sandbox.type, DeploymentType::sandbox);
  const auto branch = backend_identifier(identity({"--branch", "main", "--app-id", "d1"}), context);
  EXPECT_EQ(branch.space, "d1");
  EXPECT_EQ(branch.name, "main");
  EXPECT_EQ(branch.type, DeploymentType::branch);
}

TEST(BackendIdentifier, RefusesWhatNamesNoStack) {
  EXPECT_THAT(
      identifier_fault({}, {.type = "sandbx"}), HasSubstr("'sandbx' is no type of deployment")
  );
  EXPECT_THAT(identifier_fault({}, {.name = "--"}), HasSubstr("'--' has no letter or digit"));
  EXPECT_THAT(identifier_fault({}, {.space = ""}), HasSubstr("namespace of the backend"));
}

TEST(BackendIdentifier, IsPrintableText) {
  for (const char* name : {"a\xff", "a\xc3", "a\xc3(", "\xa9 a", "a\nb", "a\x7f"})
    EXPECT_THAT(identifier_fault({}, {.name = name}), HasSubstr("it is no printable text")) << name;
  for (const char* name : {"caf\xc3\xa9", "\xe6\x97\xa5 a", "\xf0\x9f\x98\x80 a", "feature/#12"})
    EXPECT_EQ(identifier_fault({}, {.name = name}), "") << name;
}

}  // namespace
}  // namespace amplify::detail
