// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema/scalars.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <unordered_set>

namespace amplify {
namespace {

TEST(Scalars, TakeLiterals) {
  EXPECT_EQ(AWSDate("2030-12-31").text(), "2030-12-31");
  AWSEmail email("a@example.com");
  email = "b@example.com";
  EXPECT_EQ(email, "b@example.com");
  EXPECT_TRUE(AWSURL().empty());
}

TEST(Scalars, ParseTextsOfRunTime) {
  EXPECT_EQ(AWSDate::parse(std::string("2030-12-31")), AWSDate("2030-12-31"));
  EXPECT_FALSE(AWSDate::parse("2030-02-30"));
  EXPECT_TRUE(AWSTime::parse("12:30:00.000Z"));
  EXPECT_FALSE(AWSTime::parse("24:00"));
  EXPECT_TRUE(AWSDateTime::parse("2030-12-31T12:30:00Z"));
  EXPECT_FALSE(AWSDateTime::parse("2030-12-31 12:30:00Z"));
  EXPECT_TRUE(AWSEmail::parse("name@example.com"));
  EXPECT_FALSE(AWSEmail::parse("name"));
  EXPECT_TRUE(AWSJSON::parse("[1, {}]"));
  EXPECT_FALSE(AWSJSON::parse("[1, {]"));
  EXPECT_TRUE(AWSPhone::parse("+1 555 0100"));
  EXPECT_FALSE(AWSPhone::parse("call me"));
  EXPECT_TRUE(AWSURL::parse("https://example.com/"));
  EXPECT_FALSE(AWSURL::parse("example"));
  EXPECT_TRUE(AWSIPAddress::parse("2001:db8::1"));
  EXPECT_FALSE(AWSIPAddress::parse("256.0.0.1"));
  EXPECT_TRUE(ID::parse("anything"));
}

TEST(Scalars, TimestampsAreSeconds) {
  EXPECT_EQ(AWSTimestamp::parse("-5"), AWSTimestamp(-5));
  EXPECT_EQ(AWSTimestamp(-5).text(), "-5");
  const AWSTimestamp last(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(AWSTimestamp::parse(last.text()), last);
  for (const char* text : {"", "5 ", "0x5", "1.5", "9223372036854775808"})
    EXPECT_FALSE(AWSTimestamp::parse(text)) << text;
  EXPECT_LT(AWSTimestamp(1), AWSTimestamp(2));
}

TEST(Scalars, AreOrderedAndHashed) {
  EXPECT_LT(AWSDate("2030-12-30"), AWSDate("2030-12-31"));
  EXPECT_EQ((std::unordered_set<ID>{"a", "b", "a"}.size()), 2u);
  EXPECT_EQ((std::unordered_set<AWSTimestamp>{AWSTimestamp(1), AWSTimestamp(1)}.size()), 1u);
}

}  // namespace
}  // namespace amplify
