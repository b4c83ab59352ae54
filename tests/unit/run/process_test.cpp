// SPDX-License-Identifier: Apache-2.0
#include "run/process.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/error.hpp>

#include <string>
#include <vector>

namespace amplify::detail {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

TEST(Process, GivesBackWhatTheProgramSays) {
  const auto result = run_process({"sh", "-c", "echo out; echo err >&2; exit 3"});
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.out, "out\n");
  EXPECT_EQ(result.err, "err\n");
}

TEST(Process, TakesInputAndEnvironment) {
  const auto result = run_process(
      {"sh", "-c", "cat; echo $COLOUR"}, {.input = "in ", .environment = {{"COLOUR", "red"}}}
  );
  EXPECT_EQ(result.out, "in red\n");
}

TEST(Process, MovesMuchInBothDirections) {
  const std::string much(3'000'000, 'x');
  EXPECT_EQ(run_process({"cat"}, {.input = much}).out, much);
  EXPECT_EQ(run_process({"true"}, {.input = much}).status, 0);
}

TEST(Process, HandsOnLinesAsTheyCome) {
  std::vector<std::string> lines;
  run_process({"printf", "one\\ntwo\\nthree"}, {.line = [&](std::string_view line) {
                lines.emplace_back(line);
              }});
  EXPECT_THAT(lines, ElementsAre("one", "two", "three"));
}

TEST(Process, TellsOfASignal) {
  EXPECT_EQ(run_process({"sh", "-c", "kill -9 $$"}).status, 128 + 9);
}

TEST(Process, NamesAProgramThatIsNotThere) {
  try {
    run_process({"no-such-program"});
    FAIL();
  } catch (const UserError& error) {
    EXPECT_THAT(error.what(), HasSubstr("error[ToolNotFoundError] no-such-program: "));
  }
  EXPECT_EQ(find_program("no-such-program"), "");
  EXPECT_THAT(find_program("sh"), EndsWith("/sh"));
}

}  // namespace
}  // namespace amplify::detail
