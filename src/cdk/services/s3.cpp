// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/s3.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/lazy.hpp"
#include "cdk/services/custom_resource.hpp"
#include "cdk/services/support.hpp"

#include <set>
#include <string>
#include <utility>

namespace amplify::cdk::s3 {

struct Bucket::State {
  bool event_bridge = false;
  /// `LambdaConfigurations`
  std::vector<Json> functions{};
  /// Ids of the functions' permissions.
  std::set<std::string> allowed{};
};

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
  return Json::object({
      {"BucketEncryption", encryption(props.encryptionKeyArn)},
      {"BucketName", props.bucketName},
      {"CorsConfiguration", cors(props.cors)},
      {"LifecycleConfiguration", lifecycle(props.lifecycleRules)},
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

constexpr std::string_view delete_objects = R"js(
const { S3Client, ListObjectVersionsCommand, DeleteObjectsCommand } = require('@aws-sdk/client-s3');
const s3 = new S3Client({});
async function handle({ RequestType, ResourceProperties: { BucketName: Bucket } }) {
  if (RequestType !== 'Delete') return {};
  for (;;) {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket })).catch((error) => {
      if (error.name === 'NoSuchBucket') return {};
      throw error;
    });
    const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return {};
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    if (Errors.length > 0) throw new Error(`${Errors[0].Key}: ${Errors[0].Message}`);
  }
}
)js";

}  // namespace

Bucket::Bucket(
    const Construct& scope, std::string_view id, BucketProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::S3::Bucket", properties(props), where),
      key_(props.encryptionKeyArn),
      policy_(std::make_shared<const iam::ResourcePolicy>(
          *this, "Policy", "AWS::S3::BucketPolicy", "Bucket", resource_.ref()
      )),
      state_(std::make_shared<State>(State{.event_bridge = props.eventBridgeEnabled})) {
  resource_.applyRemovalPolicy(RemovalPolicy::retain);
  resource_.setProperty("NotificationConfiguration", lazy([state = state_]() -> Json {
                          const Json event_bridge = Json::object({{"EventBridgeEnabled", true}});
                          if (!state->event_bridge && state->functions.empty()) return {};
                          return Json::object({
                              {"EventBridgeConfiguration",
                               state->event_bridge ? event_bridge : Json()},
                              {"LambdaConfigurations", list_or_unset(state->functions)},
                          });
                        }));
  if (props.autoDeleteObjects) {
    auto emptied = custom_resource(
        *this, "S3AutoDeleteObjects", delete_objects, Json::object({{"BucketName", bucketName()}}),
        where
    );
    emptied.role.addToPolicy({.actions = {"s3:ListBucketVersions"}, .resources = {bucketArn()}});
    emptied.role.addToPolicy(
        {.actions = {"s3:DeleteObject", "s3:DeleteObjectVersion"}, .resources = {arnForObjects("*")}
        }
    );
    // A bucket that stays keeps its objects.
    emptied.resource.applyRemovalPolicy(RemovalPolicy::retain);
  }
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

void Bucket::addNotification(const lambda::Function& function, NotificationProps props) const {
  const auto id = id_for("AllowNotification", function);
  if (state_->allowed.insert(id).second) {
    // The bucket waits for the permission, so that can't refer to the bucket.
    const auto permission = function.addPermission(
        *this, id, {.principal = "s3.amazonaws.com", .sourceAccount = aws::accountId()}
    );
    Resource(resource_).addDependency(permission);
  }
  std::vector<Json> rules;
  if (!props.prefix.empty()) {
    rules.push_back(Json::object({{"Name", "prefix"}, {"Value", props.prefix}}));
  }
  if (!props.suffix.empty()) {
    rules.push_back(Json::object({{"Name", "suffix"}, {"Value", props.suffix}}));
  }
  Json filter;
  if (!rules.empty()) {
    filter = Json::object({{"S3Key", Json::object({{"Rules", list_or_unset(rules)}})}});
  }
  state_->functions.push_back(Json::object(
      {{"Event", props.event}, {"Filter", filter}, {"Function", function.functionArn()}}
  ));
}

void Bucket::grant(const iam::Grantee& grantee, List<Str> actions, List<Str> resources) const {
  iam::grant(*this, grantee, {.actions = actions, .resources = resources}, policy_.get());
}

void Bucket::grant_key(const iam::Grantee& grantee, List<Str> actions) const {
  grant_key_use(*this, grantee, key_, actions);
}

}  // namespace amplify::cdk::s3
