// SPDX-License-Identifier: Apache-2.0
// What the simulator makes of constructs and references, and what it refuses to answer.
#include <amplify/auth.hpp>
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/events.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cdk/kinesis.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/logs.hpp>
#include <amplify/cdk/s3.hpp>
#include <amplify/cdk/secretsmanager.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>
#include <amplify/cdk/ssm.hpp>
#include <amplify/define_backend.hpp>
#include <amplify/error.hpp>
#include <amplify/testing/gtest.hpp>
#include <amplify/testing/simulator.hpp>

#include <gtest/gtest.h>

#include <string>

namespace amplify::assertions {
namespace {

using cdk::Json;
using cdk::iam::ArnPrincipal;
using cdk::iam::FederatedPrincipal;
using cdk::iam::ServicePrincipal;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// The code of what is thrown for a question that can't be asked.
template <class Ask>
std::string error_of(Ask ask) {
  try {
    ask();
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

class Simulator : public ::testing::Test {
 protected:
  cdk::App app;
  cdk::Stack stack{app, "S"};
  cdk::NestedStack nested{stack, "N"};
  cdk::iam::Role worker{stack, "Worker", {.assumedBy = {ServicePrincipal("ec2.amazonaws.com")}}};
  cdk::s3::Bucket photos{stack, "Photos"};

  cdk::lambda::Function function(const char* id) const {
    return {
        stack,
        id,
        {.runtime = "nodejs22.x",
         .handler = "index.handler",
         .code = cdk::lambda::Code::fromInline("exports.handler = async () => {};")}
    };
  }
  IamSimulator simulator(IamSimulatorOptions options = {}) const {
    return IamSimulator(Template::fromStack(stack), std::move(options));
  }
};

TEST_F(Simulator, names_what_decides) {
  photos.grantRead(worker, "public/*");
  const auto sim = simulator();
  const auto allowed = sim.allows(worker, "s3:GetObject", photos.arnForObjects("public/a.png"));
  EXPECT_THAT(allowed, IsAllowed());
  ASSERT_EQ(allowed.statements.size(), 1U);
  EXPECT_THAT(allowed.statements[0].policy, HasSubstr("(AWS::IAM::Policy)"));
  EXPECT_EQ(allowed.statements[0].statement["Effect"], "Allow");
  EXPECT_THAT(
      allowed.text(),
      AllOf(
          HasSubstr("allowed: Worker"), HasSubstr(": s3:GetObject on arn:aws:s3:::${Photos"),
          HasSubstr("statement 0 of WorkerDefaultPolicy"), HasSubstr(": allows it\n")
      )
  );
}

TEST_F(Simulator, names_what_comes_near) {
  photos.grantRead(worker, "public/*");
  const auto answer =
      simulator().allows(worker, "s3:GetObject", photos.arnForObjects("private/a.png"));
  EXPECT_THAT(answer, AllOf(IsDenied(), Not(IsExplicitlyDenied())));
  EXPECT_THAT(
      answer.text(),
      AllOf(HasSubstr("no statement allows it"), HasSubstr("its Resource is arn:aws:s3:::${Photos"))
  );
}

TEST_F(Simulator, lets_resources_deny) {
  photos.grantRead(worker);
  const auto sim = simulator();
  EXPECT_THAT(
      sim.allows(
          worker, "s3:GetObject", photos.arnForObjects("a"), {{"aws:SecureTransport", false}}
      ),
      IsExplicitlyDenied()
  );
  EXPECT_THAT(
      sim.allows(worker, "s3:GetObject", photos.arnForObjects("a"), {{"aws:SecureTransport", {}}}),
      IsAllowed()
  );
}

TEST_F(Simulator, is_true_when_allowed) {
  photos.grantRead(worker);
  const auto sim = simulator();
  EXPECT_TRUE(sim.allows(worker, "s3:ListBucket", photos));
  EXPECT_FALSE(sim.allows(worker, "s3:PutObject", photos.arnForObjects("a")));
  const auto refused = sim.allows("arn:aws:iam::111122223333:user/x", "s3:GetObject", photos);
  EXPECT_THROW(static_cast<void>(static_cast<bool>(refused)), AssertionError);
}

TEST_F(Simulator, takes_names_in_every_form) {
  photos.grantRead(worker);
  const std::string role = Template::fromStack(stack).getResourceId("AWS::IAM::Role");
  const std::string bucket = Template::fromStack(stack).getResourceId("AWS::S3::Bucket");
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(role, "s3:ListBucket", bucket), IsAllowed());
  EXPECT_THAT(sim.allows(worker.resource(), "s3:ListBucket", photos.resource()), IsAllowed());
  EXPECT_THAT(
      sim.allows("${" + role + ".Arn}", "s3:GetObject", "${" + bucket + ".Arn}/a/b"), IsAllowed()
  );
  EXPECT_THAT(
      sim.allows(
          ArnPrincipal(worker.roleArn()), "s3:GetObject",
          cdk::fn::concat({photos.bucketArn(), "/a"})
      ),
      IsAllowed()
  );
  EXPECT_THAT(
      sim.allows(worker, "s3:GetObject", "arn:${AWS::Partition}:s3:::${" + bucket + "}/a"),
      IsAllowed()
  );
}

TEST_F(Simulator, takes_what_has_a_role) {
  const auto resize = function("Resize");
  photos.grantPut(resize, "small/*");
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(resize, "s3:PutObject", photos.arnForObjects("small/a")), IsAllowed());
  EXPECT_THAT(sim.allows(resize, "s3:PutObject", photos.arnForObjects("large/a")), IsDenied());
  EXPECT_THAT(sim.allows(resize, "logs:PutLogEvents", "*"), IsAllowed());
}

TEST_F(Simulator, tells_resources_apart) {
  const cdk::s3::Bucket other(stack, "Other");
  photos.grantRead(worker);
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(worker, "s3:GetObject", other.arnForObjects("a")), IsDenied());
  EXPECT_THAT(sim.allows(worker, "s3:GetObject", "arn:aws:s3:::someone-elses/a"), IsDenied());
}

TEST_F(Simulator, knows_physical_names_that_are_set) {
  const cdk::s3::Bucket files(stack, "Files", {.bucketName = "files"});
  worker.addToPolicy({.actions = {"s3:GetObject"}, .resources = {"arn:aws:s3:::files/*"}});
  EXPECT_THAT(simulator().allows(worker, "s3:GetObject", files.arnForObjects("a")), IsAllowed());
}

TEST_F(Simulator, does_not_guess_physical_names) {
  worker.addToPolicy({.actions = {"s3:GetObject"}, .resources = {"arn:aws:s3:::amplify-*"}});
  const auto answer = simulator().allows(worker, "s3:GetObject", photos.arnForObjects("a"));
  EXPECT_THAT(answer, IsNotModelled());
  EXPECT_THAT(answer.reason, HasSubstr("known at deployment only: arn:aws:s3:::amplify-*"));
}

TEST_F(Simulator, follows_references_into_nested_stacks_and_out) {
  const cdk::sqs::Queue jobs(nested, "Jobs");
  const cdk::iam::Role inner(nested, "Inner", {.assumedBy = {ServicePrincipal("a")}});
  jobs.grantSendMessages(worker);
  photos.grantRead(inner);
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(worker, "sqs:SendMessage", jobs), IsAllowed());
  EXPECT_THAT(sim.allows(inner, "s3:GetObject", photos.arnForObjects("a")), IsAllowed());
  EXPECT_THAT(sim.allows(inner, "sqs:SendMessage", jobs), IsDenied());
  // From the nested stack's own template, too.
  const IamSimulator from_nested(Template::fromStack(nested));
  EXPECT_THAT(from_nested.allows(worker, "sqs:SendMessage", jobs), IsAllowed());
}

