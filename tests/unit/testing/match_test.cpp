// SPDX-License-Identifier: Apache-2.0
// The cases of the CDK's documentation of its assertions, and the rules behind them.
#include <amplify/cdk/app.hpp>
#include <amplify/error.hpp>
#include <amplify/testing/match.hpp>

#include "support.hpp"

namespace amplify::assertions {
namespace {

using ::testing::HasSubstr;

bool has(const Template& value, const Pattern& properties) {
  try {
    value.hasResourceProperties("Foo::Bar", properties);
    return true;
  } catch (const AssertionError&) {
    return false;
  }
}

template <class Make>
std::string code_of(Make make) {
  try {
    make();
  } catch (const UserError& error) {
    return error.diagnostics().front().code;
  }
  return {};
}

const char* const fred_object = R"({"Fred": {"Wobble": "Flob", "Bob": "Cat"}})";
const char* const fred_list = R"({"Fred": ["Flob", "Cat"]})";

TEST(ObjectLike, takes_members_among_others_at_every_depth) {
  const auto bars = with_bars({fred_object});
  EXPECT_TRUE(has(bars, {{"Fred", Match::objectLike({{"Wobble", "Flob"}})}}));
  EXPECT_FALSE(has(bars, {{"Fred", Match::objectLike({{"Brew", "Coffee"}})}}));
  EXPECT_TRUE(has(bars, {{"Fred", {{"Wobble", "Flob"}}}}));
  EXPECT_TRUE(has(bars, {}));
  EXPECT_TRUE(has(with_bars({R"({"A": [{"B": 1, "C": 2}]})"}), {{"A", {{{"B", 1}}}}}));
}

TEST(ObjectLike, takes_lists_as_they_are) {
  EXPECT_FALSE(has(with_bars({fred_list}), {{"Fred", {"Flob"}}}));
  EXPECT_FALSE(has(with_bars({fred_list}), {{"Fred", {"Flob", "Cat", "Dog"}}}));
  EXPECT_FALSE(has(with_bars({fred_list}), {{"Fred", "Flob"}}));
}

TEST(ObjectEquals, takes_no_further_members) {
  const auto bars = with_bars({fred_object});
  EXPECT_FALSE(has(bars, {{"Fred", Match::objectEquals({{"Wobble", "Flob"}})}}));
  EXPECT_TRUE(has(bars, {{"Fred", Match::objectEquals({{"Wobble", "Flob"}, {"Bob", "Cat"}})}}));
  EXPECT_FALSE(
      has(with_bars({R"({"A": {"B": {"C": 1, "D": 2}}})"}),
          Match::objectEquals({{"A", {{"B", {{"C", 1}}}}}}))
  );
}

TEST(Absent, takes_no_value) {
  const auto bars = with_bars({R"({"Fred": {"Wobble": "Flob"}})"});
  EXPECT_TRUE(has(bars, {{"Fred", Match::objectLike({{"Bob", Match::absent()}})}}));
  EXPECT_FALSE(has(bars, {{"Fred", Match::objectLike({{"Wobble", Match::absent()}})}}));
}

TEST(Absent, can_be_all_properties) {
  const auto bare = Template::fromString(R"({"Resources": {"B": {"Type": "Foo::Bar"}}})");
  EXPECT_TRUE(has(bare, Match::absent()));
  EXPECT_FALSE(has(with_bars({"{}"}), Match::absent()));
  EXPECT_TRUE(has(bare, {}));
  EXPECT_TRUE(has(bare, Match::objectEquals({})));
}

TEST(AnyValue, takes_what_is_there) {
  const auto bars = with_bars({R"({"Fred": {"Wobble": ["Flob", "Flib"]}, "Null": null})"});
  EXPECT_TRUE(has(bars, {{"Fred", {{"Wobble", {Match::anyValue(), Match::anyValue()}}}}}));
  EXPECT_FALSE(has(bars, {{"Fred", {{"Wimble", Match::anyValue()}}}}));
  EXPECT_FALSE(has(bars, {{"Null", Match::anyValue()}}));
  EXPECT_TRUE(has(bars, {{"Null", nullptr}}));
}

TEST(ArrayWith, takes_elements_in_order_among_others) {
  const auto bars = with_bars({fred_list});
  EXPECT_TRUE(has(bars, {{"Fred", Match::arrayWith({"Flob"})}}));
  EXPECT_FALSE(has(bars, Match::objectLike({{"Fred", Match::arrayWith({"Wobble"})}})));
  EXPECT_TRUE(has(bars, {{"Fred", Match::arrayWith({"Flob", "Cat"})}}));
  EXPECT_FALSE(has(bars, {{"Fred", Match::arrayWith({"Cat", "Flob"})}}));
  EXPECT_FALSE(has(bars, {{"Fred", Match::arrayWith({"Flob", "Cat", "Dog"})}}));
  EXPECT_FALSE(has(with_bars({fred_object}), {{"Fred", Match::arrayWith({"Flob"})}}));
}

TEST(ArrayWith, takes_literal_objects_as_they_are) {
  const auto bars = with_bars({R"({"Tags": [{"Key": "a", "Value": "b"}]})"});
  EXPECT_FALSE(has(bars, {{"Tags", Match::arrayWith({{{"Key", "a"}}})}}));
  EXPECT_TRUE(has(bars, {{"Tags", Match::arrayWith({Match::objectLike({{"Key", "a"}})})}}));
}

TEST(ArrayWith, refuses_what_chooses_no_element) {
  EXPECT_EQ(code_of([] { Match::arrayWith({Match::anyValue()}); }), "InvalidPatternError");
  EXPECT_EQ(code_of([] { Match::arrayWith({Match::absent()}); }), "InvalidPatternError");
}

TEST(ArrayEquals, takes_no_further_elements) {
  const auto bars = with_bars({fred_list});
  EXPECT_TRUE(has(bars, {{"Fred", Match::arrayEquals({"Flob", "Cat"})}}));
  EXPECT_FALSE(has(bars, {{"Fred", Match::arrayEquals({"Flob"})}}));
  EXPECT_FALSE(has(bars, {{"Fred", Match::arrayEquals({"Flob", Match::not_("Cat")})}}));
}

TEST(Exact, takes_equal_values) {
  const auto bars = with_bars({fred_object});
  EXPECT_FALSE(has(bars, {{"Fred", Match::exact({{"Wobble", "Flob"}})}}));
  EXPECT_TRUE(has(bars, {{"Fred", Match::exact({{"Wobble", "Flob"}, {"Bob", "Cat"}})}}));
  EXPECT_TRUE(has(bars, {{"Fred", {{"Wobble", Match::exact("Flob")}}}}));
  EXPECT_EQ(code_of([] { Match::exact(Match::anyValue()); }), "InvalidPatternError");
}

TEST(StringLikeRegexp, finds_the_expression) {
  const auto bars = with_bars({R"({"Template": "const includeHeaders = true;\nreturn;"})"});
  const auto expression = [](const char* text) { return Match::stringLikeRegexp(text); };
  EXPECT_TRUE(has(bars, {{"Template", expression("includeHeaders = (true|false)")}}));
  EXPECT_FALSE(has(bars, {{"Template", expression("includeHeaders = null")}}));
  EXPECT_TRUE(has(bars, {{"Template", expression("^return;$")}}));
  EXPECT_FALSE(has(with_bars({fred_list}), {{"Fred", expression("Flob")}}));
  EXPECT_EQ(code_of([&] { expression("("); }), "InvalidPatternError");
}

TEST(StringLikeRegexp, gives_up_on_long_strings) {
  const auto bars = with_bars({R"({"A": ")" + std::string(20'000, 'x') + "\"}"});
  EXPECT_THAT(
      report_of([&] {
        bars.hasResourceProperties("Foo::Bar", {{"A", Match::stringLikeRegexp("x*")}});
      }),
      HasSubstr("20000 characters")
  );
}

TEST(Not, takes_what_does_not_match) {
  const auto bars = with_bars({fred_list});
  EXPECT_TRUE(has(bars, {{"Fred", Match::not_({"Flob"})}}));
  EXPECT_FALSE(has(bars, Match::objectLike({{"Fred", Match::not_({"Flob", "Cat"})}})));
}

TEST(SerializedJson, looks_into_strings) {
  const auto bars = with_bars({R"({"Baz": "{ \"Fred\": [\"Waldo\", \"Willow\"] }", "N": "no"})"});
  const auto fred = [](const Pattern& pattern) {
    return Match::serializedJson({{"Fred", Matcher(pattern)}});
  };
  EXPECT_TRUE(has(bars, {{"Baz", fred(Match::arrayWith({"Waldo"}))}}));
  EXPECT_FALSE(has(bars, {{"Baz", fred(Match::arrayEquals({"Waldo", "Johnny"}))}}));
  EXPECT_TRUE(has(bars, {{"Baz", Match::serializedJson({{"Fred", {"Waldo", "Willow"}}})}}));
  EXPECT_FALSE(has(bars, {{"N", Match::serializedJson({})}}));
}

TEST(Pattern, has_literals_of_every_type) {
  const auto bars = with_bars({R"({"I": 1, "N": 1.5, "B": true, "S": "x", "L": [], "O": {}})"});
  EXPECT_TRUE(has(bars, {{"I", 1}, {"N", 1.5}, {"B", true}, {"S", std::string("x")}}));
  EXPECT_TRUE(has(bars, {{"I", 1.0}}));
  EXPECT_FALSE(has(bars, {{"I", "1"}}));
  EXPECT_FALSE(has(bars, {{"B", 1}}));
  EXPECT_TRUE(has(bars, {{"O", {}}, {"L", Match::arrayEquals({})}}));
}

TEST(Pattern, takes_braces_for_objects_and_lists) {
  const auto bars =
      with_bars({R"({"One": ["x"], "Two": ["x", "y"], "Join": ["", ["a", {"Ref": "R"}]],
           "Pairs": [["x", "y"]], "Map": {"x": "y"}})"});
  EXPECT_TRUE(has(bars, {{"One", {"x"}}, {"Two", {"x", "y"}}}));
  EXPECT_TRUE(has(bars, {{"Join", {"", {"a", {{"Ref", "R"}}}}}}));
  EXPECT_TRUE(has(bars, {{"Map", {{"x", "y"}}}}));
  EXPECT_FALSE(has(bars, {{"Pairs", {{"x", "y"}}}}));
  EXPECT_TRUE(has(bars, {{"Pairs", Match::arrayEquals({Match::arrayEquals({"x", "y"})})}}));
  const Matcher x = Match::exact("x");
  EXPECT_TRUE(has(bars, {{"One", {x}}}));
}

TEST(Pattern, takes_values_of_the_construct_library) {
  cdk::App app;
  const cdk::Stack stack(app, "S");
  const cdk::Resource queue(stack, "Q", "AWS::SQS::Queue");
  const cdk::Resource bar(
      stack, "B", "Foo::Bar", cdk::Json::object({{"Q", queue.ref()}, {"A", queue.getAtt("Arn")}})
  );
  const auto bars = Template::fromStack(stack);
  EXPECT_TRUE(has(bars, {{"Q", queue.ref()}, {"A", queue.getAtt("Arn")}}));
  EXPECT_FALSE(has(bars, {{"Q", bar.ref()}}));
  EXPECT_TRUE(has(bars, cdk::Json::object({{"Q", cdk::Json::object({{"Ref", "Q"}})}})));
  EXPECT_TRUE(has(bars, bars.findResources("Foo::Bar")["B"]["Properties"]));
}

TEST(Pattern, of_members_must_be_an_object) {
  EXPECT_EQ(code_of([] { Match::objectLike("x"); }), "InvalidPatternError");
  EXPECT_EQ(code_of([] { Match::objectEquals({"a", "b"}); }), "InvalidPatternError");
}

TEST(Value, is_read_and_compared) {
  const Value value = with_bars({fred_list}).toJSON();
  const Value fred = value["Resources"]["MyBar1"]["Properties"]["Fred"];
  EXPECT_EQ(fred.size(), 2U);
  EXPECT_EQ(fred[1], "Cat");
  EXPECT_EQ(fred, (Match::arrayEquals({"Flob", "Cat"})));
  EXPECT_EQ(fred, cdk::Json::array({"Flob", "Cat"}));
  EXPECT_EQ(fred, fred);
  EXPECT_FALSE(fred == Match::arrayEquals({"Flob"}));
  EXPECT_EQ(fred.text(), R"(["Flob","Cat"])");
  EXPECT_EQ(value.keys(), std::vector<std::string>{"Resources"});
  EXPECT_TRUE(Value().isNull());
  EXPECT_THAT(report_of([&] { fred.asString(); }), HasSubstr("a list"));
  EXPECT_THAT(report_of([&] { value["Nope"]; }), HasSubstr("Resources"));
  EXPECT_THAT(report_of([&] { fred[2]; }), HasSubstr("2 elements"));
}

}  // namespace
}  // namespace amplify::assertions
