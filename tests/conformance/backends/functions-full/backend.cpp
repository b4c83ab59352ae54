// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts, function by function.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

const auto bare = defineFunction({
    .name = "bare",
    .entry = "./amplify/functions/bare/handler.ts",
});

const auto weekly = defineFunction({
    .name = "weekly",
    .entry = "./amplify/functions/weekly/handler.ts",
    .schedule = "every week",
});

const auto monthly = defineFunction({
    .name = "monthly",
    .entry = "./amplify/functions/monthly/handler.ts",
    .schedule = {"every month", "every year", "every 5m", "every 2h"},
});

const auto preSignUp = defineFunction({
    .name = "pre-sign-up",
    .entry = "./amplify/functions/pre-sign-up/handler.ts",
    .resourceGroupName = "auth",
});

const auto cronjob = defineFunction({
    .name = "cronjob",
    .entry = "./amplify/functions/cronjob/handler.ts",
    .schedule =
        {"0 9 * * ?",
         ZonedCronSchedule{
             .cron = "0/15 8-17 ? * 2-6 *",
             .timezone = "America/New_York",
             .description = "office hours",
         },
         ZonedTimeInterval{.rate = "every 1h", .timezone = "Europe/London"}},
});

const auto kitchen = defineFunction({
    .name = "kitchen-sink",
    .entry = "./amplify/functions/kitchen/main.ts",
    .timeoutSeconds = 900,
    .memoryMB = 2048,
    .ephemeralStorageSizeMB = 1024,
    .environment =
        {{"PLAIN", "value"}, {"API_KEY", secret("API_KEY")}, {"OTHER", secret("OTHER_SECRET")}},
    .runtime = 24,
    .architecture = Architecture::arm64,
    .layers =
        {{"@aws-lambda-powertools/logger",
          "arn:aws:lambda:us-east-1:094274105915:layer:AWSLambdaPowertoolsTypeScriptV2:11"},
         {"sharp", "SharpLayer:1"}},
    .bundling = {.minify = false},
    .logging = {.format = LogFormat::json, .level = LogLevel::debug, .retention = "2 weeks"},
});

const auto durable = defineFunction({
    .name = "durable",
    .entry = "./amplify/functions/kitchen/main.ts",
    .runtime = 24,
    .schedule = "every day",
    .durableConfig = {.executionTimeoutSeconds = 3600},
});

const auto py = defineFunction({
    .name = "say-hello",
    .timeoutSeconds = 20,
    .environment = {{"STAGE", "dev"}},
    .runtime = "python3.12",
    .resourceGroupName = "data",
    .code = Code::fromAsset("./amplify/functions/py/src"),
    .handler = "index.handler",
});

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .groups = {"ops"},
    .triggers = {.preSignUp = preSignUp},
    .access = {allow.resource(kitchen).to("listUsers", "getUser", "manageGroups")},
});

const auto storage = defineStorage({
    .name = "files",
    .access = {{"in/*", {allow.resource(kitchen).to("read", "write", "delete")}}},
});

constexpr auto schema =
    a.schema(
         "Job"_s = a.model("name"_s = a.string()).authorization(allow.authenticated()),
         "hello"_s = a.query()
                         .returns(a.json())
                         .authorization(allow.authenticated())
                         .handler(a.handler.function(py))
    )
        .authorization(allow.resource(kitchen).to("query", "listen"));
const auto data = defineData({.schema = schema});

int main(int argc, char** argv) {
  const auto backend = defineBackend(
      auth, data, storage, preSignUp, bare, weekly, monthly, cronjob, kitchen, durable, py
  );
  backend[bare].addEnvironment("LATE", "yes");
  backend[bare].addEnvironment("LATE_SECRET", secret("LATE_SECRET"));
  backend[bare].cfnResources.function.setProperty("ReservedConcurrentExecutions", 2);
  return run(backend, argc, argv);
}