TEST_F(Simulator, follows_a_role_into_a_nested_stack) {
  const auto same = cdk::iam::Role::fromResource(nested, "Same", worker.resource());
  photos.grantRead(same);
  EXPECT_THAT(simulator().allows(worker, "s3:GetObject", photos.arnForObjects("a")), IsAllowed());
}

TEST_F(Simulator, asks_services_the_resource_policies) {
  const cdk::sqs::Queue jobs(stack, "Jobs");
  const cdk::sns::Topic news(stack, "News");
  news.addSubscription(jobs);
  const auto sim = simulator();
  const ServicePrincipal sns("sns.amazonaws.com");
  EXPECT_THAT(
      sim.allows(sns, "sqs:SendMessage", jobs, {{"aws:SourceArn", news.topicArn()}}), IsAllowed()
  );
  EXPECT_THAT(
      sim.allows(sns, "sqs:SendMessage", jobs, {{"aws:SourceArn", "arn:aws:sns:us-east-1:1:x"}}),
      IsDenied()
  );
  const auto answer = sim.allows(sns, "sqs:SendMessage", jobs);
  EXPECT_THAT(answer, IsNotModelled());
  EXPECT_THAT(answer.reason, HasSubstr("it depends on `aws:SourceArn`"));
  EXPECT_THAT(
      sim.allows(ServicePrincipal("s3.amazonaws.com"), "sqs:SendMessage", jobs), IsDenied()
  );
}

