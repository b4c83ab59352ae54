// SPDX-License-Identifier: Apache-2.0
// What docs/functions.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

namespace environment {
// [environment]
const auto resize = defineFunction({
    .name = "resize",
    .entry = "./resize.ts",
    .environment = {{"STAGE", "dev"}, {"API_KEY", secret("API_KEY")}},
});
// [/environment]
}  // namespace environment

namespace schedule {
// [schedule]
const auto report = defineFunction({
    .name = "report",
    .entry = "./report.ts",
    .schedule =
        {"every 5m", ZonedCronSchedule{.cron = "0 9 ? * MON-FRI *", .timezone = "Europe/Vienna"}},
});
// [/schedule]
}  // namespace schedule

namespace ready {
// [code]
const auto classify = defineFunction({
    .name = "classify",
    .runtime = "python3.13",
    .code = Code::fromAsset("./classify"),
    .handler = "index.handler",
});
// [/code]
}  // namespace ready

namespace url {
// [url]
const auto hook = defineFunction({
    .name = "hook",
    .entry = "./hook.ts",
    .url = FunctionUrl{.authType = cdk::lambda::FunctionUrlAuthType::none},
});
// [/url]
}  // namespace url

int run_with_changes(int argc, char** argv);
int run_with_changes(int argc, char** argv) {
  using environment::resize;
  // [resources]
  const auto backend = defineBackend(resize);
  const cdk::Resource topic(backend.createStack("alerts"), "Topic", "AWS::SNS::Topic");
  backend[resize].addEnvironment("TOPIC", topic.ref());
  backend[resize].lambda.addToRolePolicy({.actions = {"sns:Publish"}, .resources = {topic.ref()}});
  backend[resize].cfnResources.function.setProperty("ReservedConcurrentExecutions", 2);
  return run(backend, argc, argv);
  // [/resources]
}
