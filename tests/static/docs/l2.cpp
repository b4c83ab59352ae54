// SPDX-License-Identifier: Apache-2.0
// What docs/l2.md shows.
#include <amplify/cdk/apigateway.hpp>
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/events.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/s3.hpp>
#include <amplify/cdk/scheduler.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>

using namespace amplify;

void build(const cdk::Stack& stack, const cdk::Resource& signed_in);
void build(const cdk::Stack& stack, const cdk::Resource& signed_in) {
  // [grant]
  const cdk::s3::Bucket photos(stack, "Photos", {.versioned = true});
  const cdk::sqs::Queue jobs(stack, "Jobs", {.deadLetterQueue = {.maxReceiveCount = 3}});
  const cdk::lambda::Function resize(
      stack, "Resize",
      {.runtime = "nodejs22.x",
       .handler = "index.handler",
       .code = cdk::lambda::Code::fromAsset("resize.zip"),
       .environment = {{.name = "PHOTOS", .value = photos.bucketName()}}}
  );
  resize.addEventSource(jobs, {.batchSize = 5});
  photos.grantReadWrite(resize);
  // [/grant]

  // [role]
  const cdk::iam::Role worker(
      stack, "Worker", {.assumedBy = {cdk::iam::ServicePrincipal("ecs-tasks.amazonaws.com")}}
  );
  worker.addToPolicy({.actions = {"polly:SynthesizeSpeech"}, .resources = {"*"}});
  photos.grantRead(worker, "public/*");
  // [/role]

  // [existing]
  const auto users = cdk::iam::Role::fromResource(stack, "Users", signed_in);
  photos.grantPut(users, "incoming/*");
  // [/existing]

  // [table]
  const cdk::dynamodb::Table orders(
      stack, "Orders",
      {.partitionKey = {.name = "customer"},
       .sortKey = {.name = "placedAt", .type = cdk::dynamodb::AttributeType::number},
       .stream = cdk::dynamodb::StreamViewType::newImage}
  );
  orders.addGlobalSecondaryIndex({.indexName = "byState", .partitionKey = {.name = "state"}});
  orders.grantReadData(resize);
  // [/table]

  // [events]
  const cdk::sns::Topic news(stack, "News");
  news.addSubscription(jobs, {.rawMessageDelivery = true});
  const cdk::events::Rule placed(
      stack, "Placed",
      {.eventPattern = cdk::Json::object({{"source", cdk::Json::array({"shop.orders"})}})}
  );
  placed.addTarget(news);
  const cdk::scheduler::Schedule nightly(
      stack, "Nightly", resize, {.schedule = "cron(0 4 * * ? *)", .timezone = "Europe/Vienna"}
  );
  // [/events]

  // [apis]
  using cdk::apigateway::HttpAuthorizer;
  using cdk::apigateway::HttpMethod;
  const cdk::apigateway::HttpApi api(
      stack, "Api",
      {.cors = {.allowOrigins = {"https://example.com"}},
       .throttle = {.rateLimit = 50, .burstLimit = 100},
       .defaultAuthorizer = HttpAuthorizer::iam()}
  );
  api.addRoute({.path = "/photos/{id}", .methods = {HttpMethod::get}, .function = resize});
  api.grantInvoke(worker, HttpMethod::get, "/photos/*");
  // [/apis]

  // [escape]
  photos.resource().setProperty(
      "AccelerateConfiguration", cdk::Json::object({{"AccelerationStatus", "Enabled"}})
  );
  // [/escape]
}