TEST_F(Simulator, knows_policies_of_resources_that_are_elsewhere) {
  const cdk::Resource policy(
      stack, "Policy", "AWS::S3::BucketPolicy",
      Json::parse(R"({"Bucket": "elsewhere", "PolicyDocument": {"Statement": [
        {"Effect": "Allow", "Principal": {"Service": "a"}, "Action": "s3:*",
         "Resource": "arn:aws:s3:::elsewhere/*"}]}})")
  );
  const auto ask = [&](const char* arn) {
    return simulator().allows(ServicePrincipal("a"), "s3:GetObject", arn);
  };
  EXPECT_THAT(ask("arn:aws:s3:::elsewhere/x"), IsAllowed());
  EXPECT_THAT(ask("arn:aws:s3:::somewhere/x"), IsNotModelled());
}

TEST_F(Simulator, asks_services_the_permissions_of_functions) {
  const auto resize = function("Resize");
  const cdk::events::Rule nightly(stack, "Nightly", {.schedule = "rate(1 day)"});
  nightly.addTarget(resize);
  const auto sim = simulator();
  const ServicePrincipal events("events.amazonaws.com");
  const IamContext by_rule{{"aws:SourceArn", nightly.resource().getAtt("Arn")}};
  EXPECT_THAT(sim.allows(events, "lambda:InvokeFunction", resize, by_rule), IsAllowed());
  EXPECT_THAT(
      sim.allows(ServicePrincipal("s3.amazonaws.com"), "lambda:InvokeFunction", resize, by_rule),
      IsDenied()
  );
}

TEST_F(Simulator, knows_who_may_become_a_role) {
  const auto sim = simulator();
  EXPECT_THAT(sim.canAssume(ServicePrincipal("ec2.amazonaws.com"), worker), IsAllowed());
  EXPECT_THAT(sim.canAssume(ServicePrincipal("lambda.amazonaws.com"), worker), IsDenied());
}

TEST_F(Simulator, wants_trust_and_permission_to_become_a_role) {
  const cdk::iam::Role by_name(stack, "A", {.assumedBy = {ArnPrincipal(worker.roleArn())}});
  const cdk::iam::Role by_account(
      stack, "B", {.assumedBy = {cdk::iam::AccountPrincipal(cdk::aws::accountId())}}
  );
  auto sim = simulator();
  EXPECT_THAT(sim.canAssume(worker, by_name), IsAllowed());
  EXPECT_THAT(sim.canAssume(worker, by_account), IsDenied());
  by_account.grantAssumeRole(worker);
  sim = simulator();
  EXPECT_THAT(sim.canAssume(worker, by_account), IsAllowed());
  const cdk::iam::Role other(stack, "C", {.assumedBy = {ServicePrincipal("a")}});
  other.grantAssumeRole(worker);
  const auto answer = simulator().canAssume(worker, other);
  EXPECT_THAT(answer, IsDenied());
  EXPECT_EQ(answer.reason, "the role doesn't trust the caller");
  // Passing a role on is no matter of its trust.
  other.grantPassRole(worker);
  EXPECT_THAT(simulator().allows(worker, "iam:PassRole", other), IsAllowed());
}

