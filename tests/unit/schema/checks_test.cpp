// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>
#include <amplify/schema/checks/model.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::ElementsAre;
using testing::IsEmpty;

/// Every fault of the schema as one text.
template <class Schema>
std::vector<std::string> faults(const Schema& checked) {
  const detail::schema_view view = checked.view();
  std::vector<std::string> texts;
  for (std::size_t model = 0; model < view.model_count; ++model) {
    detail::findings all;
    check_model(view, model, all);
    for (std::size_t i = 0; i < all.count(); ++i) {
      detail::finding kept;
      detail::findings one(i, kept);
      check_model(view, model, one);
      texts.push_back(
          std::string(kept.where.view()) + " | " + std::string(kept.what.view()) + " | " +
          std::string(kept.help.view())
      );
    }
  }
  return texts;
}

constexpr auto ok = a.model("title"_s = a.string()).authorization(allow.owner());

TEST(Checks, FindNothingWrongWithGoodSchemas) {
  EXPECT_THAT(faults(a.schema("Post"_s = ok, "Comment"_s = ok, "post_"_s = ok)), IsEmpty());
  // Only the words of other models' types are taken, and only with rules is `owner`.
  EXPECT_THAT(
      faults(a.schema(
          "CreateInput"_s = ok, "ModelFoo"_s = ok,
          "Any"_s = a.model("owner"_s = a.integer()).authorization(allow.guest())
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
          "Post | two models have this name | rename or remove one of the two"
      )
  );
}

TEST(Checks, SuggestOperations) {
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
}

TEST(Checks, CutLongTexts) {
  const std::string name(300, 'x');
  detail::message text;
  text.append(name);
  EXPECT_EQ(text.view().size(), 200u);
}

}  // namespace
}  // namespace amplify
