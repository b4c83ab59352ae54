// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::iam {
class ResourcePolicy;
}
namespace amplify::cdk::lambda {
class Function;
}

namespace amplify::cdk::s3 {

struct CorsRule {
  List<Str> allowedMethods{};
  List<Str> allowedOrigins{};
  List<Str> allowedHeaders{};
  List<Str> exposedHeaders{};
  /// Seconds. Default: browsers decide.
  Int maxAge{};
};

struct LifecycleRule {
  /// Of keys. Default: all objects.
  Str prefix{};
  /// Days until objects are deleted.
  Int expirationInDays{};
  /// Days until earlier versions are deleted.
  Int noncurrentVersionExpirationInDays{};
  /// Days until an upload that nobody finished is given up.
  Int abortIncompleteMultipartUploadInDays{};
};

struct BucketProps {
  /// The physical name, unique in the world. Default: CloudFormation makes one.
  Str bucketName{};
  /// Keeps earlier versions of objects.
  bool versioned = false;
  /// A KMS key by its ARN. Default: encrypted by a key of S3.
  Str encryptionKeyArn{};
  std::vector<CorsRule> cors{};
  std::vector<LifecycleRule> lifecycleRules{};
  /// Sends what happens to the bucket to EventBridge, for events::Rule.
  bool eventBridgeEnabled = false;
  /// Deletes the objects when the bucket goes with its stack, which an S3 bucket with objects
  /// can't. For that the stack gets a function.
  bool autoDeleteObjects = false;
};

/// What a bucket tells a function about.
struct NotificationProps {
  /// `s3:ObjectCreated:*`, `s3:ObjectRemoved:Delete`, …
  std::string event{};
  /// Of keys. Default: all.
  std::string prefix{};
  std::string suffix{};
};

/// An S3 bucket: encrypted, without public access and ACLs, and closed to calls without TLS. Stays
/// when it leaves the template.
class Bucket : public Construct {
 public:
  Bucket(
      const Construct& scope, std::string_view id, BucketProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any bucketName() const { return resource_.ref(); }
  Any bucketArn() const { return resource_.getAtt("Arn"); }
  /// The ARN of the objects whose keys match.
  Any arnForObjects(std::string_view key_pattern) const;

  /// To get and list.
  void grantRead(const iam::Grantee& grantee, std::string_view objects_key_pattern = "*") const;
  /// To put and delete.
  void grantWrite(const iam::Grantee& grantee, std::string_view objects_key_pattern = "*") const;
  /// To put, but not to delete.
  void grantPut(const iam::Grantee& grantee, std::string_view objects_key_pattern = "*") const;
  void grantDelete(const iam::Grantee& grantee, std::string_view objects_key_pattern = "*") const;
  void grantReadWrite(const iam::Grantee& grantee, std::string_view objects_key_pattern = "*")
      const;

  void addToResourcePolicy(iam::PolicyStatement statement) const;

  /// Calls the function with events of the bucket. The bucket then waits for the function, so what
  /// the function is granted here must not stand where the function waits for it: use
  /// `iam::Role::fromResource`.
  void addNotification(const lambda::Function& function, NotificationProps props) const;

 private:
  struct State;
  void grant(const iam::Grantee& grantee, List<Str> actions, List<Str> resources) const;
  void grant_key(const iam::Grantee& grantee, List<Str> actions) const;

  Resource resource_;
  Str key_;
  std::shared_ptr<const iam::ResourcePolicy> policy_;
  std::shared_ptr<State> state_;
};

}  // namespace amplify::cdk::s3
