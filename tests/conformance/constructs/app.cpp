// SPDX-License-Identifier: Apache-2.0
// The twin of peer.mjs: app [all] DIRECTORY
// `all` adds what has no twin, since the CDK goes about it in another way.
#include <amplify/cdk/apigateway.hpp>
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/events.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cdk/kinesis.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/logs.hpp>
#include <amplify/cdk/s3.hpp>
#include <amplify/cdk/scheduler.hpp>
#include <amplify/cdk/secretsmanager.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>
#include <amplify/cdk/ssm.hpp>

#include <cstdio>
#include <exception>
#include <string_view>

namespace {

using namespace amplify::cdk;

struct Backend {
  Stack stack;

  iam::Role role(const char* id) const {
    return {stack, id, {.assumedBy = {iam::ServicePrincipal("ec2.amazonaws.com")}}};
  }

  void add_iam() const {
    const iam::Role trusted(
        stack, "Trusted",
        {.assumedBy = {iam::FederatedPrincipal(
             "cognito-identity.amazonaws.com",
             Json::object(
                 {{"StringEquals", Json::object({{"cognito-identity.amazonaws.com:aud", "pool"}})}}
             )
         )},
         .maxSessionDuration = 7200}
    );
    trusted.addToPolicy({.actions = {"s3:GetObject"}, .resources = {"arn:aws:s3:::one/*"}});
    trusted.addToPolicy(
        {.actions = {"s3:GetObject", "s3:PutObject"}, .resources = {"arn:aws:s3:::one/*"}}
    );
    trusted.addToPolicy({.actions = {"s3:GetObject"}, .resources = {"arn:aws:s3:::two/*"}});
    const iam::Role passer = role("Passer");
    trusted.grantPassRole(passer);
    trusted.grantAssumeRole(passer);
    iam::Policy(
        stack, "Shared",
        {.statements = {{.actions = {"sns:ListTopics"}, .resources = {"*"}}},
         .roles = {trusted, passer}}
    );
  }

  void add_bucket() const {
    const s3::Bucket bucket(stack, "Bucket", {.versioned = true});
    bucket.grantRead(role("BucketRead"));
    bucket.grantWrite(role("BucketWrite"));
    bucket.grantPut(role("BucketPut"), "incoming/*");
    bucket.grantDelete(role("BucketDelete"));
    bucket.grantReadWrite(role("BucketReadWrite"));
    bucket.grantRead(iam::ArnPrincipal("arn:aws:iam::123456789012:role/reader"), "public/*");
  }

  dynamodb::Table add_table() const {
    dynamodb::Table table(
        stack, "Table",
        {.partitionKey = {.name = "pk"},
         .sortKey = {.name = "sk", .type = dynamodb::AttributeType::number},
         .stream = dynamodb::StreamViewType::newAndOldImages,
         .timeToLiveAttribute = "ttl"}
    );
    table.grantReadData(role("TableRead"));
    table.grantWriteData(role("TableWrite"));
    table.grantReadWriteData(role("TableReadWrite"));
    table.grantStreamRead(role("TableStream"));
    table.grantFullAccess(role("TableFull"));
    table.addGlobalSecondaryIndex({.indexName = "byAuthor", .partitionKey = {.name = "author"}});
    return table;
  }

  sqs::Queue add_queue() const {
    const sqs::Queue dead(stack, "Dead", {.retentionPeriod = 1'209'600});
    sqs::Queue queue(
        stack, "Queue",
        {.visibilityTimeout = 60,
         .deadLetterQueue = {.maxReceiveCount = 3, .queueArn = dead.queueArn()}}
    );
    queue.grantSendMessages(role("QueueSend"));
    queue.grantConsumeMessages(role("QueueConsume"));
    queue.grantPurge(role("QueuePurge"));
    return queue;
  }

  lambda::FunctionProps function_props() const {
    return {
        .runtime = "nodejs22.x",
        .handler = "index.handler",
        .code = lambda::Code::fromInline("exports.handler = async () => {};"),
    };
  }

  lambda::Function add_functions(const dynamodb::Table& table, const sqs::Queue& queue) const {
    lambda::Function handler(stack, "Function", function_props());
    handler.addEnvironment("TABLE", table.tableName());
    handler.grantInvoke(role("FunctionInvoke"));
    handler.addEventSource(queue, {.batchSize = 5, .reportBatchItemFailures = true});
    handler.addEventSource(table, {.batchSize = 20, .retryAttempts = 2});
    handler.addFunctionUrl();
    handler.grantInvokeUrl(role("FunctionUrl"));
    lambda::Function(stack, "Open", function_props())
        .addFunctionUrl({.authType = lambda::FunctionUrlAuthType::none});
    return handler;
  }

  void add_logs() const {
    const logs::LogGroup logs(stack, "Logs");
    logs.grantWrite(role("LogsWrite"));
    logs.grantRead(role("LogsRead"));
  }

  void add_topic(const sqs::Queue& queue, const lambda::Function& handler) const {
    const sns::Topic topic(stack, "Topic", {.displayName = "Jobs"});
    topic.grantPublish(role("TopicPublish"));
    topic.grantSubscribe(role("TopicSubscribe"));
    topic.grantPublish(iam::ServicePrincipal("events.amazonaws.com"));
    topic.addSubscription(queue, {.rawMessageDelivery = true});
    topic.addSubscription(handler);

    const events::Rule rule(
        stack, "Rule", {.eventPattern = Json::object({{"source", Json::array({"app.jobs"})}})}
    );
    rule.addTarget(handler);
    rule.addTarget(queue);
    rule.addTarget(topic);
    events::Rule(stack, "Nightly", {.schedule = "rate(1 day)"}).addTarget(handler);
  }

