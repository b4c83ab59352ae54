// SPDX-License-Identifier: Apache-2.0
#include "auth/resource.hpp"

#include <amplify/cdk/apigateway.hpp>
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/events.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>
#include <amplify/cfn/cognito.hpp>

namespace {

using namespace amplify;
using cdk::apigateway::HttpMethod;

constexpr auto echo = "exports.handler = async (event) => event;";

cdk::lambda::Function make_function(const cdk::Stack& stack, std::string_view id) {
  return {
      stack,
      id,
      {.runtime = "nodejs22.x",
       .handler = "index.handler",
       .code = cdk::lambda::Code::fromInline(echo)}
  };
}

// [users]
/// A role of `defineAuth`, to be granted something in `stack`.
cdk::iam::Role signed_in_users(const Backend& backend, const cdk::Stack& stack) {
  return cdk::iam::Role::fromResource(stack, "Users", backend[auth].authenticatedUserIamRole);
}

cdk::iam::Role guests(const Backend& backend, const cdk::Stack& stack) {
  return cdk::iam::Role::fromResource(stack, "Guests", backend[auth].unauthenticatedUserIamRole);
}
// [/users]

// [messaging]
/// Orders come by a topic, and wait in a queue for the consumer.
cdk::sqs::Queue add_messaging(const Backend& backend, const cdk::lambda::Function& consumer) {
  const auto stack = backend.createStack("messaging");
  const cdk::sns::Topic topic(stack, "Topic", {.displayName = "Orders"});
  const cdk::sqs::Queue queue(stack, "Queue", {.visibilityTimeout = 30});
  topic.addSubscription(queue, {.rawMessageDelivery = true});
  topic.grantPublish(signed_in_users(backend, stack));
  consumer.addEventSource(queue, {.batchSize = 5});
  const cdk::events::Rule nightly(stack, "Nightly", {.schedule = "cron(0 3 * * ? *)"});
  nightly.addTarget(queue);
  return queue;
}
// [/messaging]

cdk::apigateway::RestApi add_rest_api(
    const Backend& backend, const cdk::lambda::Function& function
) {
  using cdk::apigateway::RestAuthorizer;
  const auto stack = backend.createStack("rest-api");
  const cdk::apigateway::RestApi api(
      stack, "RestApi",
      {.apiName = "myRestApi",
       .stageName = "dev",
       .cors = {.allowOrigins = {"*"}},
       .defaultAuthorizer = RestAuthorizer::iam()}
  );
  api.addMethod({
      .path = "/items",
      .methods = {HttpMethod::get, HttpMethod::post},
      .function = function,
  });
  api.addMethod({.path = "/items/{proxy+}", .function = function});
  api.addMethod({
      .path = "/profile",
      .methods = {HttpMethod::get},
      .function = function,
      .authorizer = RestAuthorizer::userPool("CognitoAuth", backend[auth].userPool.getAtt("Arn")),
  });
  for (const auto& role : {signed_in_users(backend, stack), guests(backend, stack)}) {
    api.grantInvoke(role, HttpMethod::any, "/items");
    api.grantInvoke(role, HttpMethod::any, "/items/*");
  }
  return api;
}

cdk::apigateway::HttpApi add_http_api(
    const Backend& backend, const cdk::lambda::Function& function
) {
  using cdk::apigateway::HttpAuthorizer;
  const auto stack = backend.createStack("http-api");
  const cdk::apigateway::HttpApi
      api(stack, "HttpApi",
          {.apiName = "myHttpApi",
           .cors = {
               .allowOrigins = {"*"},
               .allowMethods = {HttpMethod::get, HttpMethod::post},
               .allowHeaders = {"*"},
           }});
  api.addRoute({
      .path = "/items",
      .methods = {HttpMethod::get},
      .function = function,
      .authorizer = HttpAuthorizer::iam(),
  });
  api.addRoute({
      .path = "/items/{proxy+}",
      .function = function,
      .authorizer = HttpAuthorizer::userPool(
          "userPoolAuth", backend[auth].userPool.ref(), {backend[auth].userPoolClient.ref()}
      ),
  });
  return api;
}

cdk::dynamodb::Table add_sessions(const Backend& backend, const cdk::lambda::Function& consumer) {
  const auto stack = backend.createStack("misc");
  const cdk::dynamodb::Table table(
      stack, "Sessions",
      {.partitionKey = {.name = "pk"}, .sortKey = {.name = "sk"}, .timeToLiveAttribute = "ttl"}
  );
  table.addGlobalSecondaryIndex({.indexName = "gsi1", .partitionKey = {.name = "sk"}});
  table.grantReadWriteData(consumer);
  consumer.addEnvironment("TABLE", table.tableName());
  cdk::Output(stack, "TableArn", {.value = table.tableArn()});
  return table;
}

// [group]
/// A group of users with a role of its own.
void add_administrators(const Backend& backend, const cdk::dynamodb::Table& table) {
  const auto stack = backend.createStack("people");
  const auto& identity = backend[auth].identityPool;
  const cdk::iam::Role role(
      stack, "AdminRole",
      {.assumedBy = {cdk::iam::FederatedPrincipal(
           "cognito-identity.amazonaws.com",
           cdk::Json::object({
               {"StringEquals",
                cdk::Json::object({{"cognito-identity.amazonaws.com:aud", identity.ref()}})},
               {"ForAnyValue:StringLike",
                cdk::Json::object({{"cognito-identity.amazonaws.com:amr", "authenticated"}})},
           })
       )}}
  );
  table.grantFullAccess(role);
  cdk::Validations::of(role).acknowledge("WildcardGrantRisk", "administrators do anything with it");
  const cfn::cognito::UserPoolGroup group{
      stack,
      "AdminGroup",
      {.description = "administrators",
       .groupName = "Admin",
       .roleArn = role.roleArn(),
       .userPoolId = backend[auth].userPool.ref()}
  };
}
// [/group]

}  // namespace

// [main]
int main(int argc, char** argv) {
  auto backend = defineBackend(auth);

  const auto functions = backend.createStack("functions");
  const auto handler = make_function(functions, "Api");
  const auto consumer = make_function(functions, "Consumer");
  consumer.addEnvironment("LOG_LEVEL", functions.context("logLevel").value_or("info"));

  const auto queue = add_messaging(backend, consumer);
  const auto rest = add_rest_api(backend, handler);
  const auto http = add_http_api(backend, handler);
  add_administrators(backend, add_sessions(backend, consumer));

  backend[auth].cfnResources.userPool.addPropertyDeletionOverride("SmsVerificationMessage");
  consumer.resource().addPropertyOverride("TracingConfig.Mode", "Active");

  const auto api = [](const cdk::Any& url) {
    return cdk::Json::object({{"endpoint", url}, {"region", cdk::aws::region()}});
  };
  backend.addOutput({
      .custom = cdk::Json::object({
          {"API",
           cdk::Json::object({{"myRestApi", api(rest.url())}, {"myHttpApi", api(http.url())}})},
          {"queueUrl", queue.queueUrl()},
      }),
  });
  backend.addOutput({
      .notifications = cdk::Json::object({
          {"amazon_pinpoint_app_id", "app-id"},
          {"aws_region", "us-east-1"},
          {"channels", cdk::Json::array({"FCM"})},
      }),
  });
  return run(backend, argc, argv);
}
// [/main]
