// SPDX-License-Identifier: Apache-2.0
#include "plain/api.hpp"

#include <gtest/gtest.h>

#ifdef NLOHMANN_JSON_VERSION_MAJOR
#error "a plain header must not need a library for JSON"
#endif

namespace {

TEST(Generated, IsPlainWithoutJson) {
  const plain::Post post{.title = "Hello", .status = plain::PostStatus::DRAFT};
  EXPECT_EQ(plain::to_string(post.status), "DRAFT");
  EXPECT_TRUE(plain::GetPostQuery::document.starts_with("query GetPost("));
}

}  // namespace