TEST_F(Simulator, knows_the_conditions_of_identity_pools) {
  const defineAuth auth({.loginWith = {.email = true}});
  const auto backend = defineBackend(auth);
  const AuthResources& made = backend[auth];
  const IamSimulator sim(Template::fromAssembly(backend.synth(), "auth"));
  const FederatedPrincipal cognito("cognito-identity.amazonaws.com", {});
  const auto ask = [&](const cdk::Resource& role, const char* kind) {
    return sim.canAssume(
        cognito, role,
        {{"cognito-identity.amazonaws.com:aud", made.identityPool.ref()},
         {"cognito-identity.amazonaws.com:amr", kind}}
    );
  };
  EXPECT_THAT(ask(made.authenticatedUserIamRole, "authenticated"), IsAllowed());
  EXPECT_THAT(ask(made.authenticatedUserIamRole, "unauthenticated"), IsDenied());
  EXPECT_THAT(ask(made.unauthenticatedUserIamRole, "unauthenticated"), IsAllowed());
  EXPECT_THAT(
      sim.canAssume(
          cognito, made.authenticatedUserIamRole,
          {{"cognito-identity.amazonaws.com:aud", "another pool"},
           {"cognito-identity.amazonaws.com:amr", "authenticated"}}
      ),
      IsDenied()
  );
}

TEST_F(Simulator, puts_the_identity_of_users_in) {
  worker.addToPolicy(
      {.actions = {"s3:PutObject"},
       .resources = {photos.arnForObjects("private/${cognito-identity.amazonaws.com:sub}/*")}}
  );
  const auto sim = simulator();
  const auto ask = [&](const char* key) {
    return sim.allows(
        worker, "s3:PutObject", photos.arnForObjects(key),
        {{"cognito-identity.amazonaws.com:sub", "us-east-1:1234"}}
    );
  };
  EXPECT_THAT(ask("private/us-east-1:1234/a.png"), IsAllowed());
  EXPECT_THAT(ask("private/us-east-1:5678/a.png"), IsDenied());
}

TEST_F(Simulator, knows_the_tags_of_the_role) {
  cdk::iam::Role tagged(stack, "Tagged", {.assumedBy = {ServicePrincipal("a")}});
  tagged.addTag("team", "blue");
  tagged.addToPolicy(
      {.actions = {"s3:GetObject"}, .resources = {"arn:aws:s3:::teams/${aws:PrincipalTag/team}/*"}}
  );
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(tagged, "s3:GetObject", "arn:aws:s3:::teams/blue/a"), IsAllowed());
  EXPECT_THAT(sim.allows(tagged, "s3:GetObject", "arn:aws:s3:::teams/red/a"), IsDenied());
}

TEST_F(Simulator, knows_the_arn_of_the_role) {
  photos.addToResourcePolicy(
      {.effect = cdk::iam::Effect::deny,
       .principals = {cdk::iam::AnyPrincipal()},
       .actions = {"s3:*"},
       .resources = {photos.arnForObjects("*")},
       .conditions =
           Json::object({{"ArnNotEquals", Json::object({{"aws:PrincipalArn", worker.roleArn()}})}})}
  );
  const cdk::iam::Role other(stack, "Other", {.assumedBy = {ServicePrincipal("a")}});
  photos.grantRead(worker);
  photos.grantRead(other);
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(worker, "s3:GetObject", photos.arnForObjects("a")), IsAllowed());
  EXPECT_THAT(sim.allows(other, "s3:GetObject", photos.arnForObjects("a")), IsExplicitlyDenied());
}

