// SPDX-License-Identifier: Apache-2.0
// What docs/constructs.md shows.
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/stack.hpp>

using namespace amplify;

void build();
void build() {
  // [app]
  cdk::App app;
  cdk::Stack stack(app, "Jobs");
  const cdk::Resource queue(
      stack, "Queue", "AWS::SQS::Queue",
      cdk::Json::object({{"VisibilityTimeout", 30}, {"SqsManagedSseEnabled", true}})
  );
  cdk::Output(stack, "QueueUrl", {.value = queue.ref()});
  app.synth().write("cdk.out");
  // [/app]

  // [nested]
  const cdk::NestedStack workers(stack, "workers");
  cdk::Resource topic(
      workers, "Topic", "AWS::SNS::Topic",
      // The queue is in another stack: its ARN gets there as a parameter.
      cdk::Json::object({{"DisplayName", cdk::fn::join("-", {"jobs", queue.getAtt("QueueName")})}})
  );
  // [/nested]

  // [aspects]
  stack.addTag("team", "data");
  stack.applyRemovalPolicy(cdk::RemovalPolicy::retain);
  topic.addDependency(queue);
  // [/aspects]
}
