// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/s3.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/services/support.hpp"

#include <utility>

namespace amplify::cdk::s3 {
namespace {

Json encryption(const Str& key) {
  const Json algorithm = key.isSet()
                             ? Json::object({{"KMSMasterKeyID", key}, {"SSEAlgorithm", "aws:kms"}})
                             : Json::object({{"SSEAlgorithm", "AES256"}});
  return Json::object({
      {"ServerSideEncryptionConfiguration", Json::array({Json::object({
                                                {"BucketKeyEnabled", true_or_unset(key.isSet())},
                                                {"ServerSideEncryptionByDefault", algorithm},
                                            })})},
  });
}

Json cors(const std::vector<CorsRule>& rules) {
  std::vector<Json> list;
  for (const CorsRule& rule : rules) {
    list.push_back(Json::object({
        {"AllowedHeaders", rule.allowedHeaders},
        {"AllowedMethods", rule.allowedMethods},
        {"AllowedOrigins", rule.allowedOrigins},
        {"ExposedHeaders", rule.exposedHeaders},
        {"MaxAge", rule.maxAge},
    }));
  }
  return list.empty() ? Json() : Json::object({{"CorsRules", list_or_unset(list)}});
}

Json lifecycle(const std::vector<LifecycleRule>& rules) {
  std::vector<Json> list;
  for (const LifecycleRule& rule : rules) {
    Json versions;
    if (rule.noncurrentVersionExpirationInDays.isSet()) {
      versions = Json::object({{"NoncurrentDays", rule.noncurrentVersionExpirationInDays}});
    }
    Json uploads;
    if (rule.abortIncompleteMultipartUploadInDays.isSet()) {
      uploads = Json::object({{"DaysAfterInitiation", rule.abortIncompleteMultipartUploadInDays}});
    }
    list.push_back(Json::object({
        {"AbortIncompleteMultipartUpload", uploads},
        {"ExpirationInDays", rule.expirationInDays},
        {"NoncurrentVersionExpiration", versions},
        {"Prefix", rule.prefix},
        {"Status", "Enabled"},
    }));
  }
  return list.empty() ? Json() : Json::object({{"Rules", list_or_unset(list)}});
}

Json properties(const BucketProps& props) {
  const Json versioning = Json::object({{"Status", "Enabled"}});
  const Json event_bridge =
      Json::object({{"EventBridgeConfiguration", Json::object({{"EventBridgeEnabled", true}})}});
  return Json::object({
      {"BucketEncryption", encryption(props.encryptionKeyArn)},
      {"BucketName", props.bucketName},
      {"CorsConfiguration", cors(props.cors)},
      {"LifecycleConfiguration", lifecycle(props.lifecycleRules)},
      {"NotificationConfiguration", props.eventBridgeEnabled ? event_bridge : Json()},
      {"OwnershipControls",
       Json::object(
           {{"Rules", Json::array({Json::object({{"ObjectOwnership", "BucketOwnerEnforced"}})})}}
       )},
      {"PublicAccessBlockConfiguration", Json::object({
                                             {"BlockPublicAcls", true},
                                             {"BlockPublicPolicy", true},
                                             {"IgnorePublicAcls", true},
                                             {"RestrictPublicBuckets", true},
                                         })},
      {"VersioningConfiguration", props.versioned ? versioning : Json()},
  });
}

std::vector<Str> put_actions() {
  return {
      "s3:Abort*",
      "s3:PutObject",
      "s3:PutObjectLegalHold",
      "s3:PutObjectRetention",
      "s3:PutObjectTagging",
      "s3:PutObjectVersionTagging"
  };
}

std::vector<Str> write_actions() {
  auto actions = put_actions();
  actions.emplace_back("s3:DeleteObject*");
  return actions;
}

List<Str> key_read_actions() { return {"kms:Decrypt", "kms:DescribeKey"}; }

List<Str> key_write_actions() {
  return {"kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"};
}

}  // namespace

Bucket::Bucket(
    const Construct& scope, std::string_view id, BucketProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::S3::Bucket", properties(props), where),
      key_(props.encryptionKeyArn),
      policy_(std::make_shared<const iam::ResourcePolicy>(
          *this, "Policy", "AWS::S3::BucketPolicy", "Bucket", resource_.ref()
      )) {
  resource_.applyRemovalPolicy(RemovalPolicy::retain);
  policy_->add(iam::deny_without_tls({"s3:*"}, {bucketArn(), arnForObjects("*")}));
}

Any Bucket::arnForObjects(std::string_view key_pattern) const {
  return fn::concat({bucketArn(), "/" + std::string(key_pattern)});
}

void Bucket::grantRead(const iam::Grantee& grantee, std::string_view objects_key_pattern) const {
  grant(
      grantee, {"s3:GetBucket*", "s3:GetObject*", "s3:List*"},
      {bucketArn(), arnForObjects(objects_key_pattern)}
  );
  grant_key(grantee, key_read_actions());
}

void Bucket::grantWrite(const iam::Grantee& grantee, std::string_view objects_key_pattern) const {
  grant(grantee, write_actions(), {bucketArn(), arnForObjects(objects_key_pattern)});
  grant_key(grantee, key_write_actions());
}

void Bucket::grantPut(const iam::Grantee& grantee, std::string_view objects_key_pattern) const {
  grant(grantee, put_actions(), {arnForObjects(objects_key_pattern)});
  grant_key(grantee, key_write_actions());
}

void Bucket::grantDelete(const iam::Grantee& grantee, std::string_view objects_key_pattern) const {
  grant(grantee, {"s3:DeleteObject*"}, {arnForObjects(objects_key_pattern)});
}

void Bucket::grantReadWrite(const iam::Grantee& grantee, std::string_view objects_key_pattern)
    const {
  grantRead(grantee, objects_key_pattern);
  grantWrite(grantee, objects_key_pattern);
}

void Bucket::addToResourcePolicy(iam::PolicyStatement statement) const {
  policy_->add(std::move(statement));
}

void Bucket::grant(const iam::Grantee& grantee, List<Str> actions, List<Str> resources) const {
  iam::grant(*this, grantee, {.actions = actions, .resources = resources}, policy_.get());
}

void Bucket::grant_key(const iam::Grantee& grantee, List<Str> actions) const {
  grant_key_use(*this, grantee, key_, actions);
}

}  // namespace amplify::cdk::s3
