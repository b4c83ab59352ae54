// SPDX-License-Identifier: Apache-2.0
// app STACKS UNITS DIRECTORY: synthesizes stacks of so many units of five resources each, and
// prints the peak of memory in kB. twin.mjs makes the same.
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cfn/cloudwatch.hpp>
#include <amplify/cfn/dynamodb.hpp>
#include <amplify/cfn/sns.hpp>
#include <amplify/cfn/sqs.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/resource.h>

using namespace amplify;

namespace {

void add_unit(const cdk::Construct& stack, const std::string& number) {
  const cdk::Construct unit(stack, "Unit" + number);
  const cfn::sqs::Queue queue{
      unit, "Queue", {.tags = {{.key = "unit", .value = number}}, .visibilityTimeout = 30}
  };
  const cfn::sns::Topic topic{
      unit, "Topic", {.displayName = cdk::fn::join("-", {"jobs", cdk::aws::region(), number})}
  };
  const cfn::sns::Subscription subscription{
      unit,
      "Subscription",
      {.endpoint = queue.attrArn(), .protocol = "sqs", .topicArn = topic.ref()}
  };
  const cfn::cloudwatch::Alarm alarm{
      unit,
      "Alarm",
      {
          .comparisonOperator = "GreaterThanThreshold",
          .dimensions = {{.name = "QueueName", .value = queue.attrQueueName()}},
          .evaluationPeriods = 1,
          .metricName = "ApproximateNumberOfMessagesVisible",
          .namespace_ = "AWS/SQS",
          .period = 300,
          .statistic = "Maximum",
          .threshold = 100,
      }
  };
  const cfn::dynamodb::Table table{
      unit,
      "Table",
      {
          .attributeDefinitions = {{.attributeName = "id", .attributeType = "S"}},
          .billingMode = "PAY_PER_REQUEST",
          .keySchema =
              cdk::List<cfn::dynamodb::Table::KeySchema>{{.attributeName = "id", .keyType = "HASH"}
              },
      }
  };
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  cdk::App app;
  for (int stack = 0; stack < std::atoi(argv[1]); ++stack) {
    const cdk::Stack made(app, "Stack" + std::to_string(stack));
    for (int unit = 0; unit < std::atoi(argv[2]); ++unit)
      add_unit(made, std::to_string(unit));
  }
  app.synth().write(argv[3]);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%ld\n", usage.ru_maxrss);
}