TEST_F(Simulator, reads_policies_wherever_they_are) {
  const cdk::iam::ManagedPolicy shared(
      stack, "Shared", {.statements = {{.actions = {"sqs:*"}, .resources = {"*"}}}}
  );
  const cdk::iam::ManagedPolicy attached(
      stack, "Attached", {.statements = {{.actions = {"sns:*"}, .resources = {"*"}}}}
  );
  const cdk::iam::Role role(
      stack, "Role",
      {.assumedBy = {ServicePrincipal("a")},
       .managedPolicies = {shared.managedPolicyArn()},
       .inlinePolicies =
           {{.name = "Inline", .document = {{{.actions = {"ssm:*"}, .resources = {"*"}}}}}}}
  );
  attached.attachToRole(role);
  const auto sim = simulator();
  for (const char* const action : {"sqs:ListQueues", "sns:ListTopics", "ssm:ListCommands"})
    EXPECT_THAT(sim.allows(role, action, "*"), IsAllowed());
  EXPECT_THAT(sim.allows(role, "s3:ListAllMyBuckets", "*"), IsDenied());
}

TEST_F(Simulator, does_not_guess_managed_policies) {
  const auto arn = cdk::iam::ManagedPolicy::fromAwsManagedPolicyName("ReadOnlyAccess");
  const cdk::iam::Role role(
      stack, "Role", {.assumedBy = {ServicePrincipal("a")}, .managedPolicies = {arn}}
  );
  const auto answer = simulator().allows(role, "s3:ListAllMyBuckets", "*");
  EXPECT_THAT(answer, IsNotModelled());
  EXPECT_THAT(answer.reason, HasSubstr("arn:aws:iam::aws:policy/ReadOnlyAccess is attached"));
  const Json document =
      Json::parse(R"({"Statement": [{"Effect": "Allow", "Action": ["s3:List*"], "Resource": "*"}]})"
      );
  const auto sim =
      simulator({.managedPolicies = {{"arn:aws:iam::aws:policy/ReadOnlyAccess", document}}});
  EXPECT_THAT(sim.allows(role, "s3:ListAllMyBuckets", "*"), IsAllowed());
  EXPECT_THAT(sim.allows(role, "s3:CreateBucket", "arn:aws:s3:::x"), IsDenied());
}

TEST_F(Simulator, limits_roles_by_their_boundary) {
  const cdk::iam::ManagedPolicy boundary(
      stack, "Boundary", {.statements = {{.actions = {"s3:Get*"}, .resources = {"*"}}}}
  );
  const cdk::iam::Role role(
      stack, "Role",
      {.assumedBy = {ServicePrincipal("a")}, .permissionsBoundary = boundary.managedPolicyArn()}
  );
  photos.grantReadWrite(role);
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(role, "s3:GetObject", photos.arnForObjects("a")), IsAllowed());
  const auto answer = sim.allows(role, "s3:PutObject", photos.arnForObjects("a"));
  EXPECT_THAT(answer, IsDenied());
  EXPECT_EQ(answer.reason, "the permissions boundary doesn't allow it");
}

TEST_F(Simulator, knows_the_policy_that_keys_have_by_default) {
  const cdk::Resource key(stack, "Key", "AWS::KMS::Key");
  const auto ask = [&] { return simulator().allows(worker, "kms:Decrypt", key); };
  EXPECT_THAT(ask(), IsDenied());
  worker.addToPolicy({.actions = {"kms:Decrypt"}, .resources = {key.getAtt("Arn")}});
  EXPECT_THAT(ask(), IsAllowed());
}

TEST_F(Simulator, knows_the_arns_of_services) {
  const cdk::logs::LogGroup logs(stack, "Logs");
  const cdk::kinesis::Stream stream(stack, "Stream");
  const cdk::secretsmanager::Secret secret(stack, "Secret");
  const cdk::ssm::Parameter parameter(
      stack, "Switch", {.value = "on", .parameterName = "/app/switch"}
  );
  logs.grantWrite(worker);
  stream.grantWrite(worker);
  secret.grantRead(worker);
  parameter.grantRead(worker);
  const auto sim = simulator();
  EXPECT_THAT(sim.allows(worker, "logs:PutLogEvents", logs), IsAllowed());
  EXPECT_THAT(sim.allows(worker, "kinesis:PutRecord", stream), IsAllowed());
  EXPECT_THAT(sim.allows(worker, "secretsmanager:GetSecretValue", secret), IsAllowed());
  EXPECT_THAT(sim.allows(worker, "ssm:GetParameter", parameter), IsAllowed());
  EXPECT_THAT(
      sim.allows(
          worker, "ssm:GetParameter", "arn:aws:ssm:us-east-1:111122223333:parameter/app/switch"
      ),
      IsAllowed()
  );
}

