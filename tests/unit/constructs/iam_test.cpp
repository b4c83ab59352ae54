// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/testing/template.hpp>

#include "../cdk/support.hpp"

#include <cdk/inspect.hpp>

#include <set>

namespace amplify::cdk {
namespace {

using iam::PolicyDocument;
using iam::PolicyStatement;

json parsed(const PolicyDocument& document) { return json::parse(to_text(document.toJson())); }

json statements(const PolicyDocument& document) { return parsed(document).at("Statement"); }

TEST(PolicyDocument, merges_actions_of_equal_resources) {
  EXPECT_EQ(
      statements({{
          {.actions = {"s3:PutObject"}, .resources = {"b"}},
          {.actions = {"s3:GetObject", "s3:PutObject"}, .resources = {"b"}},
      }}),
      json::parse(R"([{"Action": ["s3:GetObject", "s3:PutObject"], "Effect": "Allow",
                       "Resource": "b"}])")
  );
}

TEST(PolicyDocument, merges_resources_of_equal_actions) {
  EXPECT_EQ(
      statements({{
          {.actions = {"s3:GetObject"}, .resources = {"b"}},
          {.actions = {"s3:GetObject"}, .resources = {"a"}},
      }}),
      json::parse(R"([{"Action": "s3:GetObject", "Effect": "Allow", "Resource": ["a", "b"]}])")
  );
}

TEST(PolicyDocument, merges_until_nothing_merges) {
  EXPECT_EQ(
      statements({{
          {.actions = {"a:A"}, .resources = {"x"}},
          {.actions = {"a:B"}, .resources = {"y"}},
          {.actions = {"a:A"}, .resources = {"y"}},
          {.actions = {"a:B"}, .resources = {"x"}},
      }}),
      json::parse(R"([{"Action": ["a:A", "a:B"], "Effect": "Allow", "Resource": ["x", "y"]}])")
  );
}

TEST(PolicyDocument, keeps_apart_what_differs_in_two_ways) {
  EXPECT_EQ(
      statements({{
                     {.actions = {"a:A"}, .resources = {"x"}},
                     {.actions = {"a:B"}, .resources = {"y"}},
                 }}
      ).size(),
      2U
  );
}

TEST(PolicyDocument, keeps_apart_effects_conditions_and_named_statements) {
  const Json when = Json::object({{"Bool", Json::object({{"aws:SecureTransport", "true"}})}});
  EXPECT_EQ(
      statements({{
                     {.actions = {"a:A"}, .resources = {"x"}},
                     {.effect = iam::Effect::deny, .actions = {"a:A"}, .resources = {"y"}},
                     {.actions = {"a:A"}, .resources = {"z"}, .conditions = when},
                     {.sid = "One", .actions = {"a:A"}, .resources = {"z"}},
                     {.notActions = {"a:A"}, .resources = {"z"}},
                     {.notActions = {"a:B"}, .resources = {"z"}},
                 }}
      ).size(),
      6U
  );
}

TEST(PolicyDocument, is_the_same_in_any_order) {
  const PolicyStatement first{.actions = {"a:A"}, .resources = {"x", "y"}};
  const PolicyStatement second{.actions = {"a:A", "a:B"}, .resources = {"y"}};
  const PolicyStatement third{.actions = {"a:B"}, .resources = {"z"}};
  EXPECT_EQ(parsed({{first, second, third}}), parsed({{third, second, first}}));
}

TEST(PolicyDocument, compares_references_by_what_they_refer_to) {
  App app;
  const Stack stack(app, "S");
  const Resource queue(stack, "Q", "AWS::SQS::Queue");
  const Resource other(stack, "P", "AWS::SQS::Queue");
  EXPECT_EQ(
      statements({{
                     {.actions = {"a:A"}, .resources = {queue.getAtt("Arn")}},
                     {.actions = {"a:B"}, .resources = {queue.getAtt("Arn")}},
                     {.actions = {"a:C"}, .resources = {other.getAtt("Arn")}},
                 }}
      ).size(),
      2U
  );
}

TEST(PolicyDocument, merges_principals) {
  EXPECT_EQ(
      statements({{
          {.principals = {iam::ServicePrincipal("b"), iam::ArnPrincipal("x")},
           .actions = {"a:A"},
           .resources = {"*"}},
          {.principals = {iam::ServicePrincipal("a")}, .actions = {"a:A"}, .resources = {"*"}},
      }}),
      json::parse(R"([{"Action": "a:A", "Effect": "Allow", "Resource": "*",
                       "Principal": {"AWS": "x", "Service": ["a", "b"]}}])")
  );
}

class Role : public testing::Test {
 protected:
  App app;
  Stack stack{app, "S"};
  iam::Role role{stack, "Role", {.assumedBy = {iam::ServicePrincipal("lambda.amazonaws.com")}}};

  json template_now() const { return template_of(app, "S"); }
};

