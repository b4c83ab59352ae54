// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify {
namespace {

TEST(UserError, PrintsPlaceLineAndHelp) {
  const auto source = std::source_location::current();
  const UserError error(Diagnostic{
      .code = "SomeError",
      .where = "Post.title",
      .message = "is wrong",
      .help = "write it right",
      .source = source,
  });
  EXPECT_EQ(
      error.what(), "error[SomeError] Post.title: is wrong\n  at " +
                        std::string(source.file_name()) + ":" + std::to_string(source.line()) +
                        "\nhelp: write it right"
  );
}

TEST(UserError, LeavesOutWhatIsUnknown) {
  EXPECT_STREQ(
      UserError(Diagnostic{.code = "SomeError", .message = "is wrong"}).what(),
      "error[SomeError]: is wrong"
  );
}

TEST(UserError, CarriesEveryDiagnostic) {
  const UserError error(
      std::vector<Diagnostic>{{.code = "A", .message = "a"}, {.code = "B", .message = "b"}}
  );
  EXPECT_EQ(error.diagnostics().size(), 2U);
  EXPECT_STREQ(error.what(), "error[A]: a\nerror[B]: b");
}

}  // namespace
}  // namespace amplify
