// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include "cdk/inspect.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <thread>

namespace amplify::cdk {
namespace {

const Str before_main = "made before main";

TEST(Value, PrintsLiterals) {
  EXPECT_EQ(to_text(Bool(true)), "true");
  EXPECT_EQ(to_text(Bool(false)), "false");
  EXPECT_EQ(to_text(Int(-7)), "-7");
  EXPECT_EQ(to_text(Int(std::numeric_limits<std::int64_t>::min())), "-9223372036854775808");
  EXPECT_EQ(to_text(Str("text")), "\"text\"");
  EXPECT_EQ(to_text(List<Str>{"a", "b"}), R"(["a","b"])");
  EXPECT_EQ(to_text(List<Str>(std::vector<Str>{})), "[]");
}

TEST(Value, PrintsNumbersAsShortAsTheyCanBeReadBack) {
  EXPECT_EQ(to_text(Num(0.1)), "0.1");
  EXPECT_EQ(to_text(Num(2.0)), "2");
  EXPECT_EQ(to_text(Num(3)), "3");
  EXPECT_EQ(to_text(Num(1e300)), "1e+300");
  EXPECT_EQ(to_text(Num(std::numeric_limits<double>::infinity())), "null");
}

TEST(Value, EscapesStrings) {
  EXPECT_EQ(
      to_text(Str("quote\" back\\ tab\t line\n return\r \b\f bell\x07 del\x7f ümlaut €")),
      "\"quote\\\" back\\\\ tab\\t line\\n return\\r \\b\\f bell\\u0007 del\x7f ümlaut €\""
  );
  EXPECT_EQ(to_text(Str(std::string_view("a\0b", 3))), "\"a\\u0000b\"");
}

TEST(Value, IsUnsetByDefault) {
  EXPECT_FALSE(Str().isSet());
  EXPECT_FALSE(List<Str>().isSet());
  EXPECT_TRUE(Str("").isSet());
  EXPECT_TRUE(List<Str>(std::vector<Str>()).isSet());
}

TEST(Json, LeavesOutUnsetMembersAndSortsKeys) {
  EXPECT_EQ(
      to_text(Json::object({{"b", 1}, {"a", Json()}, {"B", Json::array({true, Json(), "x"})}})),
      R"({"B":[true,"x"],"b":1})"
  );
  EXPECT_EQ(to_text(Json::object({})), "{}");
  EXPECT_EQ(to_text(Json::array({})), "[]");
}

TEST(Json, TakesTheLastOfEqualKeys) {
  EXPECT_EQ(to_text(Json::object({{"a", 1}, {"b", 2}, {"a", 3}})), R"({"a":3,"b":2})");
}

TEST(Json, ParsesWhatItPrints) {
  const auto text = R"({"a":[1,-2.5,true,false,null,"x\n"],"b":{},"c":[]})";
  EXPECT_EQ(to_text(Json::parse(text)), text);
  EXPECT_EQ(to_text(Json::parse("9223372036854775808")), "9223372036854775808");
}

TEST(Json, SaysWhereTextIsNoJson) {
  try {
    Json::parse("{\n  \"a\": 1,\n  oops\n}");
    FAIL();
  } catch (const UserError& error) {
    const auto& diagnostic = error.diagnostics().at(0);
    EXPECT_EQ(diagnostic.code, "InvalidJsonError");
    EXPECT_EQ(diagnostic.where, "line 3, column 3");
    EXPECT_THAT(diagnostic.message, testing::HasSubstr("syntax error"));
    EXPECT_THAT(diagnostic.message, testing::Not(testing::HasSubstr("json.exception")));
  }
  EXPECT_THROW(Json::parse(""), UserError);
  EXPECT_THROW(Json::parse("1e999"), UserError);
}

TEST(Value, LivesToTheEndWhenMadeOutsideAnyApp) {
  std::optional<Str> from_thread;
  {
    const App app;
  }
  std::thread([&] { from_thread = Str("made by a thread"); }).join();
  EXPECT_EQ(literal_string(before_main), "made before main");
  EXPECT_EQ(literal_string(*from_thread), "made by a thread");
}

TEST(Value, LivesAsLongAsAnyAppOfTheThread) {
  auto first = std::make_unique<App>();
  const Str text = "made with the first";
  const App second;
  first.reset();
  EXPECT_EQ(literal_string(text), "made with the first");
}

TEST(Inspect, ReadsLiterals) {
  const auto object = Json::object({{"list", Json::array({"a", 2})}, {"yes", true}});
  EXPECT_EQ(literal_boolean(member(object, "yes")), true);
  EXPECT_EQ(literal_list(member(object, "list"))->size(), 2U);
  EXPECT_EQ(literal_integer(literal_list(member(object, "list"))->at(1)), 2);
  EXPECT_FALSE(member(object, "no").isSet());
  EXPECT_EQ(literal_string(member(object, "yes")), std::nullopt);
  EXPECT_EQ(literal_string(Str()), std::nullopt);
}

}  // namespace
}  // namespace amplify::cdk
