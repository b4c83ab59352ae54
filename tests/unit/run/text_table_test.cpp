// SPDX-License-Identifier: Apache-2.0
#include "run/text_table.hpp"

#include <gtest/gtest.h>

namespace amplify::detail {
namespace {

const TextTable table{
    .heading = {"who", "fields"}, .rows = {{"owner", "a, b"}, {"API key", "x|<y>"}}
};

TEST(TextTable, HasColumnsSideBySide) {
  EXPECT_EQ(
      table.text(Terminal({.width = 80})),
      "who      fields\n"
      "owner    a, b\n"
      "API key  x|<y>\n"
  );
}

TEST(TextTable, FitsIntoTheTerminal) {
  const TextTable wide{.heading = {"a", "b"}, .rows = {{std::string(50, 'x'), "y"}}};
  EXPECT_EQ(wide.text(Terminal({.width = 20})).find(std::string(18, 'x')), std::string::npos);
  EXPECT_NE(wide.text(Terminal({.width = 20})).find("…  y"), std::string::npos);
}

TEST(TextTable, IsMarkdown) {
  EXPECT_EQ(
      table.markdown(), "| who | fields |\n| --- | --- |\n| owner | a, b |\n| API key | x\\|<y> |\n"
  );
}

TEST(TextTable, IsHtml) {
  EXPECT_EQ(
      table.html(),
      "<table>\n<tr><th>who</th><th>fields</th></tr>\n<tr><td>owner</td><td>a, b</td></tr>\n"
      "<tr><td>API key</td><td>x|&lt;y&gt;</td></tr>\n</table>\n"
  );
}

}  // namespace
}  // namespace amplify::detail
