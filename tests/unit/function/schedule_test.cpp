// SPDX-License-Identifier: Apache-2.0
#include <function/schedule.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify::functions {
namespace {

using ::testing::HasSubstr;
using ::testing::Optional;

std::string fault(const char* text, std::int64_t timeout = 3) {
  return fault_of(FunctionSchedule(atRuntime(std::string(text))), timeout).value_or("none");
}

TEST(Schedule, BecomesAnExpression) {
  EXPECT_EQ(expression("every 5m"), "cron(*/5 * * * ? *)");
  EXPECT_EQ(expression("every 2h"), "cron(0 */2 * * ? *)");
  EXPECT_EQ(expression("every day"), "cron(0 0 * * ? *)");
  EXPECT_EQ(expression("every week"), "cron(0 0 ? * 1 *)");
  EXPECT_EQ(expression("every month"), "cron(0 0 1 * ? *)");
  EXPECT_EQ(expression("every year"), "cron(0 0 1 1 ? *)");
  EXPECT_EQ(expression("0 9 * * ?"), "cron(0 9 * * ? *)");
  EXPECT_EQ(expression("0 9 ? * MON-FRI 2030"), "cron(0 9 ? * MON-FRI 2030)");
}

TEST(Schedule, IsARateWhenAStepWouldNotDo) {
  EXPECT_EQ(expression("every 59m"), "cron(*/59 * * * ? *)");
  EXPECT_EQ(expression("every 60m"), "rate(60 minutes)");
  EXPECT_EQ(expression("every 61m"), "rate(61 minutes)");
  EXPECT_EQ(expression("every 24h"), "rate(24 hours)");
}

TEST(Schedule, SaysWhatIsWrong) {
  EXPECT_EQ(fault("every 5m"), "none");
  EXPECT_THAT(fault("every foo"), HasSubstr("must be `every 5m`"));
  EXPECT_EQ(fault("every 0m"), "Function schedule rate must be set with a positive whole number");
  EXPECT_THAT(fault("0 9 * *"), HasSubstr("5 or 6 fields"));
  EXPECT_EQ(fault("99 9 * * ?"), "Cron field for minutes must be a whole number between 0 and 59");
  EXPECT_THAT(
      fault("0 20-10 * * ?"),
      HasSubstr("Cron range for hours must be whole numbers between 0 and 23")
  );
  EXPECT_EQ(
      fault("0 9 */0 * ?"),
      "Cron step values for day-of-month must be whole numbers between 1 and 31"
  );
  EXPECT_THAT(fault("0 9 ? * 1W"), HasSubstr("Cron field for day-of-week has a wildcard"));
  EXPECT_THAT(fault("0 9 1 * 1"), HasSubstr("cannot have both day-of-month and day-of-week"));
  EXPECT_THAT(fault("0 9 ? * ?"), HasSubstr("must have a day-of-month or a day-of-week"));
}

TEST(Schedule, LetsACallEndBeforeTheNext) {
  EXPECT_EQ(fault("every 15m", 900), "none");
  EXPECT_EQ(
      fault("every 14m", 900),
      "Function schedule rate must be greater than the function timeout of 900 seconds"
  );
}

TEST(Schedule, KnowsTimeZones) {
  ASSERT_THAT(knows_timezone("UTC"), Optional(true)) << "install tzdata";
  EXPECT_THAT(knows_timezone("Europe/Vienna"), Optional(true));
  EXPECT_THAT(knows_timezone("Etc/GMT+5"), Optional(true));
  EXPECT_THAT(knows_timezone("Europe/Wien"), Optional(false));
  EXPECT_THAT(knows_timezone("tzdata.zi"), Optional(false));
  EXPECT_THAT(knows_timezone("Europe"), Optional(false));
  EXPECT_THAT(knows_timezone("../../../etc/passwd"), Optional(false));
}

}  // namespace
}  // namespace amplify::functions
