// SPDX-License-Identifier: Apache-2.0
// What a definition becomes, and what is wrong with one.
#include "support.hpp"

#include <cdk/inspect.hpp>
#include <function/environment.hpp>

namespace amplify::functions {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST_F(Functions, have_what_their_props_say) {
  const auto function = defineFunction({
      .name = "say-hello",
      .timeoutSeconds = 20,
      .memoryMB = 1024,
      .ephemeralStorageSizeMB = 2048,
      .environment = {{"STAGE", "dev"}},
      .runtime = "python3.13",
      .architecture = Architecture::arm64,
      .layers = {{"a", "Mine:1"}, {"b", "Mine:1"}},
      .logging = {.format = LogFormat::json, .level = LogLevel::warn, .retention = "1 week"},
      .code = Code::fromBucket("bucket", "key"),
      .handler = "index.handler",
  });
  const auto& made = registry.of(function);
  const json found = function_of("function");
  EXPECT_EQ(found["Timeout"], 20);
  EXPECT_EQ(found["MemorySize"], 1024);
  EXPECT_EQ(found["EphemeralStorage"]["Size"], 2048);
  EXPECT_EQ(found["Environment"]["Variables"], (json{{"STAGE", "dev"}}));
  EXPECT_EQ(found["Runtime"], "python3.13");
  EXPECT_EQ(found["Architectures"], json::array({"arm64"}));
  EXPECT_THAT(found["Layers"], SizeIs(1));
  EXPECT_THAT(found["Layers"].dump(), HasSubstr(":layer:Mine:1"));
  EXPECT_EQ(found["LoggingConfig"]["LogFormat"], "JSON");
  EXPECT_EQ(found["LoggingConfig"]["ApplicationLogLevel"], "WARN");
  EXPECT_EQ(
      found["LoggingConfig"]["LogGroup"]["Ref"], cdk::logical_id(*made.cfnResources.logGroup)
  );
  EXPECT_EQ(
      cdk::properties_of(template_of("function"), "AWS::Logs::LogGroup")["RetentionInDays"], 7
  );
  EXPECT_EQ(found["Tags"], (json{{{"Key", "amplify:friendly-name"}, {"Value", "say-hello"}}}));
}

TEST_F(Functions, have_amplifys_defaults) {
  const defineFunction function(elsewhere("bare"));
  registry.of(function);
  const json found = function_of("function");
  EXPECT_EQ(found["Timeout"], 3);
  EXPECT_EQ(found["MemorySize"], 512);
  EXPECT_EQ(found["EphemeralStorage"]["Size"], 512);
  EXPECT_EQ(found["Architectures"], json::array({"x86_64"}));
  EXPECT_FALSE(found.contains("Environment"));
  EXPECT_FALSE(found.contains("LoggingConfig"));
}

TEST_F(Functions, keep_logs_forever_if_told) {
  auto props = elsewhere("bare");
  props.logging.retention = "infinite";
  const defineFunction function(props);
  registry.of(function);
  const auto groups = cdk::properties_of(template_of("function"), "AWS::Logs::LogGroup");
  EXPECT_FALSE(groups.contains("RetentionInDays"));
}

TEST_F(Functions, run_on_schedules) {
  auto props = elsewhere("nightly");
  props.schedule = {
      "0 4 * * ?",
      ZonedTimeInterval{.rate = "every day", .timezone = "Europe/Vienna", .description = "daily"}
  };
  const defineFunction function(props);
  const auto& made = registry.of(function);
  ASSERT_THAT(made.cfnResources.schedules, SizeIs(2));
  const json whole = template_of("function");
  const auto schedule = [&](std::size_t index) {
    return whole["Resources"][cdk::logical_id(made.cfnResources.schedules[index])]["Properties"];
  };
  EXPECT_EQ(schedule(0)["ScheduleExpression"], "cron(0 4 * * ? *)");
  EXPECT_EQ(schedule(0)["ScheduleExpressionTimezone"], "UTC");
  EXPECT_EQ(schedule(1)["ScheduleExpressionTimezone"], "Europe/Vienna");
  EXPECT_EQ(schedule(1)["Description"], "daily");
  EXPECT_EQ(schedule(0)["Target"]["RoleArn"], schedule(1)["Target"]["RoleArn"]);
}

TEST_F(Functions, are_called_by_version_if_durable) {
  auto props = elsewhere("durable");
  props.schedule = "every day";
  props.durableConfig = {.executionTimeoutSeconds = 60};
  const defineFunction function(props);
  const auto& made = registry.of(function);
  EXPECT_EQ(
      cdk::properties_of(
          template_of("function"), "AWS::Scheduler::Schedule"
      )["Target"]["Arn"]["Ref"],
      cdk::logical_id(made.lambda.currentVersion().resource())
  );
  EXPECT_EQ(function_of("function")["DurableConfig"]["RetentionPeriodInDays"], 14);
}

TEST_F(Functions, have_a_url) {
  auto props = elsewhere("open");
  props.url = FunctionUrl{.authType = cdk::lambda::FunctionUrlAuthType::none};
  const defineFunction function(props);
  EXPECT_TRUE(registry.of(function).url.has_value());
  EXPECT_EQ(cdk::properties_of(template_of("function"), "AWS::Lambda::Url")["AuthType"], "NONE");
}

TEST_F(Functions, run_images) {
  const auto function = defineFunction(
      {.name = "image", .code = Code::fromEcrImage("1.dkr.ecr.eu-west-1.amazonaws.com/f:1")}
  );
  registry.of(function);
  EXPECT_EQ(function_of("function")["PackageType"], "Image");
}

TEST_F(Functions, fetch_secrets_when_they_start) {
  auto props = elsewhere("with-secret");
  props.environment = {{"KEY", secret("API_KEY")}, {"PLAIN", "text"}};
  const defineFunction function(props);
  registry.of(function).addEnvironment("LATE", secret("OTHER"));
  const json variables = function_of("function")["Environment"]["Variables"];
  EXPECT_EQ(variables["KEY"], "<value will be resolved during runtime>");
  EXPECT_EQ(variables["PLAIN"], "text");
  EXPECT_EQ(
      json::parse(variables["AMPLIFY_SSM_ENV_CONFIG"].get<std::string>()),
      json::parse(R"({"KEY": {"path": "/own/API_KEY", "sharedPath": "/shared/API_KEY"},
                      "LATE": {"path": "/own/OTHER", "sharedPath": "/shared/OTHER"}})")
  );
  const json policy =
      cdk::properties_of(template_of("function"), "AWS::IAM::Policy")["PolicyDocument"];
  ASSERT_THAT(policy["Statement"], SizeIs(1));
  EXPECT_EQ(policy["Statement"][0]["Action"], "ssm:GetParameters");
  EXPECT_THAT(policy["Statement"][0]["Resource"], SizeIs(4));
  EXPECT_THAT(policy.dump(), HasSubstr(":parameter/shared/OTHER"));
}

