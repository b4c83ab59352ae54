// SPDX-License-Identifier: Apache-2.0
#include "auth/messages.hpp"

#include <gtest/gtest.h>

namespace amplify::cognito {
namespace {

TEST(Messages, PlaceholdersBecomeCognitos) {
  EXPECT_EQ(with_placeholders("{code}, again {code}"), "{####}, again {####}");
  EXPECT_EQ(with_placeholders("Click {link}"), "Click {##Verify Email##}");
  EXPECT_EQ(with_placeholders("Click {link:here, please}."), "Click {##here, please##}.");
  EXPECT_EQ(with_placeholders("You are {username}"), "You are {username}");
}

TEST(Messages, OtherBracesStay) {
  EXPECT_EQ(with_placeholders("<style>p {color: red}</style>"), "<style>p {color: red}</style>");
  EXPECT_EQ(with_placeholders("{link:never closed"), "{link:never closed");
  EXPECT_EQ(with_placeholders("{codes} {"), "{codes} {");
  EXPECT_EQ(with_placeholders(""), "");
}

}  // namespace
}  // namespace amplify::cognito