TEST_F(Simulator, is_deployed_where_the_options_say) {
  worker.addToPolicy(
      {.actions = {"sqs:SendMessage"},
       .resources = {cdk::fn::concat(
           {"arn:", cdk::aws::partition(), ":sqs:", cdk::aws::region(), ":", cdk::aws::accountId(),
            ":jobs"}
       )}}
  );
  const auto sim =
      simulator({.partition = "aws-cn", .region = "cn-north-1", .accountId = "444455556666"});
  EXPECT_THAT(
      sim.allows(worker, "sqs:SendMessage", "arn:aws-cn:sqs:cn-north-1:444455556666:jobs"),
      IsAllowed()
  );
  EXPECT_THAT(
      sim.allows(worker, "sqs:SendMessage", "arn:aws-cn:sqs:cn-north-2:444455556666:jobs"),
      IsDenied()
  );
}

TEST_F(Simulator, does_not_guess_parameters) {
  const cdk::Parameter stage(stack, "Stage");
  worker.addToPolicy(
      {.actions = {"s3:GetObject"},
       .resources = {cdk::fn::concat({"arn:aws:s3:::files-", stage.ref(), "/*"})}}
  );
  EXPECT_THAT(
      simulator().allows(worker, "s3:GetObject", "arn:aws:s3:::files-prod/a"), IsNotModelled()
  );
  EXPECT_THAT(
      simulator().allows(worker, "s3:GetObject", "arn:aws:s3:::files-${Stage}/a"), IsAllowed()
  );
  EXPECT_THAT(simulator().allows(worker, "s3:GetObject", "arn:aws:s3:::other/a"), IsDenied());
  const auto sim = simulator({.parameters = {{"Stage", "prod"}}});
  EXPECT_THAT(sim.allows(worker, "s3:GetObject", "arn:aws:s3:::files-prod/a"), IsAllowed());
  EXPECT_THAT(sim.allows(worker, "s3:GetObject", "arn:aws:s3:::files-dev/a"), IsDenied());
}

TEST_F(Simulator, does_not_guess_the_policies_of_roles_and_keys_elsewhere) {
  const cdk::Parameter other(stack, "Other");
  worker.addToPolicy({.actions = {"sts:AssumeRole", "kms:Decrypt"}, .resources = {"*"}});
  const auto sim = simulator();
  for (const char* const arn : {"arn:aws:iam::111122223333:role/other", "${Other}"})
    EXPECT_THAT(sim.allows(worker, "sts:AssumeRole", arn), IsNotModelled());
  for (const char* const arn : {"arn:aws:kms:us-east-1:111122223333:key/other", "${Other}"})
    EXPECT_THAT(sim.allows(worker, "kms:Decrypt", arn), IsNotModelled());
  EXPECT_THAT(sim.allows(worker, "sts:GetCallerIdentity", "*"), IsAllowed());
}

TEST_F(Simulator, does_not_guess_public_access) {
  const cdk::iam::AnyPrincipal anyone;
  photos.addToResourcePolicy(
      {.principals = {anyone}, .actions = {"s3:GetObject"}, .resources = {photos.arnForObjects("*")}
      }
  );
  const auto ask = [&] {
    return simulator().allows(anyone, "s3:GetObject", photos.arnForObjects("a"));
  };
  EXPECT_THAT(ask(), IsNotModelled());
  cdk::Resource bucket = photos.resource();
  bucket.addPropertyOverride("PublicAccessBlockConfiguration.BlockPublicPolicy", false);
  bucket.addPropertyOverride("PublicAccessBlockConfiguration.RestrictPublicBuckets", false);
  EXPECT_THAT(ask(), IsAllowed());
  EXPECT_THAT(simulator().allows(anyone, "s3:PutObject", photos.arnForObjects("a")), IsDenied());
}

