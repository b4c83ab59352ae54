// SPDX-License-Identifier: Apache-2.0
#include "diff/schema_changes.hpp"
#include "support.hpp"

#include <gtest/gtest.h>

namespace amplify::diff {
namespace {

std::string changes(std::string_view before, std::string_view after) {
  std::string text;
  for (const SchemaChange& change : schema_changes(schema(before), schema(after))) {
    text += text.empty() ? "" : "; ";
    text += std::string(name_of(change.kind)) + " " + std::string(change.what) + " " + change.name;
    if (!change.before.empty() || !change.after.empty())
      text += ": " + change.before + " → " + change.after;
  }
  return text;
}

std::string model(const std::string& fields, const std::string& options = "") {
  return "type Post @model" + options + " @auth(rules: [{allow: public}]) { " + fields + " }\n";
}

TEST(SchemaChanges, TellFieldsByWhatIsWritten) {
  EXPECT_EQ(changes(model("x: Int"), model("x: Int")), "");
  EXPECT_EQ(
      changes(model("x: Int"), model("x: Int! y: Int")),
      "changed type Post.x: Int → Int!; added field Post.y"
  );
  EXPECT_EQ(
      changes(model("x: Int y: Int"), model("x: Int @default(value: \"1\")")),
      "changed default Post.x:  → 1; removed field Post.y"
  );
  EXPECT_EQ(
      changes(model("x: String"), model("x: String @validate(type: minLength, value: \"3\")")),
      "changed checks Post.x:  → minLength 3"
  );
}

TEST(SchemaChanges, TellKeysIndexesAndOperations) {
  EXPECT_EQ(
      changes(model("id: ID! x: Int!"), model("id: ID! x: Int! @primaryKey")),
      "changed identifier Post: id → x"
  );
  EXPECT_EQ(
      changes(
          model("x: Int! @index(name: \"byX\") y: Int!"),
          model(
              "x: Int! @index(name: \"byX\", sortKeyFields: [\"y\"]) y: Int! @index(name: \"byY\")"
          )
      ),
      "changed index Post.byX: x; query postsByX → x, y; query postsByXAndY; added index Post.byY"
  );
  EXPECT_EQ(
      changes(model("x: Int"), model("x: Int", "(mutations: {delete: null})")),
      "changed disabled operations Post:  → delete"
  );
}

TEST(SchemaChanges, TellOtherTypes) {
  const std::string post = model("x: Int");
  EXPECT_EQ(
      changes(post + "enum A { X }", post + "enum A { X Y } enum B { Z }"),
      "changed enum A: X → X, Y; added enum B"
  );
  EXPECT_EQ(
      changes(
          post +
              "type Query { f(a: Int): Int @function(name: \"f\") @auth(rules: [{allow: public}]) }",
          post + "type Query { f: Int! @function(name: \"f\") @auth(rules: [{allow: public}]) }"
      ),
      "changed operation f: (a: Int) → Int → () → Int!"
  );
}

}  // namespace
}  // namespace amplify::diff
