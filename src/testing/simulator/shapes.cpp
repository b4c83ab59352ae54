// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/shapes.hpp"

#include <algorithm>
#include <array>

namespace amplify::assertions {
namespace {

constexpr std::string_view api = "arn:{partition}:appsync:{region}:{account}:apis/{name}";
constexpr std::string_view machine =
    "arn:{partition}:states:{region}:{account}:stateMachine:{name}";
constexpr std::string_view policy = "arn:{partition}:iam::{account}:policy{path}{name}";
constexpr std::string_view secret =
    "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}";
constexpr std::string_view table = "arn:{partition}:dynamodb:{region}:{account}:table/{name}";
constexpr std::string_view topic = "arn:{partition}:sns:{region}:{account}:{name}";

constexpr std::array shapes{
    Shape{.type = "AWS::AppSync::GraphQLApi", .arn = api, .ref = api, .name_attribute = "ApiId"},
    Shape{
        .type = "AWS::Cognito::UserPool",
        .arn = "arn:{partition}:cognito-idp:{region}:{account}:userpool/{name}",
        .name_attribute = "UserPoolId"
    },
    Shape{.type = "AWS::DynamoDB::GlobalTable", .arn = table, .name_property = "TableName"},
    Shape{.type = "AWS::DynamoDB::Table", .arn = table, .name_property = "TableName"},
    Shape{
        .type = "AWS::Events::EventBus",
        .arn = "arn:{partition}:events:{region}:{account}:event-bus/{name}",
        .name_property = "Name",
        .name_attribute = "Name"
    },
    Shape{
        .type = "AWS::IAM::ManagedPolicy",
        .arn = policy,
        .name_property = "ManagedPolicyName",
        .ref = policy,
        .arn_attribute = "PolicyArn"
    },
    Shape{
        .type = "AWS::IAM::Role",
        .arn = "arn:{partition}:iam::{account}:role{path}{name}",
        .name_property = "RoleName"
    },
    Shape{
        .type = "AWS::KMS::Key",
        .arn = "arn:{partition}:kms:{region}:{account}:key/{name}",
        .name_attribute = "KeyId"
    },
    Shape{
        .type = "AWS::Kinesis::Stream",
        .arn = "arn:{partition}:kinesis:{region}:{account}:stream/{name}",
        .name_property = "Name"
    },
    Shape{
        .type = "AWS::Lambda::Function",
        .arn = "arn:{partition}:lambda:{region}:{account}:function:{name}",
        .name_property = "FunctionName"
    },
    Shape{
        .type = "AWS::Logs::LogGroup",
        .arn = "arn:{partition}:logs:{region}:{account}:log-group:{name}:*",
        .name_property = "LogGroupName"
    },
    Shape{
        .type = "AWS::S3::Bucket",
        .arn = "arn:{partition}:s3:::{name}",
        .name_property = "BucketName"
    },
    Shape{
        .type = "AWS::SNS::Topic",
        .arn = topic,
        .name_property = "TopicName",
        .ref = topic,
        .arn_attribute = "TopicArn",
        .name_attribute = "TopicName"
    },
    Shape{
        .type = "AWS::SQS::Queue",
        .arn = "arn:{partition}:sqs:{region}:{account}:{name}",
        .name_property = "QueueName",
        .ref = "https://sqs.{region}.{suffix}/{account}/{name}",
        .name_attribute = "QueueName",
        .ref_attribute = "QueueUrl"
    },
    Shape{
        .type = "AWS::SSM::Parameter",
        .arn = "arn:{partition}:ssm:{region}:{account}:parameter/{name}",
        .name_property = "Name",
        .arn_attribute = {}
    },
    Shape{
        .type = "AWS::SecretsManager::Secret",
        .arn = secret,
        .name_property = "Name",
        .ref = secret,
        .arn_attribute = "Id",
        .has_suffix = true
    },
    Shape{
        .type = "AWS::StepFunctions::StateMachine",
        .arn = machine,
        .name_property = "StateMachineName",
        .ref = machine,
        .name_attribute = "Name"
    },
};

}  // namespace

std::string_view Shape::attribute(std::string_view name) const {
  if (name == arn_attribute) return arn;
  if (name == name_attribute) return "{name}";
  return name == ref_attribute ? ref : std::string_view();
}

const Shape* shape_of(std::string_view type) {
  const auto* const found = std::ranges::find(shapes, type, &Shape::type);
  return found == shapes.end() ? nullptr : found;
}

}  // namespace amplify::assertions