TEST_F(Functions, change_a_variable_by_adding_it_again) {
  auto props = elsewhere("twice");
  props.environment = {{"KEY", secret("FIRST")}};
  const defineFunction function(props);
  registry.of(function).addEnvironment("KEY", secret("SECOND"));
  const std::string config =
      function_of("function")["Environment"]["Variables"]["AMPLIFY_SSM_ENV_CONFIG"];
  EXPECT_THAT(config, HasSubstr("SECOND"));
  EXPECT_THAT(config, testing::Not(HasSubstr("FIRST")));
}

TEST_F(Functions, warn_of_secrets_in_the_template) {
  auto props = elsewhere("careless");
  props.environment = {{"DB_PASSWORD", "hunter2"}, {"TOKEN_TTL", "60"}, {"API_KEY", ""}};
  const defineFunction function(props);
  registry.of(function);
  const auto findings = app.synth().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].id, "SecretInEnvironmentWarning");
  EXPECT_EQ(findings[0].severity, cdk::Severity::warning);
  EXPECT_THAT(findings[0].message, HasSubstr("secret(\"DB_PASSWORD\")"));
}

TEST(LooksSecret, GoesByNameOrText) {
  EXPECT_TRUE(looks_secret("stripeApi_Key", "x"));
  EXPECT_TRUE(looks_secret("GITHUB", "ghp_0123"));
  EXPECT_TRUE(looks_secret("KEY_ID", "AKIAIOSFODNN7EXAMPLE"));
  EXPECT_TRUE(looks_secret("PEM", "-----BEGIN PRIVATE KEY-----"));
  EXPECT_FALSE(looks_secret("STAGE", "dev"));
  EXPECT_FALSE(looks_secret("SECRET_NAME", "db"));
  EXPECT_FALSE(looks_secret("KEY_ID", "AKIAshort"));
}

