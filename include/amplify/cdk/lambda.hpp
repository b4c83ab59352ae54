// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::dynamodb {
class Table;
}
namespace amplify::cdk::kinesis {
class Stream;
}
namespace amplify::cdk::sqs {
class Queue;
}

namespace amplify::cdk::lambda {

/// What a function runs.
struct Code {
  enum class Kind { none, text, asset, object, image, later };

  /// Source text in the template itself, at most 4 MB; for Node.js and Python.
  static Code fromInline(std::string_view text);
  /// A zip file on disk, or a directory, which `cdk` zips.
  static Code fromAsset(std::string_view path);
  /// A zip file in a bucket.
  static Code fromBucket(Str bucket, Str key, Str version = {});
  /// A container image in ECR: `<account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>`. The
  /// function has no runtime and no handler then.
  static Code fromEcrImage(Str uri);
  /// What `setCode` gives before synthesis, since making it takes time.
  static Code later();

  Kind kind = Kind::none;
  std::string text{};
  Str bucket{};
  Str key{};
  Str version{};
};

struct Variable {
  std::string name{};
  Str value{};
};

struct DurableConfig {
  /// Seconds, from 1 to 31,622,400 (366 days). Required.
  Int executionTimeout{};
  /// Days that the history of a finished execution is kept, up to 90. Default: 14.
  Int retentionPeriodInDays{};
};

struct FunctionProps {
  /// `nodejs22.x`, `python3.13`, `provided.al2023`, … Required, except with an image.
  std::string runtime{};
  /// `file.function`, as the runtime reads it. Required, except with an image.
  std::string handler{};
  /// Required.
  Code code{};
  /// The physical name. Default: CloudFormation makes one.
  Str functionName{};
  std::string description{};
  std::vector<Variable> environment{};
  /// MB, which also decides the share of a processor. Default: 128.
  Int memorySize{};
  /// Seconds, up to 900. Default: 3.
  Int timeout{};
  /// `arm64` or `x86_64`. Default: `x86_64`.
  std::string architecture{};
  /// MB in /tmp. Default: 512.
  Int ephemeralStorageSize{};
  /// At most so many at a time, kept free for this function.
  Int reservedConcurrentExecutions{};
  /// ARNs of layer versions.
  std::vector<Str> layers{};
  /// Default: one that may write logs.
  std::optional<iam::Role> role{};
  /// `JSON` or `Text`. Default: text.
  std::string loggingFormat{};
  /// `TRACE`, `DEBUG`, `INFO`, `WARN`, `ERROR` or `FATAL`. With `JSON` alone.
  std::string applicationLogLevel{};
  /// A log group that exists already. Default: one of its own.
  Str logGroupName{};
  /// Days that logs are kept in the group of its own. Unset: Lambda makes the group, and keeps it
  /// forever. Default: two years.
  Int logRetentionInDays = 731;
  /// For executions that outlive a single call.
  std::optional<DurableConfig> durableConfig{};
};

enum class SourceKind { queue, stream };
enum class StartingPosition { latest, trimHorizon };

struct EventSourceProps {
  /// Records in a call. Default: 10 for queues, 100 for streams.
  Int batchSize{};
  /// Seconds to wait for a full batch.
  Int maxBatchingWindow{};
  /// The function tells which records of a batch failed.
  bool reportBatchItemFailures = false;
  /// Patterns; a record that matches none is dropped. Default: all records.
  std::vector<Json> filters{};
  /// Functions at a time, from 2. For queues.
  Int maxConcurrency{};
  /// Where to begin. For streams.
  StartingPosition startingPosition = StartingPosition::latest;
  /// For streams. Default: until the record expires.
  Int retryAttempts{};
  /// Tries the halves of a batch that failed. For streams.
  bool bisectBatchOnError = false;
};

enum class FunctionUrlAuthType { awsIam, none };

struct FunctionUrlCors {
  List<Str> allowedOrigins{};
  List<Str> allowedMethods{};
  List<Str> allowedHeaders{};
  List<Str> exposedHeaders{};
  bool allowCredentials = false;
  /// Seconds.
  Int maxAge{};
};

struct FunctionUrlProps {
  /// `none` lets the whole world call.
  FunctionUrlAuthType authType = FunctionUrlAuthType::awsIam;
  FunctionUrlCors cors{};
  /// Streams responses, up to 20 MB.
  bool responseStream = false;
};

struct PermissionProps {
  /// A service, an account or an ARN. Required.
  Str principal{};
  Str sourceArn{};
  Str sourceAccount{};
};

class Function;

/// A version of a function as it is now: a change of the function makes a new one.
class Version : public Construct {
 public:
  Version(
      const Function& function, std::string_view id,
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  /// The function's ARN with the number of the version.
  Any versionArn() const { return resource_.ref(); }
  void grantInvoke(const iam::Grantee& grantee) const;

 private:
  Resource resource_;
};

/// A Lambda function with a role and a log group. The function waits for what is granted to the
/// role.
class Function : public Construct {
 public:
  /// Errors (at synthesis): `InvalidFunctionError` without a runtime, handler or code, or with
  /// code that is larger than may be inline; `AssetNotFoundError`.
  Function(
      const Construct& scope, std::string_view id, FunctionProps props,
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any functionArn() const { return resource_.getAtt("Arn"); }
  Any functionName() const { return resource_.ref(); }
  iam::Role role() const;
  /// Always the same one.
  Version currentVersion() const;

  /// Only once, with `Code::later()` in the properties.
  void setCode(const Code& code) const;
  void addEnvironment(std::string_view name, Str value) const;
  void addToRolePolicy(iam::PolicyStatement statement) const;

  /// Calls the function with the queue's messages, and grants it to consume them.
  Resource addEventSource(const sqs::Queue& queue, EventSourceProps props = {}) const;
  /// Calls the function with the changes of the table, and grants it to read their stream.
  Resource addEventSource(const dynamodb::Table& table, EventSourceProps props = {}) const;
  /// Calls the function with the stream's records, and grants it to read them.
  Resource addEventSource(const kinesis::Stream& stream, EventSourceProps props = {}) const;

  /// The same for another source by its ARN. The mapping stands in `scope`; what the function's
  /// role needs is yours to grant.
  Resource addEventSourceMapping(
      const Construct& scope, std::string_view id, SourceKind kind, Any source_arn,
      EventSourceProps props = {}
  ) const;

  /// Gives the function a URL of its own, and returns it.
  Any addFunctionUrl(FunctionUrlProps props = {}) const;
  /// Lets a service or account call. `scope` is who needs it; the permission stands there.
  Resource addPermission(const Construct& scope, std::string_view id, PermissionProps props) const;

  void grantInvoke(const iam::Grantee& grantee) const;
  /// Calls of the URL; only with `awsIam`.
  void grantInvokeUrl(const iam::Grantee& grantee) const;

 private:
  friend class Version;
  struct State;
  /// What a version of the function stands for, in a few letters.
  std::string fingerprint() const;
  Resource resource_;
  std::shared_ptr<State> state_;
};

}  // namespace amplify::cdk::lambda
