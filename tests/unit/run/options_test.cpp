// SPDX-License-Identifier: Apache-2.0
#include "run/options.hpp"

#include "environment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/error.hpp>
#include <amplify/version.hpp>

#include <initializer_list>
#include <vector>

namespace amplify::detail {
namespace {

using amplify::testing::Variable;
using ::testing::AllOf;
using ::testing::HasSubstr;

Options parse(std::initializer_list<const char*> arguments) {
  std::vector<const char*> argv{"backend"};
  argv.insert(argv.end(), arguments);
  return parse_options(static_cast<int>(argv.size()), argv.data());
}

std::string fault(std::initializer_list<const char*> arguments) {
  try {
    parse(arguments);
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

std::string identifier_fault(const Options& options, const Context& context) {
  try {
    backend_identifier(options, context);
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

TEST(Options, SynthIsTheDefault) {
  EXPECT_EQ(parse({}).command, Options::Command::synth);
  EXPECT_EQ(parse({}).output, "cdk.out");
  EXPECT_EQ(parse({"--output", "out"}).output, "out");
  EXPECT_EQ(parse({"synth", "-o", "out", "--indent"}).output, "out");
  EXPECT_TRUE(parse({"synth", "--indent"}).indent);
}

TEST(Options, TheCdkCliSaysWhereToWrite) {
  const Variable directory("CDK_OUTDIR", "elsewhere");
  EXPECT_EQ(parse({}).output, "elsewhere");
  EXPECT_EQ(parse({"--output", "out"}).output, "out");
}

TEST(Options, PrintTakesAStackOrWhatElseToPrint) {
  EXPECT_EQ(parse({"print"}).command, Options::Command::print);
  EXPECT_EQ(parse({"print", "data"}).stack, "data");
  EXPECT_TRUE(parse({"print", "--graphql"}).graphql);
  EXPECT_TRUE(parse({"print", "--introspection"}).introspection);
  EXPECT_EQ(parse({"print", "--resolver", "Query.getPost"}).resolver, "Query.getPost");
  EXPECT_THAT(
      fault({"print", "--graphql", "--introspection"}), HasSubstr("error[CommandLineError]")
  );
}

TEST(Options, HelpAndVersionAreTexts) {
  EXPECT_EQ(parse({"--version"}).command, Options::Command::nothing);
  EXPECT_EQ(parse({"--version"}).text, AMPLIFY_VERSION "\n");
  EXPECT_THAT(parse({"--help"}).text, AllOf(HasSubstr("synth"), HasSubstr("print")));
  EXPECT_THAT(parse({"synth", "--help"}).text, AllOf(HasSubstr("--output"), HasSubstr("--branch")));
}

TEST(Options, WhatIsUnknownIsNamed) {
  EXPECT_THAT(
      fault({"snyth"}), AllOf(
                            HasSubstr("error[CommandLineError] command line: "), HasSubstr("snyth"),
                            HasSubstr("help: ")
                        )
  );
  EXPECT_THAT(fault({"synth", "--outptu", "x"}), HasSubstr("--outptu"));
  EXPECT_THAT(fault({"--outptu"}), HasSubstr("--outptu"));
  EXPECT_THAT(fault({"synth", "--output"}), HasSubstr("--output"));
}

TEST(Options, ABranchNeedsItsApp) {
  EXPECT_THAT(fault({"--branch", "main"}), HasSubstr("--app-id"));
  EXPECT_THAT(fault({"--app-id", "d1"}), HasSubstr("--branch"));
  EXPECT_THAT(
      fault({"--branch", "main", "--app-id", "d1", "--identifier", "ann"}), HasSubstr("excludes")
  );
}

TEST(Options, AnEmptyTextIsRefused) {
  EXPECT_THAT(fault({"--output", ""}), HasSubstr("--output: the value is empty"));
  EXPECT_THAT(fault({"--identifier", ""}), HasSubstr("--identifier: the value is empty"));
  EXPECT_THAT(fault({"--branch", "", "--app-id", "d1"}), HasSubstr("--branch: the value is empty"));
  EXPECT_THAT(fault({"--branch", "main", "--app-id="}), HasSubstr("--app-id"));
  EXPECT_THAT(fault({"print", ""}), HasSubstr("STACK: the value is empty"));
  EXPECT_THAT(fault({"print", "--resolver", ""}), HasSubstr("--resolver: the value is empty"));
}

TEST(Options, PrintTakesNoStackBesidesWhatElseToPrint) {
  EXPECT_THAT(fault({"print", "data", "--graphql"}), HasSubstr("excludes"));
  EXPECT_THAT(fault({"print", "data", "--introspection"}), HasSubstr("excludes"));
  EXPECT_THAT(fault({"print", "data", "--resolver", "Query.getPost"}), HasSubstr("excludes"));
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
  const auto sandbox = backend_identifier(parse({"--identifier", "bob"}), context);
  EXPECT_EQ(sandbox.space, "shop");
  EXPECT_EQ(sandbox.name, "bob");
  EXPECT_EQ(sandbox.type, DeploymentType::sandbox);
  const auto branch = backend_identifier(parse({"--branch", "main", "--app-id", "d1"}), context);
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
