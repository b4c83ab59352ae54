// SPDX-License-Identifier: Apache-2.0
// Each limit is told near and past it, and not far from it.
#include <amplify/backend.hpp>

#include "support.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

#include <unistd.h>

namespace amplify {
namespace {

using amplify::testing::Extended;
using amplify::testing::found;
using amplify::testing::with;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

/// `[element 0, element 1, …]`, with the number in place of `#`.
std::string list(std::size_t count, const std::string& element) {
  std::string text = "[";
  for (std::size_t i = 0; i < count; ++i) {
    std::string each = element;
    if (const auto at = each.find('#'); at != each.npos) each.replace(at, 1, std::to_string(i));
    text += (i == 0 ? "" : ", ") + each;
  }
  return text + "]";
}

/// `{"k0": "v", …}`
std::string members(std::size_t count) {
  std::string text = "{";
  for (std::size_t i = 0; i < count; ++i)
    text += fmt::format("{}\"k{}\": \"v\"", i == 0 ? "" : ", ", i);
  return text + "}";
}

std::string letters(std::size_t count) { return std::string(count, 'x'); }

struct Case {
  const char* id;
  /// A backend with so much of it.
  Backend (*with)(std::size_t amount);
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.id; }

/// Many resources that all name one.
Backend members_of(
    std::string_view owner, std::string_view owner_properties, std::string_view type,
    std::string_view properties, const char* reference, std::size_t count
) {
  Extended extended;
  const auto of = extended.add("Owner", owner, owner_properties);
  for (std::size_t i = 0; i < count; ++i) {
    std::string text(properties);
    if (const auto at = text.find('#'); at != text.npos) text.replace(at, 1, std::to_string(i));
    extended.add(fmt::format("Member{}", i), type, text).setProperty(reference, of.ref());
  }
  return extended.take();
}

std::string key(const char* more) {
  return fmt::format(
      R"("AttributeDefinitions": [{{"AttributeName": "k", "AttributeType": "S"}}], "KeySchema": )"
      R"([{{"AttributeName": "k", "KeyType": "HASH"}}]{})",
      more
  );
}

std::string index_with(const std::string& projection) {
  return fmt::format(
      R"({{"IndexName": "i#", "KeySchema": [{{"AttributeName": "k", "KeyType": "HASH"}}], )"
      R"("Projection": {{{}}}}})",
      projection
  );
}

Backend with_table(const std::string& indexes) {
  return with("AWS::DynamoDB::Table", "{" + key(", ") + indexes + "}");
}

Backend with_policy(std::string_view type, std::size_t size) {
  const auto document = fmt::format(
      R"({{"Statement": [{{"Effect": "Allow", "Action": "s3:GetObject", "Resource": )"
      R"("arn:aws:s3:::b/{}"}}]}})",
      letters(size)
  );
  if (type == "AWS::IAM::Role") {
    return with(
        type, R"({"AssumeRolePolicyDocument": {}, "Policies": [{"PolicyName": "p", )"
              R"("PolicyDocument": )" +
                  document + "}]}"
    );
  }
  const std::string target = type == "AWS::S3::BucketPolicy"   ? R"("Bucket": "b", )"
                             : type == "AWS::SQS::QueuePolicy" ? R"("Queues": ["q"], )"
                                                               : "";
  return with(type, "{" + target + R"("PolicyDocument": )" + document + "}");
}

Backend with_function(const std::string& more) {
  return with(
      "AWS::Lambda::Function",
      R"({"Runtime": "nodejs22.x", "Handler": "index.handler", "Role": "arn:aws:iam::111122223333:role/r")" +
          more + "}"
  );
}

const Case cases[] = {
    {"StackResourcesLimit",
     [](std::size_t amount) {
       Extended extended;
       for (std::size_t i = 0; i < amount; ++i)
         extended.add(fmt::format("Queue{}", i), "AWS::SQS::Queue", "{}");
       return extended.take();
     }},
    {"StackParametersLimit",
     [](std::size_t amount) {
       Extended extended;
       for (std::size_t i = 0; i < amount; ++i)
         cdk::Parameter(extended.stack, fmt::format("P{}", i), {.defaultValue = "x"});
       extended.add("Queue", "AWS::SQS::Queue", "{}");
       return extended.take();
     }},
    {"StackOutputsLimit",
     [](std::size_t amount) {
       Extended extended;
       for (std::size_t i = 0; i < amount; ++i)
         cdk::Output(extended.stack, fmt::format("O{}", i), {.value = "x"});
       extended.add("Queue", "AWS::SQS::Queue", "{}");
       return extended.take();
     }},
    {"StackMappingsLimit",
     [](std::size_t amount) {
       Extended extended;
       for (std::size_t i = 0; i < amount; ++i)
         cdk::Mapping(
             extended.stack, fmt::format("M{}", i), cdk::Json::parse(R"({"a": {"b": "c"}})")
         );
       extended.add("Queue", "AWS::SQS::Queue", "{}");
       return extended.take();
     }},
    {"TemplateSizeLimit",
     [](std::size_t amount) {
       Extended extended;
       extended.add("Queue", "AWS::SQS::Queue", "{}")
           .addMetadata("long", cdk::Json(cdk::Str(letters(amount))));
       return extended.take();
     }},
    {"OperationLimit",
     [](std::size_t amount) {
       Extended extended;
       constexpr std::size_t in_each = 390;
       for (std::size_t i = 0; i < amount; i += in_each) {
         const auto stack = extended.backend.createStack(fmt::format("part{}", i));
         for (std::size_t j = i; j < std::min(amount, i + in_each); ++j)
           cdk::Resource(stack, fmt::format("Queue{}", j), "AWS::SQS::Queue");
       }
       return extended.take();
     }},
    {"TableIndexesLimit",
     [](std::size_t amount) {
       return with_table(
           R"("GlobalSecondaryIndexes": )" + list(amount, index_with(R"("ProjectionType": "ALL")"))
       );
     }},
    {"LocalIndexesLimit",
     [](std::size_t amount) {
       return with_table(
           R"("LocalSecondaryIndexes": )" + list(amount, index_with(R"("ProjectionType": "ALL")"))
       );
     }},
    {"ProjectedAttributesLimit",
     [](std::size_t amount) {
       const auto projected = fmt::format(
           R"("ProjectionType": "INCLUDE", "NonKeyAttributes": {})", list(amount / 5, R"("a#")")
       );
       return with_table(R"("GlobalSecondaryIndexes": )" + list(5, index_with(projected)));
     }},
    {"ResolverSizeLimit",
     [](std::size_t amount) {
       return with(
           "AWS::AppSync::Resolver",
           fmt::format(
               R"({{"ApiId": "a", "TypeName": "Query", "FieldName": "f", "Code": "{}"}})",
               letters(amount)
           )
       );
     }},
    {"PipelineLimit",
     [](std::size_t amount) {
       return with(
           "AWS::AppSync::Resolver",
           R"({"ApiId": "a", "TypeName": "Query", "FieldName": "f", "Kind": "PIPELINE", )"
           R"("PipelineConfig": {"Functions": )" +
               list(amount, R"("f#")") + "}}"
       );
     }},
    {"SchemaSizeLimit",
     [](std::size_t amount) {
       return with(
           "AWS::AppSync::GraphQLSchema",
           fmt::format(R"({{"ApiId": "a", "Definition": "{}"}})", letters(amount))
       );
     }},
    {"ApiVariablesLimit",
     [](std::size_t amount) {
       return with(
           "AWS::AppSync::GraphQLApi", R"({"Name": "a", "AuthenticationType": "AWS_IAM", )"
                                       R"("EnvironmentVariables": )" +
                                           members(amount) + "}"
       );
     }},
    {"RolePoliciesSizeLimit",
     [](std::size_t amount) { return with_policy("AWS::IAM::Role", amount); }},
    {"ManagedPolicySizeLimit",
     [](std::size_t amount) { return with_policy("AWS::IAM::ManagedPolicy", amount); }},
    {"AttachedPoliciesLimit",
     [](std::size_t amount) {
       return with(
           "AWS::IAM::Role", R"({"AssumeRolePolicyDocument": {}, "ManagedPolicyArns": )" +
                                 list(amount, R"("arn:aws:iam::aws:policy/P#")") + "}"
       );
     }},
    {"TrustPolicySizeLimit",
     [](std::size_t amount) {
       return with(
           "AWS::IAM::Role",
           fmt::format(
               R"({{"AssumeRolePolicyDocument": {{"Statement": [{{"Sid": "{}"}}]}}}})",
               letters(amount)
           )
       );
     }},
    {"BucketPolicySizeLimit",
     [](std::size_t amount) { return with_policy("AWS::S3::BucketPolicy", amount); }},
    {"QueuePolicySizeLimit",
     [](std::size_t amount) { return with_policy("AWS::SQS::QueuePolicy", amount); }},
    {"FunctionPolicySizeLimit",
     [](std::size_t amount) {
       return members_of(
           "AWS::Lambda::Function",
           R"({"Code": {"ZipFile": "x"}, "Runtime": "nodejs22.x", "Handler": "index.handler", )"
           R"("Role": "arn:aws:iam::111122223333:role/r"})",
           "AWS::Lambda::Permission",
           R"({"Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com", )"
           R"("SourceAccount": "111122223333"})",
           "FunctionName", amount / 300
       );
     }},
    {"EnvironmentSizeLimit",
     [](std::size_t amount) {
       return with_function(fmt::format(
           R"(, "Code": {{"ZipFile": "x"}}, "Environment": {{"Variables": {{"A": "{}"}}}})",
           letters(amount)
       ));
     }},
    {"LayersLimit",
     [](std::size_t amount) {
       return with_function(
           R"(, "Code": {"ZipFile": "x"}, "Layers": )" +
           list(amount, R"("arn:aws:lambda:us-east-1:123456789012:layer:l:#")")
       );
     }},
    {"CustomAttributesLimit",
     [](std::size_t amount) {
       return with(
           "AWS::Cognito::UserPool",
           R"({"Schema": )" + list(amount, R"({"Name": "a#", "AttributeDataType": "String"})") + "}"
       );
     }},
    {"CallbackUrlsLimit",
     [](std::size_t amount) {
       return with(
           "AWS::Cognito::UserPoolClient", R"({"UserPoolId": "p", "CallbackURLs": )" +
                                               list(amount, R"("https://example.com/#")") + "}"
       );
     }},
    {"RoleMappingsLimit",
     [](std::size_t amount) {
       return with(
           "AWS::Cognito::IdentityPoolRoleAttachment",
           R"({"IdentityPoolId": "p", "RoleMappings": {"m": {"Type": "Rules", )"
           R"("RulesConfiguration": {"Rules": )" +
               list(
                   amount, R"({"Claim": "c", "MatchType": "Equals", "RoleARN": "r", "Value": "#"})"
               ) +
               "}}}}"
       );
     }},
    {"RoutesLimit",
     [](std::size_t amount) {
       return members_of(
           "AWS::ApiGatewayV2::Api", R"({"Name": "a", "ProtocolType": "HTTP"})",
           "AWS::ApiGatewayV2::Route", R"({"RouteKey": "GET /r#"})", "ApiId", amount
       );
     }},
    {"RestResourcesLimit",
     [](std::size_t amount) {
       return members_of(
           "AWS::ApiGateway::RestApi", R"({"Name": "a"})", "AWS::ApiGateway::Resource",
           R"({"ParentId": "p", "PathPart": "r#"})", "RestApiId", amount
       );
     }},
    {"AuthorizersLimit",
     [](std::size_t amount) {
       return members_of(
           "AWS::ApiGatewayV2::Api", R"({"Name": "a", "ProtocolType": "HTTP"})",
           "AWS::ApiGatewayV2::Authorizer", R"({"Name": "a#", "AuthorizerType": "JWT"})", "ApiId",
           amount
       );
     }},
    {"ParameterSizeLimit",
     [](std::size_t amount) {
       return with(
           "AWS::SSM::Parameter",
           fmt::format(R"({{"Type": "String", "Value": "{}"}})", letters(amount))
       );
     }},
    {"LifecycleRulesLimit",
     [](std::size_t amount) {
       return with(
           "AWS::S3::Bucket", R"({"LifecycleConfiguration": {"Rules": )" +
                                  list(amount, R"({"Status": "Enabled", "Prefix": "p#"})") + "}}"
       );
     }},
    {"CorsRulesLimit",
     [](std::size_t amount) {
       return with(
           "AWS::S3::Bucket",
           R"({"CorsConfiguration": {"CorsRules": )" +
               list(amount, R"({"AllowedMethods": ["GET"], "AllowedOrigins": ["https://#.com"]})") +
               "}}"
       );
     }},
    {"RuleTargetsLimit",
     [](std::size_t amount) {
       return with(
           "AWS::Events::Rule", R"({"EventPattern": {"source": ["app"]}, "Targets": )" +
                                    list(amount, R"({"Id": "t#", "Arn": "arn:aws:sqs:::q"})") + "}"
       );
     }},
};

const check::Limit& limit(const char* id) { return *check::find_kind(id)->limit; }

class CheckLimits : public ::testing::TestWithParam<Case> {};

TEST_P(CheckLimits, AreToldNear) {
  const Case& one = GetParam();
  const auto most = limit(one.id).most;
  const auto near = std::max(most * 9 / 10, most * 4 / 5 + 1);
  EXPECT_THAT(found(one.with(near)), Contains(one.id));
  EXPECT_THAT(found(one.with(most / 2)), Not(Contains(one.id)));
}

INSTANTIATE_TEST_SUITE_P(All, CheckLimits, ::testing::ValuesIn(cases), [](const auto& one) {
  return std::string(one.param.id);
});

TEST(CheckLimit, PastIsAnError) {
  const auto result = check::check(
      with(
          "AWS::S3::Bucket",
          R"({"CorsConfiguration": {"CorsRules": )" +
              list(101, R"({"AllowedMethods": ["GET"], "AllowedOrigins": ["https://#.com"]})") +
              "}}"
      ),
      {}
  );
  const auto finding = std::ranges::find(result.findings, "CorsRulesLimit", &cdk::Finding::id);
  ASSERT_NE(finding, result.findings.end());
  EXPECT_EQ(finding->severity, cdk::Severity::error);
  EXPECT_EQ(finding->message, "101 of 100 CORS rules of a bucket");
  EXPECT_EQ(result.limits.front().limit, &limit("CorsRulesLimit"));
  EXPECT_EQ(result.limits.front().used, 101u);
}

/// What grants in other stacks attach to a role counts for it.
TEST(CheckLimit, PoliciesOfARoleAddUpOverStacks) {
  Extended extended;
  const auto role = extended.add("Role", "AWS::IAM::Role", R"({"AssumeRolePolicyDocument": {}})");
  for (const char* name : {"one", "two"}) {
    cdk::Resource policy(
        extended.backend.createStack(name), "Policy", "AWS::IAM::Policy",
        cdk::Json::parse(fmt::format(
            R"({{"PolicyName": "p", "PolicyDocument": {{"Statement": [{{"Sid": "{}"}}]}}}})",
            letters(4'500)
        ))
    );
    policy.setProperty("Roles", cdk::Json::array({role.ref()}));
  }
  EXPECT_THAT(found(extended.take()), Contains("RolePoliciesSizeLimit"));
}

TEST(CheckLimit, CodeCountsUnzipped) {
  const auto directory =
      std::filesystem::path(::testing::TempDir()) / fmt::format("amplify_check_test{}", ::getpid());
  std::filesystem::create_directories(directory);
  std::ofstream(directory / "index.js") << letters(1'000);
  std::ofstream(directory / "other.js") << letters(500);
  const auto work = defineFunction({
      .name = "work",
      .runtime = "nodejs22.x",
      .code = Code::fromAsset(directory.string()),
      .handler = "index.handler",
  });
  const auto result = check::check(defineBackend(work), {});
  std::filesystem::remove_all(directory);
  const auto code = std::ranges::find_if(result.limits, [](const auto& each) {
    return each.limit->id == "FunctionCodeSizeLimit";
  });
  ASSERT_NE(code, result.limits.end());
  EXPECT_EQ(code->used, 1'500u);
}

TEST(CheckLimitCases, AreThereForEveryLimit) {
  std::set<std::string> missing;
  for (const auto& each : check::limits())
    missing.emplace(each.id);
  for (const Case& one : cases)
    missing.erase(one.id);
  missing.erase("FunctionCodeSizeLimit");  // too many bytes for a test
  EXPECT_THAT(missing, IsEmpty());
}

}  // namespace
}  // namespace amplify
