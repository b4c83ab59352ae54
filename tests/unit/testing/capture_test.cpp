// SPDX-License-Identifier: Apache-2.0
#include <amplify/testing/capture.hpp>

#include "support.hpp"

namespace amplify::assertions {
namespace {

using ::testing::HasSubstr;

TEST(Capture, takes_what_stands_in_its_place) {
  const auto bars = with_bars({R"({"Fred": ["Flob", "Cat"], "Waldo": ["Qix", "Qux"]})"});
  Capture fred;
  Capture waldo;
  bars.hasResourceProperties("Foo::Bar", {{"Fred", fred}, {"Waldo", {"Qix", waldo}}});
  EXPECT_EQ(fred.asArray(), cdk::Json::array({"Flob", "Cat"}));
  EXPECT_EQ(waldo.asString(), "Qux");
}

TEST(Capture, takes_what_its_pattern_takes) {
  const auto bars = with_bars({R"({"Fred": ["Flob", "Cat"]})", R"({"Fred": ["Qix", "Qux"]})"});
  Capture capture(Match::arrayWith({"Cat"}));
  bars.hasResourceProperties("Foo::Bar", {{"Fred", capture}});
  EXPECT_EQ(capture.asArray(), cdk::Json::array({"Flob", "Cat"}));
  EXPECT_FALSE(capture.next());
}

TEST(Capture, takes_one_value_of_each_match) {
  const auto bars = with_bars({R"({"Fred": "Flob"})", R"({"Fred": "Quib"})", R"({"Waldo": 1})"});
  Capture fred;
  bars.hasResourceProperties("Foo::Bar", {{"Fred", fred}});
  EXPECT_EQ(fred.asString(), "Flob");
  EXPECT_TRUE(fred.next());
  EXPECT_EQ(fred.asString(), "Quib");
  EXPECT_FALSE(fred.next());
  EXPECT_EQ(fred.asString(), "Quib");
}

TEST(Capture, takes_nothing_of_what_does_not_match) {
  const auto bars = with_bars({R"({"Fred": "Flob", "Waldo": 1})"});
  Capture fred;
  report_of([&] { bars.hasResourceProperties("Foo::Bar", {{"Fred", fred}, {"Waldo", 2}}); });
  EXPECT_THAT(report_of([&] { fred.asString(); }), HasSubstr("nothing was captured"));
}

TEST(Capture, takes_no_null) {
  Capture fred;
  EXPECT_THAT(
      report_of([&] {
        with_bars({R"({"Fred": null})"}).hasResourceProperties("Foo::Bar", {{"Fred", fred}});
      }),
      HasSubstr("expected a value to capture")
  );
}

TEST(Capture, reads_every_type_and_no_other) {
  const auto bars = with_bars({R"({"N": 1.5, "B": true, "O": {"K": "v"}})"});
  Capture number;
  Capture boolean;
  Capture object(Match::objectLike({{"K", "v"}}));
  bars.hasResourceProperties("Foo::Bar", {{"N", number}, {"B", boolean}, {"O", object}});
  EXPECT_EQ(number.asNumber(), 1.5);
  EXPECT_TRUE(boolean.asBoolean());
  EXPECT_EQ(object.asObject()["K"], "v");
  EXPECT_THAT(report_of([&] { number.asString(); }), HasSubstr("expected a string"));
  EXPECT_THAT(report_of([&] { boolean.asNumber(); }), HasSubstr("expected a number"));
  EXPECT_THAT(report_of([&] { number.asBoolean(); }), HasSubstr("expected a boolean"));
  EXPECT_THAT(report_of([&] { object.asArray(); }), HasSubstr("expected a list"));
  EXPECT_THAT(report_of([&] { number.asObject(); }), HasSubstr("expected an object"));
}

TEST(Capture, works_within_matchers) {
  const auto bars = with_bars({R"({"Json": "{\"Fred\": [1, {\"Waldo\": 2}]}"})"});
  Capture waldo;
  bars.hasResourceProperties(
      "Foo::Bar",
      {{"Json",
        Match::serializedJson({{"Fred", Match::arrayWith({Match::objectLike({{"Waldo", waldo}})})}})
      }}
  );
  EXPECT_EQ(waldo.asNumber(), 2);
}

}  // namespace
}  // namespace amplify::assertions
