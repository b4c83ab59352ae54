// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/aspects.hpp>
#include <amplify/cdk/run.hpp>

#include "support.hpp"

#include "../run/environment.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <unistd.h>

namespace amplify::cdk {
namespace {

namespace fs = std::filesystem;
using amplify::testing::Variable;
using ::testing::HasSubstr;

struct Program : ::testing::Test {
  fs::path directory = fs::path(::testing::TempDir()) / ("cdk_run_" + std::to_string(::getpid()));
  Variable output{"CDK_OUTDIR", (directory / "out").string()};
  Variable error_file{"CDK_ERROR_FILE", (directory / "error.txt").string()};
  App app{};
  Stack stack{app, "stack"};

  Program() { fs::create_directories(directory); }
  ~Program() override { fs::remove_all(directory); }

  std::string error_code() const {
    std::ifstream file(directory / "error.txt");
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

TEST_F(Program, WritesWhereTheCliWantsIt) {
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(run(app), 0);
  EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
  EXPECT_TRUE(fs::exists(directory / "out" / "manifest.json"));
  EXPECT_EQ(error_code(), "");
}

TEST_F(Program, TellsEveryFaultAndTheCodeOfTheFirst) {
  app.addError({.code = "OtherError", .where = "b", .message = "wrong too"});
  app.addError({.code = "SomeError", .where = "a", .message = "wrong", .help = "do it right"});
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(run(app), 1);
  EXPECT_EQ(
      ::testing::internal::GetCapturedStderr(),
      "error[SomeError] a: wrong\nhelp: do it right\nerror[OtherError] b: wrong too\n"
  );
  EXPECT_EQ(error_code(), "SomeError");
  EXPECT_FALSE(fs::exists(directory / "out"));
}

TEST_F(Program, TellsItsOwnFaultsFromTheUsers) {
  Aspects::of(app).add([](const Construct&) { throw std::runtime_error("broken"); });
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(run(app), 70);
  EXPECT_THAT(::testing::internal::GetCapturedStderr(), HasSubstr("internal error: broken"));
  EXPECT_EQ(error_code(), "InternalError");
}

}  // namespace
}  // namespace amplify::cdk
