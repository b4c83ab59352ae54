// SPDX-License-Identifier: Apache-2.0
// Cases whose answers the IAM User Guide gives. Above each group stands the section.
#include <amplify/testing/gtest.hpp>
#include <amplify/testing/simulator.hpp>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::assertions {
namespace {

using cdk::Json;
using Decision = IamDecision;

constexpr auto allowed = IamDecision::allowed;
constexpr auto denied = IamDecision::explicitlyDenied;
constexpr auto not_allowed = IamDecision::implicitlyDenied;
constexpr auto not_modelled = IamDecision::notModelled;

/// The policies around one role, as lists of statements.
struct Policies {
  std::string identity{};
  std::string boundary{};
  /// Of the bucket `example`.
  std::string bucket{};
  std::string key{};
  std::string version = "2012-10-17";

  std::string document(const std::string& statements) const {
    return fmt::format(R"({{"Version": "{}", "Statement": [{}]}})", version, statements);
  }

  IamSimulator simulator() const {
    std::string resources = fmt::format(
        R"("Policy": {{"Type": "AWS::IAM::Policy", "Properties": {{
             "PolicyDocument": {}, "Roles": [{{"Ref": "Role"}}]}}}},
           "Bucket": {{"Type": "AWS::S3::Bucket", "Properties": {{"BucketName": "example"}}}})",
        document(identity)
    );
    std::string role = R"("RoleName": "example")";
    if (!boundary.empty()) {
      role += R"(, "PermissionsBoundary": {"Ref": "Boundary"})";
      resources += fmt::format(
          R"(, "Boundary": {{"Type": "AWS::IAM::ManagedPolicy",
                            "Properties": {{"PolicyDocument": {}}}}})",
          document(boundary)
      );
    }
    if (!bucket.empty()) {
      resources += fmt::format(
          R"(, "BucketPolicy": {{"Type": "AWS::S3::BucketPolicy", "Properties": {{
                 "Bucket": {{"Ref": "Bucket"}}, "PolicyDocument": {}}}}})",
          document(bucket)
      );
    }
    if (!key.empty()) {
      resources += fmt::format(
          R"(, "Key": {{"Type": "AWS::KMS::Key", "Properties": {{"KeyPolicy": {}}}}})",
          document(key)
      );
    }
    resources +=
        fmt::format(R"(, "Role": {{"Type": "AWS::IAM::Role", "Properties": {{{}}}}})", role);
    return IamSimulator(Template::fromString(fmt::format(R"({{"Resources": {{{}}}}})", resources)));
  }
};

struct Case {
  std::string_view action;
  std::string_view target;
  IamDecision decision;
  IamContext context{};
};

void check(const Policies& policies, const std::vector<Case>& cases) {
  const auto simulator = policies.simulator();
  for (const auto& [action, target, decision, context] : cases) {
    const auto answer = simulator.allows("Role", action, target, context);
    EXPECT_EQ(answer.decision, decision) << answer.text();
  }
}

/// A statement that allows everything under one condition.
Policies under(std::string_view condition) {
  return {
      .identity = fmt::format(
          R"({{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {}}})", condition
      )
  };
}

/// Whether the condition holds for one key of a request; unset for a request without it.
void check_condition(
    std::string_view condition, const std::string& key,
    const std::vector<std::pair<Json, IamDecision>>& values
) {
  const auto simulator = under(condition).simulator();
  for (const auto& [value, decision] : values) {
    const auto answer = simulator.allows("Role", "s3:GetObject", "*", {{key, value}});
    EXPECT_EQ(answer.decision, decision) << condition << '\n' << answer.text();
  }
}

const std::string allow_all = R"({"Effect": "Allow", "Action": "*", "Resource": "*"})";

