// SPDX-License-Identifier: Apache-2.0
// Each rule finds the backend that breaks it, and not the twin that doesn't.
#include <amplify/backend.hpp>

#include "support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace amplify {
namespace {

using namespace amplify::literals;
using amplify::testing::a_branch;
using amplify::testing::Extended;
using amplify::testing::found;
using amplify::testing::with;
using ::testing::Contains;
using ::testing::Each;
using ::testing::EndsWith;
using ::testing::Not;

using Make = Backend (*)();

struct Case {
  const char* id;
  Make faulty;
  Make good;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.id; }

/// Definitions outlive the backends that are made of them.
template <class Definition>
const Definition& kept(Definition definition) {
  static std::deque<Definition> all;
  return all.emplace_back(std::move(definition));
}

// A data API of one model, by its rules and fields.

template <auto& Schema>
Backend api() {
  static const auto auth = defineAuth({.loginWith = {.email = true}});
  static const auto data = defineData(
      {.schema = Schema,
       .authorizationModes =
           {
               .defaultAuthorizationMode = AuthorizationMode::userPool,
               .apiKeyAuthorizationMode = {.expiresInDays = 100},
           }}
  );
  return defineBackend(auth, data);
}

constexpr auto by_owner =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.owner()));
constexpr auto by_anyone =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.publicApiKey()));
constexpr auto read_by_anyone = a.schema(
    "Note"_s = a.model("text"_s = a.string(), "email"_s = a.email().authorization(allow.owner()))
                   .authorization(allow.guest().to("read"))
);
constexpr auto with_public_email =
    a.schema("Note"_s = a.model("email"_s = a.email()).authorization(allow.guest().to("read")));
constexpr auto with_owner_field = a.schema(
    "Note"_s = a.model("author"_s = a.string()).authorization(allow.ownerDefinedIn("author"))
);
constexpr auto with_fixed_owner_field = a.schema(
    "Note"_s = a.model(
                    "text"_s = a.string(),
                    "author"_s = a.string().authorization(
                        allow.ownerDefinedIn("author").to("create", "read", "delete")
                    )
    )
                   .authorization(allow.ownerDefinedIn("author"))
);
constexpr auto by_email = a.schema(
    "Note"_s = a.model("text"_s = a.string()).authorization(allow.owner().identityClaim("email"))
);
constexpr auto by_users =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.authenticated()));
constexpr auto read_by_users = a.schema(
    "Note"_s = a.model("text"_s = a.string())
                   .authorization(allow.owner(), allow.authenticated().to("read"))
);

/// An API with a key that holds for so many days.
template <int Days>
Backend with_key() {
  static const auto data = defineData(
      {.schema = by_anyone,
       .authorizationModes =
           {
               .defaultAuthorizationMode = AuthorizationMode::apiKey,
               .apiKeyAuthorizationMode = {.expiresInDays = Days},
           }}
  );
  return defineBackend(data);
}

template <bool Verbose>
Backend with_logs() {
  static const auto data =
      defineData({.schema = by_anyone, .logging = DataLogConfig{.excludeVerboseContent = !Verbose}}
      );
  return defineBackend(data);
}

Backend without_logs() {
  static const auto data = defineData({.schema = by_anyone});
  return defineBackend(data);
}

/// An open API, closed by properties of its own.
Backend limited_api() {
  static const auto data = defineData({.schema = by_anyone});
  auto backend = defineBackend(data);
  auto api = backend[data].cfnResources.graphqlApi;
  api.setProperty("IntrospectionConfig", "DISABLED");
  api.setProperty("QueryDepthLimit", 6);
  return backend;
}

// A bucket by the rules of one path.

enum class Path { guest_writes, guest_on_owner, others_on_owner, sound };

template <Path Which>
Backend files() {
  static const auto auth = defineAuth({.loginWith = {.email = true}});
  static const std::vector<StorageAccess> access = [] {
    const StorageAccess own{"own/{entity_id}/*", {allow.entity("identity").to("read", "write")}};
    std::vector<StorageAccess> all;
    switch (Which) {
      case Path::guest_writes:
        all = {{"public/*", {allow.guest().to("read", "write")}}};
        break;
      case Path::guest_on_owner:
        all = {own};
        all[0].rules.push_back(allow.guest().to("get"));
        break;
      case Path::others_on_owner:
        all = {own};
        all[0].rules.push_back(allow.authenticated().to("delete"));
        break;
      case Path::sound:
        all = {own, {"public/*", {allow.guest().to("read")}}};
        break;
    }
    return all;
  }();
  static const auto storage = defineStorage({
      .name = "files",
      .versioned = true,
      .access = access,
      .cors = {{.allowedMethods = {"GET"}, .allowedOrigins = {"https://app.example.com"}}},
  });
  return defineBackend(auth, storage);
}

