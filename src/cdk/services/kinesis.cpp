// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/kinesis.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/services/support.hpp"

namespace amplify::cdk::kinesis {
namespace {

Json properties(const StreamProps& props) {
  const Str key =
      props.encryptionKeyArn.isSet() ? props.encryptionKeyArn : Str("alias/aws/kinesis");
  return Json::object({
      {"Name", props.streamName},
      {"RetentionPeriodHours", props.retentionPeriodHours},
      {"ShardCount", props.shardCount},
      {"StreamEncryption", Json::object({{"EncryptionType", "KMS"}, {"KeyId", key}})},
      {"StreamModeDetails",
       Json::object({{"StreamMode", props.shardCount.isSet() ? "PROVISIONED" : "ON_DEMAND"}})},
  });
}

}  // namespace

Stream::Stream(
    const Construct& scope, std::string_view id, StreamProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::Kinesis::Stream", properties(props), where),
      key_(props.encryptionKeyArn) {
  resource_.applyRemovalPolicy(RemovalPolicy::retain);
}

void Stream::grantRead(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions =
           {"kinesis:DescribeStream", "kinesis:DescribeStreamConsumer",
            "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator",
            "kinesis:ListShards", "kinesis:ListStreams", "kinesis:SubscribeToShard"},
       .resources = {streamArn()}}
  );
  grant_key_use(*this, grantee, key_, {"kms:Decrypt"});
}

void Stream::grantWrite(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions = {"kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"},
       .resources = {streamArn()}}
  );
  grant_key_use(*this, grantee, key_, {"kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"});
}

void Stream::grantReadWrite(const iam::Grantee& grantee) const {
  grantRead(grantee);
  grantWrite(grantee);
}

}  // namespace amplify::cdk::kinesis
