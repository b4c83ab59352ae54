// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cfn/sns.hpp>
#include <amplify/cfn/sqs.hpp>

#include "support.hpp"

#include <fstream>

#include <unistd.h>

namespace amplify::cdk {
namespace {

void make_stack() {
  App app;
  const Stack root(app, "root");
  const NestedStack inner(root, "inner");
  const cfn::sqs::Queue queue{
      root, "queue", {.delaySeconds = 5, .queueName = fn::join("-", {"jobs", aws::region()})}
  };
  const cfn::sns::Subscription subscription{
      inner, "subscription", {.endpoint = queue.attrArn(), .protocol = "sqs", .topicArn = "arn"}
  };
  ASSERT_EQ(app.synth().stacks.size(), 2U);
}

/// Pages of this process that are in memory.
long resident_bytes() {
  long size = 0;
  long resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return resident * sysconf(_SC_PAGESIZE);
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

TEST(Memory, OfAnAppIsFreedWithIt) {
  // The sanitizer keeps what is freed for a while, and checks the rest.
  const int stacks = sanitized ? 500 : 10'000;
  for (int i = 0; i < stacks / 10; ++i)
    make_stack();
  const auto before = resident_bytes();
  for (int i = stacks / 10; i < stacks; ++i)
    make_stack();
  constexpr long most = 2'000'000;  // one byte for each of the values would be more
  if (!sanitized) {
    EXPECT_LT(resident_bytes() - before, most);
  }
}

TEST(Memory, OutlivesTheValuesMadeOutsideAnApp) {
  const Str name = fn::concat({"made", "before"});
  for (int i = 0; i < 2; ++i) {
    App app;
    const Stack root(app, "root");
    const cfn::sqs::Queue queue{root, "queue", {.queueName = name}};
    EXPECT_EQ(
        properties_of(template_of(app, "root"), "AWS::SQS::Queue")["QueueName"], "madebefore"
    );
  }
}

}  // namespace
}  // namespace amplify::cdk
