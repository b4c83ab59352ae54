// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>
#include <amplify/cdk/iam/statement.hpp>
#include <amplify/testing/template.hpp>
#include <amplify/testing/value.hpp>

#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::assertions {

class Deployment;

/// Whether IAM would let a request pass.
enum class IamDecision {
  allowed,
  /// A statement refuses it.
  explicitlyDenied,
  /// No statement allows it.
  implicitlyDenied,
  /// It depends on what the templates and the question don't tell.
  notModelled,
};

/// A statement that has to do with an answer.
struct IamStatement {
  /// `WorkerDefaultPolicy1A2B3C4D (AWS::IAM::Policy)`
  std::string policy{};
  /// In the policy, from 0.
  std::size_t index = 0;
  /// The statement as the template has it.
  Value statement{};
  /// Why it decides, or why it doesn't.
  std::string why{};
};

/// What the simulator says to a question.
struct IamAnswer {
  IamDecision decision = IamDecision::notModelled;
  /// `Worker: s3:GetObject on arn:aws:s3:::${Photos}/x`
  std::string question{};
  /// Those that allow or deny; for an implicit denial, those that come nearest.
  std::vector<IamStatement> statements{};
  /// Why no statement decides, or what isn't known.
  std::string reason{};

  /// Whether it is allowed. Errors: AssertionError when it isn't modelled.
  explicit operator bool() const;
  /// The question, the decision, and what it is due to.
  std::string text() const;
  /// For GoogleTest.
  friend void PrintTo(const IamAnswer& answer, std::ostream* stream);
};

/// Keys of a request by name: strings, numbers, booleans, or lists of them. One whose value is
/// unset is one that the request doesn't have.
using IamContext = std::vector<cdk::Json::Entry>;

/// Who makes a request: a role, or what `cdk::iam` has for principals. In text, a logical id, or an
/// ARN with `${…}` as in Fn::Sub.
struct IamCaller {
  IamCaller(const cdk::iam::Role& role) : IamCaller(role.resource()) {}
  template <cdk::iam::HasRole T>
  IamCaller(const T& construct) : IamCaller(cdk::iam::Role(construct.role())) {}
  IamCaller(const cdk::Resource& role) : resource(role) {}
  IamCaller(const cdk::iam::Principal& from) : principal(from) {}
  IamCaller(const char* id_or_arn) : text(id_or_arn) {}
  IamCaller(std::string_view id_or_arn) : text(id_or_arn) {}
  IamCaller(const std::string& id_or_arn) : text(id_or_arn) {}

  std::optional<cdk::Resource> resource{};
  std::optional<cdk::iam::Principal> principal{};
  std::string text{};
};

/// What a construct's resource() is asked for by: buckets, tables, queues.
template <class T>
concept ResourceConstruct = requires(const T& construct) {
  { construct.resource() } -> std::convertible_to<cdk::Resource>;
};

/// What a request is for: a resource, or the ARN of one or of a part: `bucket.arnForObjects("x")`.
/// In text, a logical id, or an ARN with `${…}` as in Fn::Sub: `${Photos.Arn}/x`. `*` for actions
/// that are about no resource.
struct IamTarget {
  template <ResourceConstruct T>
  IamTarget(const T& construct) : IamTarget(construct.resource()) {}
  IamTarget(const cdk::Resource& from) : resource(from) {}
  IamTarget(cdk::Any from) : arn(from) {}
  IamTarget(const char* id_or_arn) : text(id_or_arn) {}
  IamTarget(std::string_view id_or_arn) : text(id_or_arn) {}
  IamTarget(const std::string& id_or_arn) : text(id_or_arn) {}

  std::optional<cdk::Resource> resource{};
  cdk::Any arn{};
  std::string text{};
};

/// Where the templates would be deployed, and what they don't contain.
struct IamSimulatorOptions {
  std::string partition = "aws";
  std::string region = "us-east-1";
  std::string accountId = "111122223333";
  /// Values of the parameters of root stacks.
  std::vector<cdk::Json::Entry> parameters{};
  /// Documents of managed policies that the templates don't define, by ARN. Known without is
  /// `AWSLambdaBasicExecutionRole`, which functions have.
  std::vector<cdk::Json::Entry> managedPolicies{};
};

/// Answers who may do what, from the policies in templates: those of roles, their permissions
/// boundaries and trust, and those of buckets, queues, topics, keys, secrets and functions. A
/// template of an assembly brings all others of it along, so that nested stacks are followed.
///
/// It evaluates by the rules of the IAM User Guide. Policies of organizations, sessions and VPC
/// endpoints are none of a template's, and taken not to be there. Where an answer depends on what
/// it doesn't know, it says so: IamDecision::notModelled.
///
/// Known of every request, unless the context says otherwise: `aws:SecureTransport` is true;
/// `aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:PrincipalIsAWSService`,
/// `aws:PrincipalServiceName`, `aws:PrincipalTag/…` of the role's own tags, and `aws:username`
/// follow from the caller.
class IamSimulator {
 public:
  explicit IamSimulator(const Template& from, IamSimulatorOptions options = {});

  /// Whether the caller may do this. Errors: UserError `UnknownResourceError` for who or what isn't
  /// in the templates; `InvalidQuestionError`.
  IamAnswer allows(
      const IamCaller& caller, std::string_view action, const IamTarget& target,
      const IamContext& context = {}
  ) const;
  /// Whether the caller may become the role. Errors: as `allows`.
  IamAnswer canAssume(
      const IamCaller& caller, const IamTarget& role, const IamContext& context = {}
  ) const;

 private:
  std::shared_ptr<const Deployment> deployment_;
};

}  // namespace amplify::assertions
