// SPDX-License-Identifier: Apache-2.0
// That each fault is found is the business of tests/compile_fail/schema; here is what passes, and
// how suggestions are made.
#include "faults.hpp"

#include <amplify/schema.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto ok = a.model("title"_s = a.string()).authorization(allow.owner());
constexpr auto ping = a.query()
                          .returns(a.string())
                          .handler(a.handler.function("ping"))
                          .authorization(allow.authenticated());

TEST(Checks, FindNothingWrongWithGoodNames) {
  EXPECT_THAT(faults(a.schema("Post"_s = ok, "Comment"_s = ok, "post_"_s = ok)), IsEmpty());
  // Only the words of other models' types are taken, and only with rules is `owner`.
  EXPECT_THAT(
      faults(a.schema(
          "CreateInput"_s = ok, "ModelFoo"_s = ok,
          "Any"_s = a.model("owner"_s = a.integer()).authorization(allow.guest())
      )),
      IsEmpty()
  );
  // Nobody sends a Box, so there is no BoxInput.
  EXPECT_THAT(
      faults(a.schema(
          "Box"_s = a.customType("w"_s = a.float_()), "BoxInput"_s = ok,
          "box"_s = a.query()
                        .returns(a.ref("Box"))
                        .handler(a.handler.function("box"))
                        .authorization(allow.guest()),
          "EventInvocationResponse"_s = a.enumeration("A")
      )),
      IsEmpty()
  );
  // The type of a field and an operation may have one name.
  EXPECT_THAT(
      faults(a.schema(
          "Post"_s = a.model("ping"_s = a.enumeration("A")).authorization(allow.owner()),
          "PostPing"_s = ping
      )),
      IsEmpty()
  );
}

TEST(Checks, ReportEveryFault) {
  const auto schema = a.schema(
      "Post"_s = a.model("day"_s = a.date().defaultTo("today"), "day"_s = a.id()), "Post"_s = ok
  );
  EXPECT_THAT(
      faults(schema),
      ElementsAre(
          "Post | has no rules, so nobody may use it | add .authorization(allow.owner()) or another rule",
          "Post.day | `today` is no default of a.date() | write it as `2030-12-31`",
          "Post.day | the field is declared twice | remove or rename one of the two",
          "Post | the name is there twice | rename or remove one of the two"
      )
  );
}

TEST(Checks, SuggestWhatIsNear) {
  const auto model = a.model("title"_s = a.string());
  EXPECT_THAT(
      faults(a.schema("Post"_s = model.authorization(allow.guest().to("raed")))),
      ElementsAre("Post.authorization | `raed` is no operation | did you mean `read`?")
  );
  EXPECT_THAT(
      faults(a.schema("Post"_s = model.authorization(allow.guest().to("subscribe")))),
      ElementsAre("Post.authorization | `subscribe` is no operation | there are create, update, "
                  "delete and read, or get, list, sync, listen, search")
  );
  // Only what would be right there: a field of a model is no reference to a model.
  EXPECT_THAT(
      faults(a.schema(
          "Post"_s = a.model("a"_s = a.ref("Pots")).authorization(allow.owner()), "Poss"_s = ok
      )),
      ElementsAre("Post.a | the schema has no `Pots` | declare it, as in `Pots`_s = "
                  "a.enumeration(...) or a.customType(...)")
  );
}

TEST(Checks, ShowTheWayToNestedTypes) {
  EXPECT_THAT(
      faults(a.schema(
          "Post"_s = a.model("place"_s = a.customType("inner"_s = a.customType("x"_s = a.ref("Y"))))
                         .authorization(allow.owner()),
          "find"_s = ping.arguments("box"_s = a.customType("x"_s = a.enumeration("A", "A"))),
          "get"_s = a.query()
                        .returns(a.customType("x"_s = a.enumeration()))
                        .handler(a.handler.function("x"))
                        .authorization(allow.guest())
      )),
      ElementsAre(
          "Post.place.inner.x | the schema has no `Y` | declare it, as in `Y`_s = "
          "a.enumeration(...) or a.customType(...)",
          "find.box.x | `A` is listed twice | remove one of the two",
          "get.returns.x | the enum has no values | write them, as in a.enumeration(`DRAFT`, "
          "`LIVE`)"
      )
  );
}

TEST(Checks, ReportRulesOfTheSchemaOnce) {
  EXPECT_THAT(
      faults(a.schema("A"_s = a.model("a"_s = a.id()), "B"_s = a.model("a"_s = a.id()))
                 .authorization(allow.guest().to("raed"))),
      ElementsAre("a.schema(...).authorization | `raed` is no operation | did you mean `read`?")
  );
}

TEST(Checks, CheckFieldsOfInheritedRulesByModel) {
  EXPECT_THAT(
      faults(a.schema(
                  "A"_s = a.model("team"_s = a.string()), "B"_s = a.model("a"_s = a.id()),
                  "C"_s = a.model("owner"_s = a.integer()), "D"_s = ok
      )
                 .authorization(allow.groupDefinedIn("team"), allow.owner())),
      ElementsAre(
          "B.authorization | allow.groupDefinedIn(`team`): there is no such field | declare it, as "
          "in `team`_s = a.string()",
          "C.authorization | allow.groupDefinedIn(`team`): there is no such field | declare it, as "
          "in `team`_s = a.string()",
          "C.owner | allow.owner() keeps a text here | write a.string(), or name another field"
      )
  );
}

TEST(Checks, LetOperationsTakeRulesOfTheSchema) {
  const auto query = a.query().returns(a.string()).handler(a.handler.function("ping"));
  EXPECT_THAT(
      faults(a.schema("ping"_s = query).authorization(allow.owner(), allow.guest())), IsEmpty()
  );
  EXPECT_THAT(
      faults(a.schema("ping"_s = query).authorization(allow.owner())),
      ElementsAre("ping | has no rules, so nobody may call it | add .authorization(...), with "
                  "allow.authenticated() or another rule")
  );
}

TEST(Checks, CutLongTexts) {
  const std::string name(300, 'x');
  detail::message text;
  text.append(name);
  EXPECT_EQ(text.view().size(), 200u);
}

}  // namespace
}  // namespace amplify
