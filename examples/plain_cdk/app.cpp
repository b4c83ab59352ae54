// SPDX-License-Identifier: Apache-2.0
// [include]
#include "network.hpp"

#include <amplify/cdk/app.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/run.hpp>
#include <amplify/cdk/s3.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>
#include <amplify/cfn/cloudwatch.hpp>
// [/include]

namespace {

constexpr auto handler = R"(
const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const client = new S3Client();
exports.handler = async ({ Records }) => {
  for (const { body, messageId } of Records) {
    await client.send(new PutObjectCommand({ Bucket: process.env.REPORTS, Key: messageId, Body: body }));
  }
};
)";

/// Calls `topic` when a message is left that nobody could handle.
// [alarm]
void watch(const cdk::sqs::Queue& jobs, const cdk::sns::Topic& alerts, int minutes) {
  const amplify::cfn::cloudwatch::Alarm alarm{
      jobs,
      "Alarm",
      {.alarmActions = {alerts.topicArn()},
       .comparisonOperator = "GreaterThanThreshold",
       .dimensions =
           {{.name = "QueueName",
             .value = cdk::fn::select(5, cdk::fn::split(":", jobs.deadLetterQueueArn()))}},
       .evaluationPeriods = minutes,
       .metricName = "ApproximateNumberOfMessagesVisible",
       .namespace_ = "AWS/SQS",
       .period = 60,
       .statistic = "Maximum",
       .threshold = 0}
  };
}
// [/alarm]

}  // namespace

// [main]
int main() {
  cdk::App app;
  const bool production = app.context("stage") == "prod";

  cdk::Stack stack(app, "reports", {.description = "Keeps what comes by the queue"});
  stack.addTag("stage", production ? "prod" : "dev");

  const cdk::s3::Bucket reports(stack, "Reports", {.versioned = production});
  const cdk::sqs::Queue jobs(
      stack, "Jobs", {.visibilityTimeout = 60, .deadLetterQueue = {.maxReceiveCount = 3}}
  );
  const cdk::sns::Topic alerts(stack, "Alerts");
  watch(jobs, alerts, production ? 1 : 15);

  const Network network(stack, "Network");
  const ec2::SecurityGroup group{
      stack, "Group", {.groupDescription = "the worker", .vpcId = network.vpcId()}
  };
  const cdk::lambda::Function worker(
      stack, "Worker",
      {.runtime = "nodejs22.x",
       .handler = "index.handler",
       .code = cdk::lambda::Code::fromInline(handler),
       .environment = {{.name = "REPORTS", .value = reports.bucketName()}},
       .timeout = 10}
  );
  // There is no option for it yet.
  worker.resource().setProperty("VpcConfig", network.functionConfig(group.attrGroupId()));
  worker.role().addManagedPolicy(cdk::iam::ManagedPolicy::fromAwsManagedPolicyName(
      "service-role/AWSLambdaVPCAccessExecutionRole"
  ));
  worker.addEventSource(jobs, {.batchSize = 5});
  reports.grantPut(worker);

  cdk::Output(stack, "QueueUrl", {.value = jobs.queueUrl()});
  if (production) alerts.addEmailSubscription("OnCall", "on-call@example.com");
  return cdk::run(app);
}
// [/main]