Backend plain_files() {
  static const auto storage = defineStorage({.name = "files", .keepOnDelete = false});
  return defineBackend(storage);
}

// Sign-in

constexpr auto signing_in = [](AuthProps props) {
  props.loginWith = {.email = true};
  return defineBackend(kept(defineAuth{props}));
};

/// Sign-in with a property of its client or identity pool set by hand.
Backend with_client(const char* name, const cdk::Json& value) {
  static const auto auth = defineAuth({.loginWith = {.email = true}});
  auto backend = defineBackend(auth);
  backend[auth].cfnResources.userPoolClient.setProperty(name, value);
  return backend;
}

Backend with_pool(const char* name, const cdk::Json& value) {
  static const auto auth = defineAuth({.loginWith = {.email = true}});
  auto backend = defineBackend(auth);
  backend[auth].cfnResources.identityPool.setProperty(name, value);
  return backend;
}

Backend plain_sign_in() { return signing_in({}); }

// Functions

FunctionProps work() {
  return {
      .name = "work",
      .runtime = "python3.13",
      .logging = {.retention = "1 month"},
      .code = Code::fromBucket("bucket", "key.zip"),
      .handler = "index.handler",
  };
}

Backend with_function(const FunctionProps& props) {
  return defineBackend(kept(defineFunction{props}));
}

Backend with_variable(const char* name, const EnvironmentValue& value) {
  auto props = work();
  props.environment = {{atRuntime(std::string(name)), value}};
  return with_function(props);
}

/// A function that sign-in waits for.
template <int Seconds>
Backend with_trigger() {
  auto props = work();
  props.timeoutSeconds = Seconds;
  const auto& function = kept(defineFunction{props});
  AuthProps auth{};
  auth.triggers.preSignUp = function;
  return signing_in(auth);
}

template <bool DeadLetters>
Backend with_queue() {
  Extended extended;
  extended.add("Failed", "AWS::SQS::Queue", "{}");
  const auto queue = extended.add("Queue", "AWS::SQS::Queue", "{}");
  auto mapping =
      extended.add("Mapping", "AWS::Lambda::EventSourceMapping", R"({"FunctionName": "worker"})");
  mapping.setProperty("EventSourceArn", queue.getAtt("Arn"));
  if (DeadLetters) {
    cdk::Resource(queue).setProperty(
        "RedrivePolicy",
        cdk::Json::object({{"deadLetterTargetArn", "arn:aws:sqs:::x"}, {"maxReceiveCount", 3}})
    );
  }
  return extended.take();
}

// Tables

template <bool Set>
Backend with_tables() {
  static const auto data = defineData({.schema = by_anyone});
  auto backend = defineBackend(data);
  if (Set) {
    backend[data].tables["Note"].set({.pointInTimeRecovery = true, .deletionProtection = true});
  } else {
    backend[data].tables["Note"].set({.retain = false});
  }
  return backend;
}

template <bool Guarded>
Backend with_kept_table() {
  static const auto data = defineData({.schema = by_anyone});
  auto backend = defineBackend(data);
  if (Guarded) backend[data].tables["Note"].set({.deletionProtection = true});
  return backend;
}

// Policies

/// A policy of one statement, without its outer braces.
std::string policy(const std::string& statement) {
  return R"({"PolicyName": "P", "Roles": ["r"], "PolicyDocument": {"Version": "2012-10-17", )"
         R"("Statement": [{"Effect": "Allow", )" +
         statement + "}]}}";
}

Backend with_policy(const std::string& statement) {
  return with("AWS::IAM::Policy", policy(statement));
}

Backend with_trust(const std::string& statement) {
  return with(
      "AWS::IAM::Role", R"({"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": )"
                        R"([{"Effect": "Allow", "Action": "sts:AssumeRole", )" +
                            statement + "}]}}"
  );
}

Backend with_queue_policy(const std::string& rest) {
  return with(
      "AWS::SQS::QueuePolicy",
      R"({"Queues": ["q"], "PolicyDocument": {"Statement": [{"Effect": "Allow", )"
      R"("Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:::q", "Principal": "*")" +
          rest + "}]}}"
  );
}

