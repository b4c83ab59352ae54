// SPDX-License-Identifier: Apache-2.0
#include "diff/api_changes.hpp"
#include "support.hpp"

#include <gtest/gtest.h>

// tests/deploy/api_changes.test.mjs compares with graphql-js on random schemas.

namespace amplify::diff {
namespace {

/// The changes on one line.
std::string changes(std::string_view before, std::string_view after) {
  std::string text;
  for (const ApiChange& change : api_changes(document(before), document(after))) {
    text += text.empty() ? "" : "; ";
    text += std::string(name_of(change.criticality)) + " " + std::string(change.change) + " " +
            change.path;
  }
  return text;
}

TEST(ApiChanges, OfWhatClientsGet) {
  EXPECT_EQ(changes("type A { x: Int }", "type A { x: Int }"), "");
  EXPECT_EQ(changes("type A { x: Int }", "type A { x: Int! }"), "safe FIELD_CHANGED_KIND A.x");
  EXPECT_EQ(changes("type A { x: Int! }", "type A { x: Int }"), "breaking FIELD_CHANGED_KIND A.x");
  EXPECT_EQ(changes("type A { x: [Int] }", "type A { x: [Int!]! }"), "safe FIELD_CHANGED_KIND A.x");
  EXPECT_EQ(changes("type A { x: Int }", "type A { x: [Int] }"), "breaking FIELD_CHANGED_KIND A.x");
  EXPECT_EQ(
      changes("type A { x: Int y: Int }", "type A { y: Int z: Int }"),
      "breaking FIELD_REMOVED A.x; safe FIELD_ADDED A.z"
  );
  EXPECT_EQ(
      changes("type A { x: Int }", "type A { x: Int @deprecated }"), "safe FIELD_DEPRECATED A.x"
  );
}

TEST(ApiChanges, OfWhatClientsGive) {
  EXPECT_EQ(
      changes("input A { x: Int }", "input A { x: Int! }"), "breaking FIELD_CHANGED_KIND A.x"
  );
  EXPECT_EQ(changes("input A { x: Int! }", "input A { x: Int }"), "safe FIELD_CHANGED_KIND A.x");
  EXPECT_EQ(
      changes("input A { x: Int }", "input A { x: Int y: Int z: Int! }"),
      "breaking REQUIRED_INPUT_FIELD_ADDED A.z; dangerous OPTIONAL_INPUT_FIELD_ADDED A.y"
  );
  EXPECT_EQ(
      changes("type A { x(a: Int, b: Int): Int }", "type A { x(a: Int!, c: Int, d: Int!): Int }"),
      "breaking ARG_CHANGED_KIND A.x(a); breaking ARG_REMOVED A.x(b); "
      "breaking REQUIRED_ARG_ADDED A.x(d); dangerous OPTIONAL_ARG_ADDED A.x(c)"
  );
}

TEST(ApiChanges, OfTypesAndEnums) {
  EXPECT_EQ(
      changes("enum A { X Y }", "enum A { Y Z }"),
      "breaking VALUE_REMOVED_FROM_ENUM A.X; dangerous VALUE_ADDED_TO_ENUM A.Z"
  );
  EXPECT_EQ(changes("type A { x: Int }", "input A { x: Int }"), "breaking TYPE_CHANGED_KIND A");
  EXPECT_EQ(
      changes("type A { x: Int }", "type B { x: Int }"),
      "breaking TYPE_REMOVED A; safe TYPE_ADDED B"
  );
}

}  // namespace
}  // namespace amplify::diff