// Faults that are found at run time, since the compiler couldn't know the values.

TEST_F(Functions, refuse_numbers_out_of_bounds) {
  const auto refuse = [](FunctionProps props) {
    const defineFunction function(std::move(props));
    std::string codes;
    for (const Diagnostic& fault : check(resolve(function)))
      codes += fault.code + " ";
    return codes;
  };
  auto props = elsewhere("f");
  props.timeoutSeconds = atRuntime(0);
  EXPECT_EQ(refuse(props), "InvalidTimeoutError ");
  props = elsewhere("f");
  props.memoryMB = atRuntime(10'241);
  EXPECT_EQ(refuse(props), "InvalidMemoryMBError ");
  props = elsewhere("f");
  props.ephemeralStorageSizeMB = atRuntime(511);
  EXPECT_EQ(refuse(props), "InvalidEphemeralStorageSizeMBError ");
  props = elsewhere("f");
  props.durableConfig = {.executionTimeoutSeconds = atRuntime(0)};
  EXPECT_EQ(refuse(props), "InvalidDurableFunctionExecutionTimeoutError ");
  props = elsewhere("f");
  props.durableConfig = {.executionTimeoutSeconds = 1, .retentionPeriodDays = atRuntime(91)};
  EXPECT_EQ(refuse(props), "InvalidDurableFunctionRetentionPeriodError ");
}

TEST_F(Functions, refuse_names) {
  auto props = elsewhere("2nd");
  const defineFunction function(props);
  registry.of(function);
  expect_error("InvalidResourceNameError", "`2nd`");
}

TEST_F(Functions, refuse_names_of_stacks) {
  auto props = elsewhere("f");
  props.resourceGroupName = atRuntime(std::string("my.stack"));
  const defineFunction function(props);
  registry.of(function);
  EXPECT_THAT(errors(), Contains(testing::Field(&Diagnostic::code, "InvalidResourceNameError")));
}

TEST_F(Functions, refuse_variables) {
  auto props = elsewhere("f");
  props.environment = {{atRuntime(std::string("MY-KEY")), "x"}};
  const defineFunction function(props);
  registry.of(function);
  expect_error("InvalidEnvironmentKeyError", "`MY-KEY`");
}

TEST_F(Functions, keep_amplifys_own_variable) {
  auto props = elsewhere("f");
  const defineFunction function(props);
  registry.of(function).addEnvironment(atRuntime(std::string("AMPLIFY_SSM_ENV_CONFIG")), "{}");
  expect_error("FunctionReservedEnvironmentVariableError", "AMPLIFY_SSM_ENV_CONFIG");
}

TEST_F(Functions, refuse_runtimes) {
  const auto refuse = [](FunctionProps props) {
    const defineFunction function(std::move(props));
    const auto faults = check(resolve(function));
    return faults.empty() ? "" : faults[0].code + ": " + faults[0].message;
  };
  FunctionProps props{.name = "f", .entry = "./handler.ts", .runtime = atRuntime(16)};
  EXPECT_EQ(refuse(props), "InvalidRuntimeError: .runtime is 16");
  props.runtime = "python3.13";
  EXPECT_THAT(refuse(props), HasSubstr("the entry is for Node.js"));
  props = {.name = "f", .entry = "./handler.cpp", .runtime = 22};
  EXPECT_THAT(refuse(props), HasSubstr("a program of its own"));
  props = elsewhere("f");
  props.runtime = {};
  EXPECT_THAT(refuse(props), HasSubstr(".code has no .runtime"));
}

TEST_F(Functions, refuse_durable_executions_of_old_runtimes) {
  FunctionProps props{
      .name = "f",
      .entry = "./handler.ts",
      .runtime = 20,
      .durableConfig = {.executionTimeoutSeconds = 60},
  };
  const defineFunction node(props);
  EXPECT_EQ(check(resolve(node)).at(0).code, "UnsupportedDurableFunctionRuntimeError");
  props.entry = "./handler.cpp";
  props.runtime = {};
  const defineFunction cpp(props);
  EXPECT_EQ(check(resolve(cpp)).at(0).code, "UnsupportedDurableFunctionRuntimeError");
}

TEST_F(Functions, refuse_layers) {
  auto props = elsewhere("f");
  props.layers = {{"a", atRuntime(std::string("nonsense"))}};
  const defineFunction function(props);
  registry.of(function);
  expect_error("InvalidLayerFormatError", "`nonsense`");
}

TEST_F(Functions, refuse_a_sixth_layer) {
  auto props = elsewhere("f");
  props.layers = {{"a", "A:1"}, {"b", "B:1"}, {"c", "C:1"},
                  {"d", "D:1"}, {"e", "E:1"}, {"e", "E:1"}};
  const defineFunction five(props);
  EXPECT_THAT(check(resolve(five)), IsEmpty());
  props.layers.push_back({"f", "F:1"});
  const defineFunction six(props);
  registry.of(six);
  expect_error("MaximumLayersReachedError", "6 layers");
}

TEST_F(Functions, refuse_schedules) {
  auto props = elsewhere("f");
  props.schedule = {FunctionSchedule(atRuntime(std::string("every 0m"))), "every day"};
  const defineFunction function(props);
  EXPECT_THAT(registry.of(function).cfnResources.schedules, SizeIs(1));
  expect_error("FunctionScheduleInitializationError", "`every 0m`: Function schedule rate");
}

TEST_F(Functions, refuse_time_zones) {
  auto props = elsewhere("f");
  props.schedule = ZonedTimeInterval{.rate = "every day", .timezone = "Europe/Wien"};
  const defineFunction function(props);
  registry.of(function);
  expect_error("FunctionScheduleInitializationError", "there is no time zone `Europe/Wien`");
}

TEST_F(Functions, refuse_what_does_not_go_together) {
  const auto refuse = [](FunctionProps props) {
    const defineFunction function(std::move(props));
    const auto faults = check(resolve(function));
    EXPECT_THAT(faults, SizeIs(1));
    for (const Diagnostic& fault : faults)
      EXPECT_EQ(fault.code, "InvalidFunctionConfigurationError");
    return faults.empty() ? "" : faults[0].message;
  };
  auto props = elsewhere("f");
  props.entry = "./handler.ts";
  EXPECT_THAT(refuse(props), HasSubstr("an .entry and a .code"));
  props = elsewhere("f");
  props.handler = "";
  EXPECT_THAT(refuse(props), HasSubstr("no .handler"));
  props = elsewhere("f");
  props.logging.level = LogLevel::info;
  EXPECT_THAT(refuse(props), HasSubstr("a level for text"));
  props = {.name = "f", .entry = "./handler.ts", .handler = "index.main"};
  EXPECT_THAT(refuse(props), HasSubstr(".handler is for .code"));
  props = {.name = "f", .layers = {{"a", "A:1"}}, .code = Code::fromEcrImage("1.dkr.ecr/f:1")};
  EXPECT_THAT(refuse(props), HasSubstr("takes no layers"));
}

TEST_F(Functions, refuse_log_retention) {
  auto props = elsewhere("f");
  props.logging.retention = atRuntime(std::string("2 days"));
  const defineFunction function(props);
  registry.of(function);
  expect_error("InvalidLogRetentionError", "`2 days`");
}

TEST_F(Functions, are_named_after_their_entry_or_directory) {
  const auto by_entry = defineFunction({.entry = "./resize.ts"});
  EXPECT_EQ(resolve(by_entry).name, "resize");
  const auto by_directory = defineFunction({});
  EXPECT_EQ(resolve(by_directory).name, "function");  // where this file is
}

TEST_F(Functions, know_their_file_by_braces) {
  const auto lost = defineFunction();
  const auto faults = check(resolve(lost));
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0].help, "write defineFunction({})");
}

}  // namespace
}  // namespace amplify::functions