// The difference between explicit and implicit denies
TEST(Evaluation, tells_explicit_from_implicit_denies) {
  check(
      {.identity = R"({"Effect": "Allow", "Action": ["iam:Get*", "iam:List*"], "Resource": "*"},
                      {"Effect": "Deny", "Action": "iam:*Report", "Resource": "*"})"},
      {
          {"iam:GetRole", "*", allowed},
          {"iam:ListRoles", "*", allowed},
          {"iam:CreatePolicy", "*", not_allowed},
          {"iam:GetOrganizationsAccessReport", "*", denied},
          {"iam:GenerateCredentialReport", "*", denied},
      }
  );
}

// Example identity-based and resource-based policy evaluation
TEST(Evaluation, takes_an_allow_of_either_policy_unless_one_denies) {
  const std::string own = R"("Resource": ["arn:aws:s3:::example/*", "arn:aws:s3:::example"])";
  const std::string identity =
      R"({"Effect": "Allow", "Action": ["s3:GetBucketLocation", "s3:ListAllMyBuckets"],
          "Resource": "arn:aws:s3:::*"},
         {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::*log*"})";
  const std::string allow_own = R"(, {"Effect": "Allow", "Action": "s3:*", )" + own + "}";
  const std::string bucket = R"({"Effect": "Allow", "Action": "s3:*", )" + own +
                             R"(, "Principal": {"AWS": "arn:aws:iam::111122223333:role/example"}})";
  const std::vector<Case> cases{
      {"s3:PutObject", "arn:aws:s3:::example-logs/x", denied},
      {"s3:PutObject", "arn:aws:s3:::example/x", allowed},
      {"s3:GetBucketLocation", "arn:aws:s3:::other", allowed},
      {"s3:PutObject", "arn:aws:s3:::other/x", not_allowed},
  };
  check({.identity = identity + allow_own, .bucket = bucket}, cases);
  check({.identity = identity + allow_own}, cases);
  check({.identity = identity, .bucket = bucket}, cases);
}

// Evaluating identity-based policies with permissions boundaries
TEST(Evaluation, limits_a_role_by_its_boundary) {
  const std::string boundary =
      R"({"Effect": "Allow", "Action": ["s3:*", "cloudwatch:*", "ec2:*"], "Resource": "*"},
         {"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"})";
  check(
      {.identity = allow_all, .boundary = boundary},
      {
          {"s3:GetObject", "arn:aws:s3:::example/x", allowed},
          {"iam:CreateUser", "*", not_allowed},
          {"s3:DeleteObject", "arn:aws:s3:::example/x", denied},
      }
  );
  // It allows nothing on its own.
  check(
      {.identity = R"({"Effect": "Allow", "Action": "iam:CreateUser", "Resource": "*"})",
       .boundary = boundary},
      {
          {"iam:CreateUser", "*", not_allowed},
          {"s3:GetObject", "arn:aws:s3:::example/x", not_allowed},
      }
  );
}

std::string bucket_allows(std::string_view principal) {
  return fmt::format(
      R"({{"Effect": "Allow", "Principal": {}, "Action": "s3:GetObject",
           "Resource": "arn:aws:s3:::example/*"}})",
      principal
  );
}

// Resource-based policies and implicit denies in other policy types (same account); All principals
TEST(Evaluation, limits_what_resources_give_by_how_they_name_the_role) {
  const std::string none = R"({"Effect": "Allow", "Action": "ec2:*", "Resource": "*"})";
  const std::string role = R"({"AWS": "arn:aws:iam::111122223333:role/example"})";
  const std::string account = R"({"AWS": "111122223333"})";
  const auto expect = [&](const Policies& policies, IamDecision decision) {
    check(policies, {{"s3:GetObject", "arn:aws:s3:::example/x", decision}});
  };
  expect({.identity = none, .bucket = bucket_allows(role)}, allowed);
  expect({.identity = none, .boundary = none, .bucket = bucket_allows(role)}, not_allowed);
  expect({.identity = none, .bucket = bucket_allows(R"("*")")}, allowed);
  expect({.identity = none, .boundary = none, .bucket = bucket_allows(R"("*")")}, allowed);
  expect({.identity = none, .bucket = bucket_allows(account)}, not_allowed);
  expect({.identity = allow_all, .bucket = bucket_allows(account)}, allowed);
  // A session has a name that nobody knows yet.
  const std::string session =
      R"({"AWS": "arn:aws:sts::111122223333:assumed-role/example/session"})";
  expect({.identity = none, .bucket = bucket_allows(session)}, not_modelled);
}

// AWS account principals; Specifying a principal
TEST(Evaluation, knows_principals_in_all_their_forms) {
  const auto denies = [](std::string_view principal) {
    return fmt::format(
        R"({{"Effect": "Deny", "Principal": {}, "Action": "s3:*", "Resource": "*"}})", principal
    );
  };
  const auto expect = [&](std::string_view principal, IamDecision decision) {
    check(
        {.identity = allow_all, .bucket = denies(principal)},
        {{"s3:GetObject", "arn:aws:s3:::example/x", decision}}
    );
  };
  expect(R"({"AWS": "arn:aws:iam::111122223333:root"})", denied);
  expect(R"({"AWS": "111122223333"})", denied);
  expect(R"({"AWS": ["999999999999", "arn:aws:iam::111122223333:role/example"]})", denied);
  expect(R"({"AWS": "*"})", denied);
  expect(R"("*")", denied);
  expect(R"({"AWS": "999999999999"})", allowed);
  expect(R"({"AWS": "arn:aws:iam::111122223333:role/other"})", allowed);
  expect(R"({"Service": "ec2.amazonaws.com"})", allowed);
  expect(R"({"Federated": "cognito-identity.amazonaws.com"})", allowed);
  expect(R"({"CanonicalUser": "79a59df900b949e55d96a1e698fbaced"})", not_modelled);
}

// NotPrincipal with Deny; Permissions boundaries for IAM entities
TEST(Evaluation, excepts_who_not_principal_names_with_the_account) {
  const auto denies = [](std::string_view principal) {
    return fmt::format(
        R"({{"Effect": "Deny", "NotPrincipal": {}, "Action": "s3:*", "Resource": "*"}})", principal
    );
  };
  const auto expect = [&](std::string_view principal, IamDecision decision) {
    check(
        {.identity = allow_all, .bucket = denies(principal)},
        {{"s3:GetObject", "arn:aws:s3:::example/x", decision}}
    );
  };
  const std::string both = R"({"AWS": ["arn:aws:iam::111122223333:role/example",
                                       "arn:aws:iam::111122223333:root"]})";
  expect(R"({"AWS": "arn:aws:iam::444455556666:user/Bob"})", denied);
  expect(both, allowed);
  expect(R"({"AWS": "arn:aws:iam::111122223333:role/example"})", not_modelled);
  check(
      {.identity = allow_all, .boundary = allow_all, .bucket = denies(both)},
      {{"s3:GetObject", "arn:aws:s3:::example/x", denied}}
  );
}

// NotPrincipal with Allow
TEST(Evaluation, allows_everyone_else_by_not_principal) {
  const auto expect = [&](std::string_view principal, IamDecision decision) {
    check(
        {.identity = R"({"Effect": "Allow", "Action": "ec2:*", "Resource": "*"})",
         .bucket = fmt::format(
             R"({{"Effect": "Allow", "NotPrincipal": {}, "Action": "s3:*", "Resource": "*"}})",
             principal
         )},
        {{"s3:GetObject", "arn:aws:s3:::example/x", decision}}
    );
  };
  expect(R"({"AWS": "arn:aws:iam::444455556666:user/Bob"})", allowed);
  expect(R"({"AWS": "arn:aws:iam::111122223333:role/example"})", not_allowed);
}

// Determining whether a request is allowed or denied within an account: key policies
TEST(Evaluation, needs_the_key_policy_for_a_key) {
  const auto key_allows = [](std::string_view principal) {
    return fmt::format(
        R"({{"Effect": "Allow", "Principal": {}, "Action": "kms:*", "Resource": "*"}})", principal
    );
  };
  const auto expect = [](const Policies& policies, IamDecision decision) {
    check(policies, {{"kms:Decrypt", "Key", decision}});
  };
  const std::string root = R"({"AWS": "arn:aws:iam::111122223333:root"})";
  const std::string role = R"({"AWS": "arn:aws:iam::111122223333:role/example"})";
  const std::string none = R"({"Effect": "Allow", "Action": "ec2:*", "Resource": "*"})";
  expect({.identity = allow_all, .key = key_allows(root)}, allowed);
  expect({.identity = none, .key = key_allows(root)}, not_allowed);
  expect({.identity = none, .key = key_allows(role)}, allowed);
  expect(
      {.identity = allow_all, .key = key_allows(R"({"AWS": "arn:aws:iam::111122223333:role/x"})")},
      not_allowed
  );
}

// Cross-account policy evaluation logic
TEST(Evaluation, needs_both_accounts_across_accounts) {
  const std::string queue = R"({"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"})";
  check(
      {.identity = queue},
      {
          {"sqs:SendMessage", "arn:aws:sqs:us-east-1:444455556666:jobs", not_modelled},
          {"sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:444455556666:jobs", not_allowed},
          {"sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:jobs", allowed},
      }
  );
}

// NotAction with Allow; NotAction with Deny
TEST(Evaluation, takes_all_but_not_action) {
  check(
      {.identity = R"({"Effect": "Allow", "NotAction": "s3:DeleteBucket",
                       "Resource": "arn:aws:s3:::*"})"},
      {
          {"s3:GetObject", "arn:aws:s3:::example/x", allowed},
          {"s3:DeleteBucket", "arn:aws:s3:::example", not_allowed},
          {"s3:ListAllMyBuckets", "*", not_allowed},
          {"sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:jobs", not_allowed},
      }
  );
  check(
      {.identity = allow_all + R"(, {"Effect": "Deny", "NotAction": "iam:*", "Resource": "*",
         "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}})"},
      {
          {"s3:GetObject", "*", denied, {{"aws:MultiFactorAuthPresent", false}}},
          {"s3:GetObject", "*", denied, {{"aws:MultiFactorAuthPresent", {}}}},
          {"s3:GetObject", "*", allowed, {{"aws:MultiFactorAuthPresent", true}}},
          {"iam:GetUser", "*", allowed, {{"aws:MultiFactorAuthPresent", false}}},
      }
  );
}

// IAM JSON policy elements: NotResource
TEST(Evaluation, takes_all_but_not_resource) {
  check(
      {.identity = allow_all + R"(, {"Effect": "Deny", "Action": "s3:*", "NotResource": [
         "arn:aws:s3:::HRBucket/Payroll", "arn:aws:s3:::HRBucket/Payroll/*"]})"},
      {
          {"s3:GetObject", "arn:aws:s3:::HRBucket/Payroll/May", allowed},
          {"s3:GetObject", "arn:aws:s3:::HRBucket/Bonus", denied},
          {"sqs:SendMessage", "*", allowed},
      }
  );
}

// IAM JSON policy elements: Action; Resource: wildcards
TEST(Evaluation, takes_wildcards_within_the_parts_of_an_arn) {
  check(
      {.identity = R"({"Effect": "Allow", "Action": "IAM:*AccessKey*", "Resource": "*"},
                      {"Effect": "Allow", "Action": "sqs:Get?ueue*",
                       "Resource": "arn:aws:sqs:*:111122223333:queue?"},
                      {"Effect": "Allow", "Action": "iam:GetUser",
                       "Resource": "arn:aws:iam::111122223333:user/accounting/*"})"},
      {
          {"iam:CreateAccessKey", "*", allowed},
          {"iam:listaccesskeys", "*", allowed},
          {"iam:CreateUser", "*", not_allowed},
          {"sqs:GetQueueUrl", "arn:aws:sqs:us-east-2:111122223333:queue1", allowed},
          {"sqs:GetQueueUrl", "arn:aws:sqs:us-east-2:111122223333:queue12", not_allowed},
          {"sqs:GetQueueUrl", "arn:aws:sqs:us-east-2:111122223333:Queue1", not_allowed},
          {"sqs:GetQueueUrl", "arn:aws:sqs:us-east-2:444455556666:queue1", not_allowed},
          {"iam:GetUser", "arn:aws:iam::111122223333:user/accounting/Ann", allowed},
          {"iam:GetUser", "arn:aws:iam::111122223333:user/Ann", not_allowed},
      }
  );
}

// IAM policy elements: Variables and tags
TEST(Evaluation, puts_the_values_of_variables_in) {
  const std::string own = R"({"Effect": "Allow", "Action": "s3:GetObject",
                              "Resource": "arn:aws:s3:::mybucket/${aws:userid}/*"})";
  check(
      {.identity = own},
      {
          {"s3:GetObject", "arn:aws:s3:::mybucket/David/x", allowed, {{"aws:userid", "David"}}},
          {"s3:GetObject", "arn:aws:s3:::mybucket/Ann/x", not_allowed, {{"aws:userid", "David"}}},
          // A value is no pattern.
          {"s3:GetObject", "arn:aws:s3:::mybucket/Ann/x", not_allowed, {{"aws:userid", "*"}}},
          {"s3:GetObject", "arn:aws:s3:::mybucket/Ann/x", not_allowed, {{"aws:userid", {}}}},
          {"s3:GetObject", "arn:aws:s3:::mybucket/Ann/x", not_modelled},
      }
  );
  check(
      {.identity = R"({"Effect": "Allow", "Action": "s3:GetObject",
                       "NotResource": "arn:aws:s3:::mybucket/${aws:userid}/*"})"},
      {
          {"s3:GetObject", "arn:aws:s3:::mybucket/Ann/x", allowed, {{"aws:userid", "David"}}},
          {"s3:GetObject", "arn:aws:s3:::mybucket/Ann/x", not_modelled, {{"aws:userid", {}}}},
      }
  );
  // Before 2012-10-17 there were none.
  check(
      {.identity = own, .version = "2008-10-17"},
      {{"s3:GetObject", "arn:aws:s3:::mybucket/David/x", not_allowed, {{"aws:userid", "David"}}}}
  );
  check(
      {.identity = R"({"Effect": "Allow", "Action": "s3:*",
                       "Resource": "arn:aws:s3:::bucket/${aws:PrincipalTag/department}"})"},
      {
          {"s3:GetObject",
           "arn:aws:s3:::bucket/hr",
           allowed,
           {{"aws:PrincipalTag/department", "hr"}}},
          {"s3:GetObject",
           "arn:aws:s3:::bucket/it",
           not_allowed,
           {{"aws:principaltag/Department", "hr"}}},
      }
  );
}

// Variables and tags: Special characters; Specifying default values
TEST(Evaluation, knows_special_variables_and_defaults) {
  const auto resource = [](std::string_view path) {
    return Policies{
        .identity = fmt::format(
            R"({{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/{}"}})", path
        )
    };
  };
  check(resource("${$}a"), {{"s3:GetObject", "arn:aws:s3:::b/$a", allowed}});
  check(resource("a${*}"), {{"s3:GetObject", "arn:aws:s3:::b/ab", not_allowed}});
  check(
      resource("${aws:userid, 'anonymous'}"),
      {
          {"s3:GetObject", "arn:aws:s3:::b/anonymous", allowed, {{"aws:userid", {}}}},
          {"s3:GetObject", "arn:aws:s3:::b/anonymous", not_allowed, {{"aws:userid", "Ann"}}},
          {"s3:GetObject", "arn:aws:s3:::b/Ann", allowed, {{"aws:userid", "Ann"}}},
      }
  );
}

// IAM JSON policy elements: Condition operators: String condition operators
TEST(Conditions, compare_strings) {
  check_condition(
      R"({"StringEquals": {"k": ["johndoe", "ann"]}})", "k",
      {{"johndoe", allowed}, {"ann", allowed}, {"JohnDoe", not_allowed}, {{}, not_allowed}}
  );
  check_condition(
      R"({"StringNotEquals": {"k": ["johndoe", "ann"]}})", "k",
      {{"johndoe", not_allowed}, {"ann", not_allowed}, {"JohnDoe", allowed}, {{}, allowed}}
  );
  check_condition(
      R"({"StringEqualsIgnoreCase": {"k": "johndoe"}})", "K",
      {{"johndoe", allowed}, {"JohnDoe", allowed}, {"john", not_allowed}, {{}, not_allowed}}
  );
  check_condition(
      R"({"StringNotEqualsIgnoreCase": {"k": "johndoe"}})", "k",
      {{"JohnDoe", not_allowed}, {"john", allowed}, {{}, allowed}}
  );
  check_condition(
      R"({"StringLike": {"s3:prefix": ["", "home/", "home/${aws:PrincipalType}/*"]}})", "s3:prefix",
      {{"", allowed}, {"home/", allowed}, {"home/AssumedRole/x", allowed}, {"home/x", not_allowed}}
  );
  check_condition(
      R"({"StringNotLike": {"k": ["a*", "?"]}})", "k",
      {{"abc", not_allowed}, {"b", not_allowed}, {"bc", allowed}, {{}, allowed}}
  );
  check_condition(R"({"StringEquals": {"k": "a*"}})", "k", {{"ab", not_allowed}, {"a*", allowed}});
}

// Numeric condition operators
TEST(Conditions, compare_numbers) {
  const std::string key = "s3:max-keys";
  check_condition(
      R"({"NumericLessThanEquals": {"s3:max-keys": "10"}})", key,
      {{9, allowed}, {10, allowed}, {"10.5", not_allowed}, {{}, not_allowed}, {"x", not_modelled}}
  );
  check_condition(
      R"({"NumericLessThan": {"s3:max-keys": 10}})", key, {{9, allowed}, {10, not_allowed}}
  );
  check_condition(
      R"({"NumericGreaterThan": {"s3:max-keys": 10}})", key, {{11, allowed}, {10, not_allowed}}
  );
  check_condition(
      R"({"NumericGreaterThanEquals": {"s3:max-keys": "10"}})", key,
      {{10, allowed}, {9, not_allowed}}
  );
  check_condition(
      R"({"NumericEquals": {"s3:max-keys": "10"}})", key, {{"10.0", allowed}, {9, not_allowed}}
  );
  check_condition(
      R"({"NumericNotEquals": {"s3:max-keys": "10"}})", key,
      {{10, not_allowed}, {9, allowed}, {{}, allowed}}
  );
}

// Date condition operators
TEST(Conditions, compare_dates) {
  const std::string key = "aws:TokenIssueTime";
  check_condition(
      R"({"DateGreaterThan": {"aws:TokenIssueTime": "2020-01-01T00:00:01Z"}})", key,
      {{"2020-01-01T00:00:02Z", allowed},
       {"2020-01-01T00:00:01Z", not_allowed},
       {"2020-01-01T01:00:02+01:00", allowed},
       {"2020-01-01T00:00:02.5Z", allowed},
       {"2021", allowed},
       {"2019-12", not_allowed},
       {"1577836802", allowed},
       {"1577836800", not_allowed},
       {{}, not_allowed},
       {"yesterday", not_modelled},
       {"2020-13-01", not_modelled}}
  );
  check_condition(
      R"({"DateLessThan": {"aws:TokenIssueTime": "2020-01-01"}})", key,
      {{"2019-12-31T23:59:59Z", allowed}, {"2020-01-01T00:00Z", not_allowed}}
  );
  check_condition(
      R"({"DateLessThanEquals": {"aws:TokenIssueTime": "2020-01-01"}})", key,
      {{"2020-01-01T00:00:00Z", allowed}, {"2020-01-02", not_allowed}}
  );
  check_condition(
      R"({"DateGreaterThanEquals": {"aws:TokenIssueTime": "2020-01-01"}})", key,
      {{"2020-01-01", allowed}, {"2019-12-31", not_allowed}}
  );
  check_condition(
      R"({"DateEquals": {"aws:TokenIssueTime": "1577836800"}})", key,
      {{"2020-01-01", allowed}, {"2020-01-02", not_allowed}}
  );
  check_condition(
      R"({"DateNotEquals": {"aws:TokenIssueTime": "1577836800"}})", key,
      {{"2020-01-01", not_allowed}, {"2020-01-02", allowed}, {{}, allowed}}
  );
}

// Boolean condition operators; Binary condition operators
TEST(Conditions, compare_booleans_and_bytes) {
  check_condition(
      R"({"Bool": {"aws:SecureTransport": "false"}})", "aws:SecureTransport",
      {{false, allowed}, {"False", allowed}, {true, not_allowed}, {{}, not_allowed}}
  );
  check_condition(R"({"Bool": {"k": true}})", "k", {{true, allowed}, {"yes", not_modelled}});
  check_condition(
      R"({"BinaryEquals": {"k": "QmluYXJ5VmFsdWVJbkJhc2U2NA=="}})", "k",
      {{"QmluYXJ5VmFsdWVJbkJhc2U2NA==", allowed}, {"AA==", not_allowed}}
  );
}

// IP address condition operators
TEST(Conditions, compare_addresses) {
  check_condition(
      R"({"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "2001:DB8:1234:5678::/64"]}})",
      "aws:SourceIp",
      {{"203.0.113.255", allowed},
       {"203.0.114.0", not_allowed},
       {"2001:db8:1234:5678::1", allowed},
       {"2001:db8:1234:5679::1", not_allowed},
       {{}, not_allowed},
       {"nowhere", not_modelled}}
  );
  check_condition(
      R"({"NotIpAddress": {"aws:SourceIp": "203.0.113.7"}})", "aws:SourceIp",
      {{"203.0.113.7", not_allowed}, {"203.0.113.8", allowed}, {{}, allowed}}
  );
}

// Amazon Resource Name (ARN) condition operators
TEST(Conditions, compare_arns_part_by_part) {
  const char* const far =
      "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt";
  const char* const near = "arn:aws:someservice:us-east-2:111122223333:finance/document.txt";
  check_condition(
      R"({"StringLike": {"k": "arn:aws:someservice:*:111122223333:finance/*"}})", "k",
      {{far, allowed}, {near, allowed}}
  );
  for (const char* const name : {"ArnLike", "ArnEquals"}) {
    check_condition(
        fmt::format(R"({{"{}": {{"k": "arn:aws:someservice:*:111122223333:finance/*"}}}})", name),
        "k", {{far, not_allowed}, {near, allowed}, {{}, not_allowed}}
    );
  }
  for (const char* const name : {"ArnNotLike", "ArnNotEquals"}) {
    check_condition(
        fmt::format(R"({{"{}": {{"k": "arn:aws:someservice:*:111122223333:finance/*"}}}})", name),
        "k", {{far, allowed}, {near, not_allowed}, {{}, allowed}}
    );
  }
}

// …IfExists condition operators
TEST(Conditions, hold_without_the_key_if_they_say_so) {
  check_condition(
      R"({"StringLikeIfExists": {"ec2:InstanceType": ["t1.*", "t2.*"]}})", "ec2:InstanceType",
      {{"t2.micro", allowed}, {"m3.large", not_allowed}, {{}, allowed}}
  );
  check_condition(
      R"({"StringNotEqualsIfExists": {"k": "a"}})", "k",
      {{"a", not_allowed}, {"b", allowed}, {{}, allowed}}
  );
}

// Condition operator to check existence of condition keys
TEST(Conditions, tell_whether_there_is_a_key) {
  check_condition(
      R"({"Null": {"aws:TokenIssueTime": "true"}})", "aws:TokenIssueTime",
      {{"2020-01-01", not_allowed}, {{}, allowed}}
  );
  check_condition(
      R"({"Null": {"aws:TokenIssueTime": false}})", "aws:TokenIssueTime",
      {{"2020-01-01", allowed}, {{}, not_allowed}}
  );
}

Json list(std::initializer_list<Json> values) { return Json::array(values); }

// Creating a condition that tests multiple key values: evaluation logic for condition set operators
TEST(Conditions, compare_sets) {
  const std::string key = "dynamodb:Attributes";
  const std::string limits = R"({"dynamodb:Attributes": ["PostDateTime", "Message", "Tags"]}})";
  check_condition(
      R"({"ForAllValues:StringLike": )" + limits, key,
      {{list({"PostDateTime", "Message"}), allowed},
       {list({"PostDateTime", "UserName"}), not_allowed},
       {"Tags", allowed},
       {list({}), allowed},
       {{}, allowed}}
  );
  check_condition(
      R"({"ForAnyValue:StringEquals": )" + limits, key,
      {{list({"UserName", "Message"}), allowed},
       {list({"UserName", "ID"}), not_allowed},
       {"Tags", allowed},
       {list({}), not_allowed},
       {{}, not_allowed}}
  );
  check_condition(
      R"({"ForAllValues:StringNotEquals": )" + limits, key,
      {{list({"UserName", "ID"}), allowed}, {list({"UserName", "Tags"}), not_allowed}}
  );
  check_condition(
      R"({"ForAnyValue:StringNotEquals": )" + limits, key,
      {{list({"UserName", "Tags"}), allowed},
       {list({"Message", "Tags"}), not_allowed},
       {{}, not_allowed}}
  );
  // Such keys need a set operator.
  check_condition(
      R"({"StringEquals": )" + limits, key, {{list({"Message", "Tags"}), not_modelled}}
  );
}

// Multiple values in a condition
TEST(Conditions, hold_together) {
  const std::string condition =
      R"({"StringEquals": {"a": "1", "b": ["2", "3"]}, "Bool": {"c": true}})";
  const auto simulator = under(condition).simulator();
  const auto decision = [&](const IamContext& context) {
    return simulator.allows("Role", "s3:GetObject", "*", context).decision;
  };
  EXPECT_EQ(decision({{"a", "1"}, {"b", "3"}, {"c", true}}), allowed);
  EXPECT_EQ(decision({{"a", "2"}, {"b", "3"}, {"c", true}}), not_allowed);
  EXPECT_EQ(decision({{"a", "1"}, {"b", "4"}, {"c", true}}), not_allowed);
  EXPECT_EQ(decision({{"a", "1"}, {"b", "2"}, {"c", false}}), not_allowed);
  // What the question doesn't tell matters only where it can decide.
  EXPECT_EQ(decision({{"a", "1"}, {"b", "2"}}), not_modelled);
  EXPECT_EQ(decision({{"a", "2"}, {"b", "2"}}), not_allowed);
}

TEST(Conditions, that_are_not_known_decide_nothing) {
  check_condition(R"({"StringEqualz": {"k": "a"}})", "k", {{"a", not_modelled}});
  check_condition(R"({"Null": {"k": "maybe"}})", "k", {{"a", not_modelled}});
  check_condition(R"({"Bool": "k"})", "k", {{"a", not_modelled}});
}

}  // namespace
}  // namespace amplify::assertions
