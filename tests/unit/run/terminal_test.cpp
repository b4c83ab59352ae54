// SPDX-License-Identifier: Apache-2.0
#include "run/terminal.hpp"

#include "environment.hpp"

#include <gtest/gtest.h>

namespace amplify::detail {
namespace {

using amplify::testing::Variable;

TEST(Terminal, IsPlainWhenItIsNone) {
  // Tests write to a pipe or a file.
  const Variable columns("COLUMNS", "132");
  const Terminal terminal;
  EXPECT_FALSE(terminal.color());
  EXPECT_FALSE(terminal.interactive());
  EXPECT_EQ(terminal.width(), 132U);
  EXPECT_EQ(terminal.styled(Terminal::Style::red, "no"), "no");
}

TEST(Terminal, HasASensibleWidth) {
  const Variable columns("COLUMNS", "3");
  EXPECT_EQ(Terminal().width(), 40U);
  const Variable nonsense("COLUMNS", "wide");
  EXPECT_EQ(Terminal().width(), 80U);
}

TEST(Terminal, IsColouredWhenAskedTo) {
  const Variable force("FORCE_COLOR", "1");
  EXPECT_EQ(Terminal().styled(Terminal::Style::red, "no"), "\x1b[31mno\x1b[0m");
  const Variable off("FORCE_COLOR", "0");
  EXPECT_FALSE(Terminal().color());
}

TEST(Terminal, ShortensByCharactersNotBytes) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("abcd", 3), "ab…");
  EXPECT_EQ(shortened("äöüß", 3), "äö…");
  EXPECT_EQ(display_width("äöü…"), 4U);
}

TEST(Terminal, LongLinesAreBrokenBetweenWords) {
  EXPECT_EQ(wrapped("short\n\nlines\n", 10), "short\n\nlines\n");
  EXPECT_EQ(wrapped("one two three four", 10), "one two\n  three\n  four");
  EXPECT_EQ(wrapped("  ab  one two three", 14), "  ab  one two\n      three");
  // A word that is longer than a line, and colours, which take no room.
  EXPECT_EQ(wrapped("abcdefghijkl", 8), "abcdefgh\n  ijkl");
  EXPECT_EQ(wrapped("\x1b[31mone\x1b[0m two", 7), "\x1b[31mone\x1b[0m two");
  EXPECT_EQ(wrapped("été été été", 7), "été été\n  été");
}

TEST(Terminal, OnlyTerminalsWrap) {
  ::testing::internal::CaptureStdout();
  Terminal({.width = 10}).report("one two three\n");
  Terminal({.width = 10, .wraps = true}).report("one two three\n");
  EXPECT_EQ(::testing::internal::GetCapturedStdout(), "one two three\none two\n  three\n");
}

}  // namespace
}  // namespace amplify::detail
