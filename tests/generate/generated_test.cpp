// SPDX-License-Identifier: Apache-2.0
#include "blog/api.hpp"
#include "names/api.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/// What `T` writes of what it has read.
template <class T>
json again(const json& value) {
  return value.get<T>();
}

TEST(Generated, ReadsWhatItWrites) {
  const json post = {
      {"id", "1"},
      {"title", "Hello"},
      {"slug", "hello"},
      {"body", "…"},
      {"status", "PUBLISHED"},
      {"likes", 3},
      {"createdAt", "2030-01-01T00:00:00Z"},
      {"updatedAt", "2030-01-01T00:00:00Z"},
      {"comments", {{"items", {nullptr}}, {"nextToken", "next"}}},
  };
  EXPECT_EQ(again<blog::Post>(post), post);
}

TEST(Generated, FiltersContainThemselves) {
  blog::ModelPostFilterInput draft{
      .status = blog::ModelPostStatusInput{.eq = blog::PostStatus::DRAFT}
  };
  blog::ModelPostFilterInput filter;
  filter.not_ = draft;
  filter.and_ = {draft, draft};
  const json written = filter;
  EXPECT_EQ(written["not"]["status"]["eq"], "DRAFT");
  EXPECT_EQ(written["and"].size(), 2U);
  EXPECT_EQ(again<blog::ModelPostFilterInput>(written), written);

  // A copy is one of its own.
  blog::ModelPostFilterInput copy = filter;
  copy.not_->status.reset();
  EXPECT_EQ(json(filter), written);
}

using Send = std::string(std::string body);

// [example]
void publish(Send send) {
  using blog::PostStatus;

  blog::ListPostsQuery::Variables drafts{.limit = 20};
  drafts.filter = {.status = blog::ModelPostStatusInput{.eq = PostStatus::DRAFT}};
  const auto answer = send(blog::ListPostsQuery::request(drafts).dump());

  const auto found = blog::ListPostsQuery::result(nlohmann::json::parse(answer));
  if (!found) return;
  for (const auto& post : found->items) {
    const blog::UpdatePostInput input{.status = PostStatus::PUBLISHED, .id = post->id};
    send(blog::UpdatePostMutation::request({.input = input}).dump());
  }
}
// [/example]

TEST(Generated, TheExampleAsksAndChanges) {
  static std::vector<json> sent;
  publish([](std::string body) {
    sent.push_back(json::parse(body)["variables"]);
    return std::string(R"({"data":{"listPosts":{"items":[{"id":"1"},{"id":"2"}]}}})");
  });
  const json filter = {{"status", {{"eq", "DRAFT"}}}};
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(sent[0], json({{"filter", filter}, {"limit", 20}}));
  EXPECT_EQ(sent[2], json({{"input", {{"id", "2"}, {"status", "PUBLISHED"}}}}));
}

TEST(Generated, OperationsHaveRequestsAndResults) {
  const json request = blog::GetPostQuery::request({.id = "1"});
  EXPECT_THAT(request["query"], HasSubstr("query GetPost($id: ID!) {"));
  EXPECT_EQ(request["variables"], json({{"id", "1"}}));

  const auto found = blog::GetPostQuery::result({{"data", {{"getPost", {{"title", "Hello"}}}}}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Hello");
  EXPECT_FALSE(blog::GetPostQuery::result({{"data", {{"getPost", nullptr}}}}));
}

TEST(Generated, RefusesWhatTheSchemaDoesNotKnow) {
  EXPECT_THROW(json("LOST").get<blog::PostStatus>(), std::invalid_argument);
  EXPECT_THROW(again<blog::Post>({{"likes", "many"}}), json::exception);
  EXPECT_THROW(again<blog::ModelCommentConnection>({{"items", 1}}), json::exception);
}

TEST(Generated, KeepsNamesThatCppHasOtherUsesFor) {
  const json value = {
      {"class", "a"},
      {"Union", "b"},
      {"std", {true}},
      {"NULL", 1},
      {"union", "c"},
      {"since", 4'000'000'000},
      {"to_string", 1.5},
      {"id", "1"},
      {"createdAt", "x"},
      {"updatedAt", "x"},
      {"detail", {{"kind", "new"}, {"inner", {{{"left", {{"kind", "d"}}}}}}}},
  };
  EXPECT_EQ(again<names::union_>(value), value);
  EXPECT_EQ(names::to_string(names::template_::default_), "default");
}

}  // namespace
