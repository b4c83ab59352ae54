// SPDX-License-Identifier: Apache-2.0
// What docs/resources.md shows.
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/mapping.hpp>
#include <amplify/cdk/rule.hpp>
#include <amplify/cdk/validations.hpp>
#include <amplify/cfn/lambda.hpp>
#include <amplify/cfn/s3.hpp>
#include <amplify/cfn/sqs.hpp>

using namespace amplify;

void build();
void build() {
  cdk::App app;

  // [queue]
  cdk::Stack stack(app, "Jobs");
  const cfn::sqs::Queue jobs{
      stack,
      "Jobs",
      {
          .queueName = cdk::fn::join("-", {"jobs", cdk::aws::region()}),
          .tags = {{.key = "team", .value = "core"}},
          .visibilityTimeout = 30,
      }
  };
  cdk::Output(stack, "QueueArn", {.value = jobs.attrArn()});
  // [/queue]

  // [policy]
  const cfn::sqs::QueuePolicy policy{
      stack,
      "JobsPolicy",
      {
          .policyDocument = cdk::Json::parse(R"({"Version": "2012-10-17", "Statement": []})"),
          .queues = {jobs.ref()},
      }
  };
  // [/policy]

  // [nested]
  const cfn::s3::Bucket files{
      stack,
      "Files",
      {
          .corsConfiguration = {{
              .corsRules = {{.allowedMethods = {"GET"}, .allowedOrigins = {"*"}}},
          }},
          .versioningConfiguration = {{.status = "Enabled"}},
      },
      {.deletionPolicy = cdk::DeletionPolicy::retain}
  };
  // [/nested]

  // [named]
  using Versioning = cfn::s3::Bucket::VersioningConfiguration;
  const Versioning versioning{.status = "Enabled"};
  const cfn::s3::Bucket backup{stack, "Backup", {.versioningConfiguration = versioning}};
  // [/named]

  // [resource]
  cdk::Resource resource = files;
  resource.addPropertyOverride("VersioningConfiguration.Status", "Suspended");
  // [/resource]

  // [parts]
  const cdk::Parameter stage(
      stack, "Stage", {.defaultValue = "dev", .allowedValues = {"dev", "prod"}}
  );
  const cdk::Condition isProd(stack, "IsProd", cdk::fn::conditionEquals(stage.ref(), "prod"));
  const cdk::Mapping delays(
      stack, "Delays",
      cdk::Json::object({
          {"dev", cdk::Json::object({{"seconds", 0}})},
          {"prod", cdk::Json::object({{"seconds", 60}})},
      })
  );
  const cdk::Rule regions(
      stack, "Regions",
      {.ruleCondition = isProd,
       .assertions =
           {{.assertion = cdk::fn::conditionContains({"eu-west-1"}, cdk::aws::region()),
             .description = "production is in eu-west-1"}}}
  );
  const cfn::sqs::Queue audit{
      stack,
      "Audit",
      {
          .delaySeconds = delays.findInMap(stage.ref(), "seconds"),
          .kmsMasterKeyId = cdk::fn::conditionIf(isProd, "alias/audit", cdk::aws::noValue()),
      },
      {.condition = isProd}
  };
  // [/parts]

  // [acknowledge]
  const cdk::Resource preview(
      stack, "Preview", "AWS::SQS::Queue", cdk::Json::object({{"BrandNew", true}})
  );
  cdk::Validations::of(preview).acknowledge("UnknownPropertyError", "in preview since June");
  // [/acknowledge]

  // [findings]
  for (const cdk::Finding& finding : app.synth().findings) {
    if (finding.severity == cdk::Severity::warning && finding.acknowledged.empty()) {
      // …
    }
  }
  // [/findings]
}