TEST_F(Role, is_assumed_by_its_principals) {
  const iam::Role both(
      stack, "Both",
      {.assumedBy =
           {iam::ServicePrincipal("a.amazonaws.com"),
            iam::FederatedPrincipal(
                "cognito-identity.amazonaws.com",
                Json::object({{"StringEquals", Json::object({{"k", "v"}})}})
            )}}
  );
  const json resources = template_now().at("Resources");
  const auto trust = [&](const iam::Role& of) {
    return resources.at(logical_id(of.resource()))
        .at("Properties")
        .at("AssumeRolePolicyDocument")
        .at("Statement");
  };
  EXPECT_EQ(trust(role), json::parse(R"([{"Action": "sts:AssumeRole", "Effect": "Allow",
                                    "Principal": {"Service": "lambda.amazonaws.com"}}])"));
  EXPECT_EQ(trust(both).size(), 2U);
  EXPECT_EQ(trust(both)[1].at("Condition").at("StringEquals").at("k"), "v");
}

TEST_F(Role, has_no_policy_without_a_grant) {
  EXPECT_EQ(template_now().at("Resources").size(), 1U);
}

TEST_F(Role, has_one_policy_of_all_grants) {
  const iam::Role copy = role;
  role.addToPolicy({.actions = {"a:A"}, .resources = {"x"}});
  const json first = template_now();
  copy.addToPolicy({.actions = {"a:B"}, .resources = {"x"}});
  const json policy = properties_of(template_now(), "AWS::IAM::Policy");
  EXPECT_EQ(
      properties_of(first, "AWS::IAM::Policy")["PolicyDocument"]["Statement"][0]["Action"], "a:A"
  );
  EXPECT_EQ(policy["PolicyDocument"]["Statement"][0]["Action"], (json::array({"a:A", "a:B"})));
  EXPECT_EQ(policy["Roles"], json::array({json{{"Ref", logical_id(role.resource())}}}));
  EXPECT_TRUE(policy["PolicyName"].get<std::string>().starts_with("RoleDefaultPolicy"));
}

TEST_F(Role, overflows_into_managed_policies) {
  for (int i = 0; i < 400; ++i) {
    const std::string number = std::to_string(i);
    role.addToPolicy(
        {.actions = {"service:Action" + number}, .resources = {"arn:aws:service:::thing/" + number}}
    );
  }
  std::size_t found = 0;
  std::size_t managed = 0;
  const json whole = template_now();
  for (const auto& resource : whole.at("Resources")) {
    if (!resource.at("Properties").contains("PolicyDocument")) continue;
    const json& document = resource.at("Properties").at("PolicyDocument");
    const bool is_managed = resource.at("Type") == "AWS::IAM::ManagedPolicy";
    managed += is_managed ? 1 : 0;
    EXPECT_LE(document.dump().size(), is_managed ? 6144U : 10240U);
    EXPECT_FALSE(document.at("Statement").empty());
    found += document.at("Statement").size();
  }
  EXPECT_EQ(found, 400U);
  EXPECT_GE(managed, 2U);
}

TEST_F(Role, from_a_resource_gets_policies_in_its_own_scope) {
  const NestedStack nested(stack, "Nested");
  const iam::Role same = iam::Role::fromResource(nested, "Same", role.resource());
  same.addToPolicy({.actions = {"a:A"}, .resources = {"x"}});
  EXPECT_EQ(properties_of(template_of(app, "S/Nested"), "AWS::IAM::Policy").at("Roles").size(), 1U);
}

TEST_F(Role, from_a_resource_gets_policies_of_different_names_in_different_stacks) {
  std::set<json> names;
  for (const auto* const id : {"First", "Second"}) {
    const NestedStack nested(stack, id);
    const iam::Role same = iam::Role::fromResource(nested, "Same", role.resource());
    same.addToPolicy({.actions = {"a:A"}, .resources = {"x"}});
  }
  for (const auto* const path : {"S/First", "S/Second"})
    names.insert(properties_of(template_of(app, path), "AWS::IAM::Policy").at("PolicyName"));
  EXPECT_EQ(names.size(), 2U);
}

TEST_F(Role, from_a_resource_keeps_its_trust) {
  const iam::Role same = iam::Role::fromResource(stack, "Same", role.resource());
  same.addToAssumeRolePolicy(
      {.principals = {iam::ServicePrincipal("a")}, .actions = {"sts:AssumeRole"}}
  );
  expect_error(app, "GrantNotPossibleError", "S/Same");
}

TEST_F(Role, grants_itself) {
  const iam::Role other(stack, "Other", {.assumedBy = {iam::AccountPrincipal("123456789012")}});
  role.grantPassRole(other);
  role.grantAssumeRole(other);
  EXPECT_EQ(
      properties_of(template_now(), "AWS::IAM::Policy")["PolicyDocument"]["Statement"][0]["Action"],
      json::array({"iam:PassRole", "sts:AssumeRole"})
  );
}

TEST_F(Role, needs_a_principal) {
  const iam::Role nobody(stack, "Nobody", {});
  expect_error(app, "InvalidRoleError", "S/Nobody");
}