TEST_F(Simulator, knows_nothing_of_other_accounts) {
  const ArnPrincipal friend_role("arn:aws:iam::444455556666:role/friend");
  photos.grantRead(friend_role, "shared/*");
  const auto sim = simulator();
  const auto shared = sim.allows(friend_role, "s3:GetObject", photos.arnForObjects("shared/a"));
  EXPECT_THAT(shared, IsNotModelled());
  EXPECT_THAT(
      shared.reason, HasSubstr("policies of arn:aws:iam::444455556666:role/friend are not")
  );
  EXPECT_THAT(sim.allows(friend_role, "s3:GetObject", photos.arnForObjects("own/a")), IsDenied());
  EXPECT_THAT(
      sim.allows(
          friend_role, "s3:GetObject", photos.arnForObjects("shared/a"),
          {{"aws:SecureTransport", false}}
      ),
      IsExplicitlyDenied()
  );
}

TEST_F(Simulator, does_not_overlook_policies_that_it_does_not_model) {
  const cdk::Resource images(
      stack, "Images", "AWS::ECR::Repository",
      Json::parse(R"({"RepositoryPolicyText": {"Statement": [
        {"Effect": "Deny", "Principal": "*", "Action": "ecr:*"}]}})")
  );
  worker.addToPolicy({.actions = {"ecr:*"}, .resources = {"*"}});
  const auto answer = simulator().allows(worker, "ecr:BatchGetImage", images);
  EXPECT_THAT(answer, IsNotModelled());
  EXPECT_THAT(answer.reason, HasSubstr("Images (AWS::ECR::Repository) is not modelled"));
  EXPECT_THAT(
      simulator().allows(
          worker, "ecr:BatchGetImage", "arn:aws:ecr:us-east-1:111122223333:repository/x"
      ),
      IsNotModelled()
  );
}

TEST_F(Simulator, does_not_guess_the_default_policy_of_topics) {
  const cdk::Resource topic(stack, "Topic", "AWS::SNS::Topic");
  EXPECT_THAT(simulator().allows(worker, "sns:Publish", topic), IsNotModelled());
  worker.addToPolicy({.actions = {"sns:Publish"}, .resources = {topic.ref()}});
  EXPECT_THAT(simulator().allows(worker, "sns:Publish", topic), IsAllowed());
}

TEST(SimulatorOfText, does_not_guess_what_depends_on_conditions) {
  const auto sim = IamSimulator(Template::fromString(R"({
    "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}},
    "Resources": {
      "Role": {"Type": "AWS::IAM::Role", "Properties": {}},
      "Sometimes": {"Type": "AWS::IAM::Policy", "Condition": "IsProd", "Properties": {
        "Roles": [{"Ref": "Role"}], "PolicyDocument": {"Statement":
          {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}}}},
      "Always": {"Type": "AWS::IAM::Policy", "Properties": {
        "Roles": [{"Ref": "Role"}], "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "sns:*", "Resource": "*"},
          {"Effect": "Allow", "Action": "s3:GetObject", "Resource":
            {"Fn::If": ["IsProd", "arn:aws:s3:::prod/*", "arn:aws:s3:::dev/*"]}}]}}},
      "Role2": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyName": "P",
        "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "sns:*", "Resource": "*"},
          {"Fn::If": ["IsProd", {"Effect": "Deny"}, {"Ref": "AWS::NoValue"}]}]}}]}}
    }})"));
  EXPECT_THAT(sim.allows("Role", "sqs:ListQueues", "*"), IsNotModelled());
  EXPECT_THAT(sim.allows("Role", "sns:ListTopics", "*"), IsAllowed());
  EXPECT_THAT(sim.allows("Role", "s3:GetObject", "arn:aws:s3:::prod/a"), IsNotModelled());
  EXPECT_THAT(sim.allows("Role", "ec2:RunInstances", "*"), IsDenied());
  EXPECT_THAT(sim.allows("Role2", "sns:ListTopics", "*"), IsNotModelled());
}

