// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/shapes.hpp"

#include <algorithm>
#include <array>

namespace amplify::assertions {
namespace {

using Attribute = Shape::Attribute;

constexpr std::string_view bucket = "arn:{partition}:s3:::{name}";
constexpr std::string_view queue = "arn:{partition}:sqs:{region}:{account}:{name}";
constexpr std::string_view queue_url = "https://sqs.{region}.{suffix}/{account}/{name}";
constexpr std::string_view topic = "arn:{partition}:sns:{region}:{account}:{name}";
constexpr std::string_view table = "arn:{partition}:dynamodb:{region}:{account}:table/{name}";
constexpr std::string_view function = "arn:{partition}:lambda:{region}:{account}:function:{name}";
constexpr std::string_view role = "arn:{partition}:iam::{account}:role{path}{name}";
constexpr std::string_view policy = "arn:{partition}:iam::{account}:policy{path}{name}";
constexpr std::string_view key = "arn:{partition}:kms:{region}:{account}:key/{name}";
constexpr std::string_view log_group = "arn:{partition}:logs:{region}:{account}:log-group:{name}:*";
constexpr std::string_view stream = "arn:{partition}:kinesis:{region}:{account}:stream/{name}";
constexpr std::string_view secret =
    "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}";
constexpr std::string_view parameter = "arn:{partition}:ssm:{region}:{account}:parameter/{name}";
constexpr std::string_view machine =
    "arn:{partition}:states:{region}:{account}:stateMachine:{name}";
constexpr std::string_view user_pool =
    "arn:{partition}:cognito-idp:{region}:{account}:userpool/{name}";
constexpr std::string_view api = "arn:{partition}:appsync:{region}:{account}:apis/{name}";
constexpr std::string_view bus = "arn:{partition}:events:{region}:{account}:event-bus/{name}";

constexpr std::array bucket_attributes{Attribute{"Arn", bucket}};
constexpr std::array queue_attributes{
    Attribute{"Arn", queue}, Attribute{"QueueName", "{name}"}, Attribute{"QueueUrl", queue_url}
};
constexpr std::array topic_attributes{
    Attribute{"TopicArn", topic}, Attribute{"TopicName", "{name}"}
};
constexpr std::array table_attributes{Attribute{"Arn", table}};
constexpr std::array function_attributes{Attribute{"Arn", function}};
constexpr std::array role_attributes{Attribute{"Arn", role}};
constexpr std::array policy_attributes{Attribute{"PolicyArn", policy}};
constexpr std::array key_attributes{Attribute{"Arn", key}, Attribute{"KeyId", "{name}"}};
constexpr std::array log_group_attributes{Attribute{"Arn", log_group}};
constexpr std::array stream_attributes{Attribute{"Arn", stream}};
constexpr std::array secret_attributes{Attribute{"Id", secret}};
constexpr std::array machine_attributes{Attribute{"Arn", machine}, Attribute{"Name", "{name}"}};
constexpr std::array user_pool_attributes{
    Attribute{"Arn", user_pool}, Attribute{"UserPoolId", "{name}"}
};
constexpr std::array api_attributes{Attribute{"Arn", api}, Attribute{"ApiId", "{name}"}};
constexpr std::array bus_attributes{Attribute{"Arn", bus}, Attribute{"Name", "{name}"}};

constexpr std::array shapes{
    Shape{.type = "AWS::AppSync::GraphQLApi", .arn = api, .ref = api, .attributes = api_attributes},
    Shape{.type = "AWS::Cognito::UserPool", .arn = user_pool, .attributes = user_pool_attributes},
    Shape{
        .type = "AWS::DynamoDB::GlobalTable",
        .name_property = "TableName",
        .arn = table,
        .attributes = table_attributes
    },
    Shape{
        .type = "AWS::DynamoDB::Table",
        .name_property = "TableName",
        .arn = table,
        .attributes = table_attributes
    },
    Shape{
        .type = "AWS::Events::EventBus",
        .name_property = "Name",
        .arn = bus,
        .attributes = bus_attributes
    },
    Shape{
        .type = "AWS::IAM::ManagedPolicy",
        .name_property = "ManagedPolicyName",
        .arn = policy,
        .ref = policy,
        .attributes = policy_attributes
    },
    Shape{
        .type = "AWS::IAM::Role",
        .name_property = "RoleName",
        .arn = role,
        .attributes = role_attributes
    },
    Shape{.type = "AWS::KMS::Key", .arn = key, .attributes = key_attributes},
    Shape{
        .type = "AWS::Kinesis::Stream",
        .name_property = "Name",
        .arn = stream,
        .attributes = stream_attributes
    },
    Shape{
        .type = "AWS::Lambda::Function",
        .name_property = "FunctionName",
        .arn = function,
        .attributes = function_attributes
    },
    Shape{
        .type = "AWS::Logs::LogGroup",
        .name_property = "LogGroupName",
        .arn = log_group,
        .attributes = log_group_attributes
    },
    Shape{
        .type = "AWS::S3::Bucket",
        .name_property = "BucketName",
        .arn = bucket,
        .attributes = bucket_attributes
    },
    Shape{
        .type = "AWS::SNS::Topic",
        .name_property = "TopicName",
        .arn = topic,
        .ref = topic,
        .attributes = topic_attributes
    },
    Shape{
        .type = "AWS::SQS::Queue",
        .name_property = "QueueName",
        .arn = queue,
        .ref = queue_url,
        .attributes = queue_attributes
    },
    Shape{.type = "AWS::SSM::Parameter", .name_property = "Name", .arn = parameter},
    Shape{
        .type = "AWS::SecretsManager::Secret",
        .name_property = "Name",
        .arn = secret,
        .ref = secret,
        .attributes = secret_attributes,
        .has_suffix = true
    },
    Shape{
        .type = "AWS::StepFunctions::StateMachine",
        .name_property = "StateMachineName",
        .arn = machine,
        .ref = machine,
        .attributes = machine_attributes
    },
};

}  // namespace

const Shape* shape_of(std::string_view type) {
  const auto* const found = std::ranges::find(shapes, type, &Shape::type);
  return found == shapes.end() ? nullptr : found;
}

}  // namespace amplify::assertions