TEST_F(Role, refuses_statements_that_no_role_can_have) {
  role.addToPolicy({.actions = {"a:A"}});
  expect_error(app, "InvalidPolicyStatementError", "S/Role");
}

TEST_F(Role, refuses_principals) {
  role.addToPolicy({.principals = {iam::AnyPrincipal()}, .actions = {"a:A"}, .resources = {"*"}});
  expect_error(app, "InvalidPolicyStatementError", "S/Role");
}

TEST_F(Role, refuses_what_is_no_action) {
  role.addToPolicy({.actions = {"GetObject"}, .resources = {"*"}});
  expect_error(app, "InvalidPolicyStatementError", "S/Role");
}

TEST_F(Role, cant_be_granted_to_a_service) {
  role.grantPassRole(iam::ServicePrincipal("a.amazonaws.com"));
  expect_error(app, "GrantNotPossibleError", "S/Role");
}

TEST_F(Role, refuses_inline_policies_beyond_the_limit) {
  const iam::Role large(
      stack, "Large",
      {.assumedBy = {iam::ServicePrincipal("a")},
       .inlinePolicies =
           {{.name = "P",
             .document = {{{.actions = {"a:A"}, .resources = {std::string(11'000, 'x')}}}}}}}
  );
  expect_error(app, "PolicySizeError", "S/Large");
}

TEST_F(Role, has_what_its_props_say) {
  const Stack other(app, "T");
  const iam::ManagedPolicy boundary(
      other, "Boundary", {.statements = {{.actions = {"s3:*"}, .resources = {"*"}}}}
  );
  const iam::Role full(
      other, "Role",
      {.assumedBy = {iam::ServicePrincipal("lambda.amazonaws.com")},
       .roleName = "worker",
       .description = "works",
       .path = "/jobs/",
       .managedPolicies = {iam::ManagedPolicy::fromAwsManagedPolicyName("ReadOnlyAccess")},
       .inlinePolicies = {{.name = "P", .document = {{{.actions = {"a:A"}, .resources = {"x"}}}}}},
       .permissionsBoundary = boundary.managedPolicyArn(),
       .maxSessionDuration = 7200}
  );
  full.addManagedPolicy("arn:aws:iam::123456789012:policy/own");
  assertions::Template::fromStack(other).hasResourceProperties(
      "AWS::IAM::Role", {{"RoleName", "worker"},
                         {"Description", "works"},
                         {"Path", "/jobs/"},
                         {"MaxSessionDuration", 7200},
                         {"ManagedPolicyArns",
                          {iam::ManagedPolicy::fromAwsManagedPolicyName("ReadOnlyAccess"),
                           "arn:aws:iam::123456789012:policy/own"}},
                         {"Policies", {{{"PolicyName", "P"}}}},
                         {"PermissionsBoundary", boundary.managedPolicyArn()}}
  );
}

TEST(ManagedPolicy, has_its_statements_and_roles) {
  App app;
  const Stack stack(app, "S");
  const iam::Role role(stack, "R", {.assumedBy = {iam::ServicePrincipal("a")}});
  const iam::ManagedPolicy policy(stack, "P", {.roles = {role}});
  policy.addStatements({.actions = {"a:A"}, .resources = {"x"}});
  const json properties = properties_of(template_of(app, "S"), "AWS::IAM::ManagedPolicy");
  EXPECT_EQ(properties["PolicyDocument"]["Statement"][0]["Action"], "a:A");
  EXPECT_EQ(properties["Roles"].size(), 1U);
}

TEST(ManagedPolicy, refuses_to_be_empty) {
  App app;
  const Stack stack(app, "S");
  const iam::ManagedPolicy policy(stack, "P");
  expect_error(app, "EmptyPolicyError", "S/P");
}

TEST(ManagedPolicy, refuses_to_be_larger_than_iam_takes) {
  App app;
  const Stack stack(app, "S");
  const iam::ManagedPolicy policy(
      stack, "P", {.statements = {{.actions = {"a:A"}, .resources = {std::string(6'200, 'x')}}}}
  );
  expect_error(app, "PolicySizeError", "S/P");
}

TEST(Policy, needs_a_role) {
  App app;
  const Stack stack(app, "S");
  const iam::Policy policy(stack, "P", {.statements = {{.actions = {"a:A"}, .resources = {"x"}}}});
  expect_error(app, "EmptyPolicyError", "S/P");
}

TEST(Policy, is_attached_to_roles) {
  App app;
  const Stack stack(app, "S");
  const iam::Role role(stack, "R", {.assumedBy = {iam::ServicePrincipal("a")}});
  const iam::Policy policy(
      stack, "P",
      {.statements = {{.actions = {"a:A"}, .resources = {"x"}}}, .policyName = "p", .roles = {role}}
  );
  const json properties = properties_of(template_of(app, "S"), "AWS::IAM::Policy");
  EXPECT_EQ(properties["PolicyName"], "p");
  EXPECT_EQ(properties["Roles"].size(), 1U);
}

}  // namespace
}  // namespace amplify::cdk
