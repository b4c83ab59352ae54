// SPDX-License-Identifier: Apache-2.0
// Whatever a record or scalar holds, it is the same after a way there and back.
#include <amplify/schema.hpp>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace amplify {
namespace {

using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Post"_s =
        a.model(
             "title"_s = a.string().required(), "note"_s = a.string(),
             "likes"_s = a.integer().required(), "ranks"_s = a.integer().array(),
             "score"_s = a.float_(), "scores"_s = a.float_().required().array().required(),
             "published"_s = a.boolean(), "flags"_s = a.boolean().required().array(),
             "maybe"_s = a.boolean().array(), "day"_s = a.date(), "days"_s = a.date().array(),
             "time"_s = a.time(), "at"_s = a.datetime(), "seen"_s = a.timestamp(),
             "email"_s = a.email(), "data"_s = a.json(), "phone"_s = a.phone(), "url"_s = a.url(),
             "ip"_s = a.ipAddress(), "status"_s = a.enumeration("DRAFT", "LIVE", "GONE"),
             "levels"_s = a.ref("Level").required().array(), "tree"_s = a.ref("Tree")
        )
            .authorization(allow.owner()),
    "Tree"_s = a.customType(
        "name"_s = a.string(), "left"_s = a.ref("Tree"), "rest"_s = a.ref("Tree").required().array()
    ),
    "Level"_s = a.enumeration("LOW", "HIGH")
);
using Schema = ClientSchema<schema>;
using Post = Schema::type<"Post">;
using Tree = Schema::type<"Tree">;

template <class T>
std::optional<T> maybe(const T& value) {
  return *rc::gen::arbitrary<bool>() ? std::optional<T>(value) : std::nullopt;
}
int number(int least, int most) { return *rc::gen::inRange(least, most + 1); }
std::string digits(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

/// Texts of Unicode, with what JSON escapes.
std::string text() {
  std::string result;
  for (const int letter : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9))) {
    static const char* const letters[] = {"a", "\"", "\\", "\n", "\x01", "é", "漢", "𝄞", "/"};
    result += letters[letter];
  }
  return result;
}
std::string date() {
  return digits(number(1, 9999), 4) + "-" + digits(number(1, 12), 2) + "-" +
         digits(number(1, 28), 2);
}
std::string offset() { return number(0, 1) != 0 ? "Z" : "-" + digits(number(0, 14), 2) + ":30"; }
std::string time_of_day() {
  std::string result = digits(number(0, 23), 2) + ":" + digits(number(0, 59), 2);
  if (number(0, 1) != 0) result += ":" + digits(number(0, 59), 2);
  if (result.size() == 8 && number(0, 1) != 0) result += "." + digits(number(0, 999), 3);
  return result;
}

template <class T>
T parsed(const std::string& text) {
  const auto value = T::parse(text);
  RC_ASSERT(value.has_value());
  // Printed and parsed, it is the same.
  RC_ASSERT(T::parse(value->text()) == value);
  return *value;
}

template <class T, class F>
std::vector<T> several(F make) {
  std::vector<T> list;
  for (int i = number(0, 3); i > 0; --i)
    list.push_back(make());
  return list;
}

Tree tree(int depth) {
  Tree result;
  result["name"_s] = maybe(text());
  if (depth == 0) return result;
  if (number(0, 1) != 0) result["left"_s] = tree(depth - 1);
  if (number(0, 1) != 0) result["rest"_s] = several<Tree>([&] { return tree(depth - 1); });
  return result;
}

double real() {
  const double value = *rc::gen::arbitrary<double>();
  return value == value && value - value == 0 ? value : 0.0;
}

Post post() {
  Post result;
  result["id"_s] = text();
  result["title"_s] = text();
  result["note"_s] = maybe(text());
  result["likes"_s] = *rc::gen::arbitrary<std::int32_t>();
  if (number(0, 1) != 0)
    result["ranks"_s] = several<std::optional<std::int32_t>>([] { return maybe(number(-9, 9)); });
  result["score"_s] = maybe(real());
  result["scores"_s] = several<double>(real);
  result["published"_s] = maybe(number(0, 1) != 0);
  if (number(0, 1) != 0) result["flags"_s] = several<bool>([] { return number(0, 1) != 0; });
  if (number(0, 1) != 0)
    result["maybe"_s] = several<std::optional<bool>>([] { return maybe(number(0, 1) != 0); });
  result["day"_s] = maybe(parsed<AWSDate>(date()));
  if (number(0, 1) != 0)
    result["days"_s] =
        several<std::optional<AWSDate>>([] { return maybe(parsed<AWSDate>(date() + offset())); });
  result["time"_s] = maybe(parsed<AWSTime>(time_of_day()));
  result["at"_s] = maybe(parsed<AWSDateTime>(date() + "T" + time_of_day() + offset()));
  result["seen"_s] =
      maybe(parsed<AWSTimestamp>(std::to_string(*rc::gen::arbitrary<std::int64_t>())));
  result["email"_s] = maybe(parsed<AWSEmail>("a" + digits(number(0, 99), 2) + "@example.com"));
  result["data"_s] = maybe(parsed<AWSJSON>(tree(1).toJson()));
  result["phone"_s] = maybe(parsed<AWSPhone>("+1 555 " + digits(number(0, 9999), 4)));
  result["url"_s] = maybe(parsed<AWSURL>("https://example.com/" + digits(number(0, 99), 2)));
  result["ip"_s] = maybe(parsed<AWSIPAddress>("192.0.2." + std::to_string(number(0, 255))));
  if (number(0, 1) != 0)
    result["status"_s] =
        number(0, 1) != 0 ? Schema::type<"PostStatus">("LIVE") : Schema::type<"PostStatus">("GONE");
  if (number(0, 1) != 0)
    result["levels"_s] = several<Schema::type<"Level">>([] {
      return number(0, 1) != 0 ? Schema::type<"Level">("LOW") : Schema::type<"Level">("HIGH");
    });
  if (number(0, 1) != 0) result["tree"_s] = tree(2);
  return result;
}

RC_GTEST_PROP(RecordProperties, JsonIsReadAsWritten, ()) {
  const Post written = post();
  const Post read = Post::fromJson(written.toJson());
  RC_ASSERT(read == written);
  RC_ASSERT(std::hash<Post>()(read) == std::hash<Post>()(written));
  RC_ASSERT(read.toJson() == written.toJson());
}

RC_GTEST_PROP(RecordProperties, EqualMeansEqualJson, ()) {
  const Post one = post(), other = post();
  RC_ASSERT((one == other) == (one.toJson() == other.toJson()));
}

RC_GTEST_PROP(RecordProperties, BadJsonIsAFaultAndNothingElse, ()) {
  std::string json = post().toJson();
  const auto at = static_cast<std::size_t>(number(0, static_cast<int>(json.size()) - 1));
  json[at] = "{}[],:\"0x\\ "[number(0, 10)];
  try {
    RC_ASSERT(Post::fromJson(json) == Post::fromJson(Post::fromJson(json).toJson()));
  } catch (const JsonError& error) {
    RC_ASSERT(!error.faults().empty());
  }
}

}  // namespace
}  // namespace amplify