const Case cases[] = {
    // The API
    {"PublicWriteRisk", api<by_anyone>, api<read_by_anyone>},
    {"PublicPersonalDataRisk", api<with_public_email>, api<read_by_anyone>},
    {"OwnerReassignmentRisk", api<with_owner_field>, api<with_fixed_owner_field>},
    {"MutableIdentityClaimRisk", api<by_email>, api<by_owner>},
    {"SharedWriteRisk", api<by_users>, api<read_by_users>},
    {"ApiKeyExpiryRisk", with_key<7>, with_key<365>},
    {"VerboseApiLogsRisk", with_logs<true>, with_logs<false>},
    {"OpenIntrospectionRisk", without_logs, limited_api},
    {"UnlimitedQueriesRisk", without_logs, limited_api},
    {"NoAccessLogsRisk", without_logs, with_logs<false>},

    // Files
    {"PublicUploadRisk", files<Path::guest_writes>, files<Path::sound>},
    {"GuestOwnerPathRisk", files<Path::guest_on_owner>, files<Path::sound>},
    {"OwnerPathWriteRisk", files<Path::others_on_owner>, files<Path::sound>},
    {"PublicBucketRisk",
     [] { return with("AWS::S3::Bucket", R"({"AccessControl": "PublicRead"})"); },
     files<Path::sound>},
    {"OpenBucketCorsRisk", plain_files, files<Path::sound>},
    {"NoVersionsRisk", plain_files, files<Path::sound>},

    // Sign-in
    {"MfaOffRisk", plain_sign_in,
     [] { return signing_in({.multifactor = {.mode = MultifactorMode::optional, .totp = true}}); }},
    {"SmsMfaRisk",
     [] { return signing_in({.multifactor = {.mode = MultifactorMode::optional, .sms = true}}); },
     [] {
       return signing_in(
           {.multifactor = {.mode = MultifactorMode::optional, .totp = true, .sms = true}}
       );
     }},
    {"WeakPasswordRisk", [] { return signing_in({.passwordPolicy = {.minLength = 6}}); },
     plain_sign_in},
    {"LongInvitationRisk",
     [] { return signing_in({.passwordPolicy = {.temporaryPasswordValidityDays = 90}}); },
     plain_sign_in},
    {"UserEnumerationRisk", [] { return with_client("PreventUserExistenceErrors", "LEGACY"); },
     plain_sign_in},
    {"TokenRevocationRisk", [] { return with_client("EnableTokenRevocation", false); },
     plain_sign_in},
    {"PasswordFlowRisk",
     [] {
       return with_client("ExplicitAuthFlows", cdk::Json::array({"ALLOW_USER_PASSWORD_AUTH"}));
     },
     plain_sign_in},
    {"ImplicitGrantRisk",
     [] { return with_client("AllowedOAuthFlows", cdk::Json::array({"implicit"})); },
     [] { return with_client("AllowedOAuthFlows", cdk::Json::array({"code"})); }},
    {"LocalRedirectRisk",
     [] { return with_client("CallbackURLs", cdk::Json::array({"http://localhost:3000/"})); },
     [] { return with_client("CallbackURLs", cdk::Json::array({"https://example.com/"})); }},
    {"ClassicFlowRisk", [] { return with_pool("AllowClassicFlow", true); }, plain_sign_in},

    // Functions
    {"PlaintextSecretRisk", [] { return with_variable("DB_PASSWORD", "hunter2"); },
     [] { return with_variable("DB_PASSWORD", secret("DB_PASSWORD")); }},
    {"HardcodedSecretRisk",
     [] {
       return with("AWS::SSM::Parameter", R"({"Type": "String", "Value": "AKIAABCDEFGHIJKLMNOP"})");
     },
     [] { return with("AWS::SSM::Parameter", R"({"Type": "String", "Value": "on"})"); }},
    {"OutdatedRuntimeRisk",
     [] {
       auto props = work();
       props.runtime = "python3.8";
       return with_function(props);
     },
     [] { return with_function(work()); }},
    {"CallerTimeoutLimit", with_trigger<10>, with_trigger<5>},
    {"NoDeadLetterRisk", with_queue<false>, with_queue<true>},
    {"EndlessLogsRisk",
     [] {
       auto props = work();
       props.logging = {};
       return with_function(props);
     },
     [] { return with_function(work()); }},

    // HTTP
    {"PublicRouteRisk",
     [] {
       return with("AWS::ApiGatewayV2::Route", R"({"ApiId": "a", "RouteKey": "GET /orders"})");
     },
     [] {
       return with(
           "AWS::ApiGatewayV2::Route",
           R"({"ApiId": "a", "RouteKey": "GET /orders", "AuthorizationType": "AWS_IAM"})"
       );
     }},
    {"OpenCorsRisk",
     [] {
       return with(
           "AWS::ApiGatewayV2::Api",
           R"({"Name": "a", "ProtocolType": "HTTP", "CorsConfiguration": {"AllowOrigins": ["*"]}})"
       );
     },
     [] { return with("AWS::ApiGatewayV2::Api", R"({"Name": "a", "ProtocolType": "HTTP"})"); }},
    {"NoThrottleRisk",
     [] { return with("AWS::ApiGatewayV2::Stage", R"({"ApiId": "a", "StageName": "s"})"); },
     [] {
       return with(
           "AWS::ApiGatewayV2::Stage",
           R"({"ApiId": "a", "StageName": "s", "DefaultRouteSettings": {"ThrottlingRateLimit": 5}})"
       );
     }},

    // Policies
    {"AdministratorGrantRisk", [] { return with_policy(R"("Action": "*", "Resource": "*")"); },
     [] { return with_policy(R"("Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*")"); }},
    {"WildcardGrantRisk",
     [] {
       return with_policy(R"("Action": "DynamoDB:*", "Resource": "arn:aws:dynamodb:::table/t")");
     },
     [] { return with_policy(R"("Action": "cloudwatch:PutMetricData", "Resource": "*")"); }},
    {"ManagedPolicyRisk",
     [] {
       return with(
           "AWS::IAM::Group",
           R"({"ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]})"
       );
     },
     [] {
       return with(
           "AWS::IAM::Group",
           R"({"ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]})"
       );
     }},
    {"OpenTrustRisk", [] { return with_trust(R"("Principal": {"AWS": "*"})"); },
     [] { return with_trust(R"("Principal": {"Service": "lambda.amazonaws.com"})"); }},
    {"PublicPolicyRisk", [] { return with_queue_policy(""); },
     [] {
       return with_queue_policy(
           R"(, "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}})"
       );
     }},
    {"ConfusedDeputyRisk",
     [] {
       return with(
           "AWS::Lambda::Permission", R"({"FunctionName": "f", "Action": "lambda:InvokeFunction",)"
                                      R"( "Principal": "s3.amazonaws.com"})"
       );
     },
     [] {
       return with(
           "AWS::Lambda::Permission", R"({"FunctionName": "f", "Action": "lambda:InvokeFunction",)"
                                      R"( "Principal": "s3.amazonaws.com",)"
                                      R"( "SourceAccount": "111122223333"})"
       );
     }},

    // Protection
    {"DataLossRisk", with_tables<false>, with_tables<true>},
    {"DeletionProtectionRisk", with_kept_table<false>, with_kept_table<true>},
    {"NoBackupRisk", with_tables<false>, with_tables<true>},
    {"UnencryptedRisk", [] { return with("AWS::Kinesis::Stream", R"({"ShardCount": 1})"); },
     [] {
       return with(
           "AWS::Kinesis::Stream",
           R"({"StreamEncryption": {"EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"}})"
       );
     }},
    {"OpenNetworkRisk",
     [] {
       return with(
           "AWS::EC2::SecurityGroupIngress",
           R"({"GroupId": "g", "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,)"
           R"( "CidrIp": "0.0.0.0/0"})"
       );
     },
     [] {
       return with(
           "AWS::EC2::SecurityGroupIngress",
           R"({"GroupId": "g", "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,)"
           R"( "CidrIp": "0.0.0.0/0"})"
       );
     }},
};

class CheckRules : public ::testing::TestWithParam<Case> {};

TEST_P(CheckRules, FindTheFaultAlone) {
  const Case& one = GetParam();
  const auto faulty = found(one.faulty());
  const auto good = found(one.good());
  EXPECT_THAT(faulty, Contains(one.id));
  EXPECT_THAT(good, Not(Contains(one.id)));
  // Else the rules wouldn't have been asked.
  EXPECT_THAT(faulty, Each(Not(EndsWith("Error"))));
  EXPECT_THAT(good, Each(Not(EndsWith("Error"))));
}

INSTANTIATE_TEST_SUITE_P(All, CheckRules, ::testing::ValuesIn(cases), [](const auto& one) {
  return std::string(one.param.id);
});

TEST(CheckRuleCases, AreThereForEveryRule) {
  std::set<std::string> expected;
  for (const auto& kind : check::kinds())
    if (kind.limit == nullptr) expected.emplace(kind.id);
  std::set<std::string> tested;
  for (const Case& one : cases)
    tested.emplace(one.id);
  EXPECT_EQ(tested, expected);
}

}  // namespace
}  // namespace amplify
