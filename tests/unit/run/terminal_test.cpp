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

}  // namespace
}  // namespace amplify::detail