  void add_stream(const lambda::Function& handler) const {
    const kinesis::Stream stream(stack, "Stream");
    stream.grantRead(role("StreamRead"));
    stream.grantWrite(role("StreamWrite"));
    stream.grantReadWrite(role("StreamReadWrite"));
    handler.addEventSource(
        stream, {.batchSize = 50, .startingPosition = lambda::StartingPosition::trimHorizon}
    );
  }

  void add_schedules(const sqs::Queue& queue, const lambda::Function& handler) const {
    scheduler::Schedule(
        stack, "Daily", handler,
        {.schedule = "cron(0 4 * * ? *)",
         .timezone = "Europe/Vienna",
         .input = Json::object({{"all", true}}),
         .flexibleWindowInMinutes = 15}
    );
    scheduler::Schedule(stack, "Hourly", queue, {.schedule = "rate(1 hour)"});
  }

  void add_apis(const lambda::Function& handler) const {
    using apigateway::HttpMethod;
    const apigateway::HttpApi http(
        stack, "Http", {.cors = {.allowOrigins = {"https://example.com"}, .maxAge = 3600}}
    );
    http.addRoute({
        .path = "/orders/{id}",
        .methods = {HttpMethod::get},
        .function = handler,
        .authorizer = apigateway::HttpAuthorizer::iam(),
    });
    http.addRoute({
        .path = "/orders",
        .methods = {HttpMethod::post},
        .function = handler,
        .authorizer = apigateway::HttpAuthorizer::userPool("People", "us-east-1_users", {"client"}),
    });

    const apigateway::RestApi rest(
        stack, "Rest", {.cors = {.allowOrigins = {"https://example.com"}}}
    );
    const Any users = fn::concat(
        {"arn:", aws::partition(), ":cognito-idp:", aws::region(), ":", aws::accountId(),
         ":userpool/us-east-1_users"}
    );
    rest.addMethod({
        .path = "/orders",
        .methods = {HttpMethod::post},
        .function = handler,
        .authorizer = apigateway::RestAuthorizer::userPool("Customers", users),
    });
    rest.addMethod({
        .path = "/orders/{id}",
        .methods = {HttpMethod::get},
        .function = handler,
        .authorizer = apigateway::RestAuthorizer::iam(),
    });
    rest.grantInvoke(role("RestInvoke"), HttpMethod::get, "/orders/*");
  }

  void add_unlike_apis(const lambda::Function& handler) const {
    using apigateway::HttpMethod;
    const apigateway::Domain domain = {
        .domainName = "api.example.com",
        .certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/c",
        .hostedZoneId = "Z1",
    };
    const apigateway::HttpApi http(
        stack, "Hooks",
        {.throttle = {.rateLimit = 10, .burstLimit = 20},
         .accessLogs = {.enabled = true},
         .defaultAuthorizer = apigateway::HttpAuthorizer::function("Doorman", handler),
         .domain = domain}
    );
    http.addRoute({.function = handler});
    const apigateway::RestApi rest(
        stack, "Reports",
        {.stageName = "v1",
         .cors = {.allowOrigins = {"https://a.example.com", "https://b.example.com"}},
         .throttle = {.rateLimit = 10},
         .apiKeyThrottle = {.rateLimit = 1, .burstLimit = 2},
         .accessLogs = {.enabled = true},
         .domain = {.domainName = "reports.example.com", .certificateArn = domain.certificateArn}}
    );
    rest.addMethod(
        {.path = "/daily",
         .methods = {HttpMethod::get},
         .function = handler,
         .authorizer = apigateway::RestAuthorizer::apiKey()}
    );
    rest.addMethod(
        {.path = "/all/{path+}",
         .function = handler,
         .authorizer = apigateway::RestAuthorizer::function("Porter", handler, 0)}
    );
  }

  void add_values() const {
    const ssm::Parameter parameter(
        stack, "Parameter", {.value = "on", .parameterName = "/jobs/switch"}
    );
    parameter.grantRead(role("ParameterRead"));
    parameter.grantWrite(role("ParameterWrite"));
    const secretsmanager::Secret secret(stack, "Secret", {.description = "of the jobs"});
    secret.grantRead(role("SecretRead"));
    secret.grantWrite(role("SecretWrite"));
  }
};

}  // namespace

int main(int argc, char** argv) {
  const bool all = argc == 3 && std::string_view(argv[1]) == "all";
  if (argc != 2 && !all) return 2;
  try {
    App app;
    const Backend backend{.stack = Stack(app, "Constructs")};
    backend.add_iam();
    backend.add_bucket();
    const auto table = backend.add_table();
    const auto queue = backend.add_queue();
    const auto handler = backend.add_functions(table, queue);
    backend.add_logs();
    backend.add_topic(queue, handler);
    backend.add_stream(handler);
    backend.add_values();
    backend.add_apis(handler);
    if (all) {
      backend.add_schedules(queue, handler);
      backend.add_unlike_apis(handler);
    }
    app.synth({.indent = true}).write(argv[argc - 1]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