TEST(SimulatorOfText, evaluates_functions_of_text) {
  const auto sim = IamSimulator(Template::fromString(R"({
    "Resources": {
      "Queue": {"Type": "AWS::SQS::Queue"},
      "Role": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyName": "P",
        "PolicyDocument": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "s3:*", "Resource":
            {"Fn::Sub": ["arn:aws:s3:::${Name}-${Queue.QueueName}/${!aws:userid}/*",
                         {"Name": {"Fn::Select": ["1", ["a", "files"]]}}]}},
          {"Effect": "Allow", "Action": "sqs:*", "Resource":
            {"Fn::Select": [0, {"Fn::Split": ["/", {"Fn::Sub": "${Queue.Arn}/rest"}]}]}},
          {"Effect": "Allow", "Action": "ssm:*", "Resource": "{{resolve:ssm:arn}}"}]}}]}}
    }})"));
  EXPECT_THAT(
      sim.allows(
          "Role", "s3:GetObject", "arn:aws:s3:::files-${Queue.QueueName}/me/a",
          {{"aws:userid", "me"}}
      ),
      IsAllowed()
  );
  EXPECT_THAT(sim.allows("Role", "sqs:SendMessage", "Queue"), IsAllowed());
  EXPECT_THAT(sim.allows("Role", "ssm:GetParameter", "*"), IsNotModelled());
}

TEST_F(Simulator, refuses_questions_that_mean_nothing) {
  const auto sim = simulator();
  const auto ask = [&](const IamCaller& caller, const char* action, const IamTarget& target) {
    return error_of([&] { sim.allows(caller, action, target); });
  };
  EXPECT_THAT(ask("Nobody", "s3:GetObject", photos), HasSubstr("UnknownResourceError"));
  EXPECT_THAT(ask(worker, "s3:GetObject", "Nothing"), HasSubstr("UnknownResourceError"));
  EXPECT_THAT(ask(worker, "s3:GetObject", "${Nothing.Arn}/x"), HasSubstr("has no `Nothing`"));
  EXPECT_THAT(
      ask(photos.resource(), "s3:GetObject", photos), HasSubstr("AWS::S3::Bucket is no role")
  );
  EXPECT_THAT(ask("not an arn", "s3:GetObject", photos), HasSubstr("neither a role nor a user"));
  EXPECT_THAT(
      ask("arn:aws:iam::111122223333:root", "s3:GetObject", photos), HasSubstr("neither a role nor")
  );
  EXPECT_THAT(ask(worker, "GetObject", photos), HasSubstr("it is no action"));
  EXPECT_THAT(ask(worker, "s3:Get*", photos), HasSubstr("it is no action"));
  EXPECT_THAT(ask(worker, "s3:GetObject", photos.arnForObjects("*")), HasSubstr("a wildcard"));
  const cdk::App another;
  const cdk::Stack elsewhere(another, "E");
  const cdk::Resource stranger(elsewhere, "R", "AWS::IAM::Role");
  EXPECT_THAT(ask(stranger, "s3:GetObject", photos), HasSubstr("in none of the templates"));
}

TEST_F(Simulator, wants_ids_that_mean_one_resource) {
  const cdk::NestedStack second(stack, "M");
  for (const cdk::Stack& each : {cdk::Stack(nested), cdk::Stack(second)})
    const cdk::Resource role(
        each, "Role", "AWS::IAM::Role",
        cdk::Json::object({{"AssumeRolePolicyDocument", cdk::Json::object({})}})
    );
  EXPECT_THAT(
      error_of([&] { simulator().allows("Role", "s3:GetObject", photos); }),
      AllOf(HasSubstr("several resources have it"), HasSubstr("S/M: Role, S/N: Role"))
  );
  EXPECT_THAT(
      IamSimulator(Template::fromStack(nested)).allows("Role", "s3:GetObject", photos), IsDenied()
  );
}

}  // namespace
}  // namespace amplify::assertions
