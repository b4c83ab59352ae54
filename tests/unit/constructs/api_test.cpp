// SPDX-License-Identifier: Apache-2.0
// HTTP and REST APIs in front of functions.
#include <amplify/cdk/apigateway.hpp>

#include "support.hpp"

namespace amplify::cdk::apigateway {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class Apis : public Constructs {
 protected:
  static lambda::Function make_handler(const Stack& stack) {
    return {
        stack,
        "Handler",
        {.runtime = "nodejs22.x",
         .handler = "index.handler",
         .code = lambda::Code::fromInline("exports.handler = async () => {};")}
    };
  }
  lambda::Function handler = make_handler(stack);

  std::vector<json> all(std::string_view type) const {
    std::vector<json> found;
    const json whole = template_now();
    for (const auto& resource : whole["Resources"]) {
      if (resource["Type"] == type) found.push_back(resource["Properties"]);
    }
    return found;
  }
  std::string deployment() const {
    const json whole = template_now();
    for (const auto& [id, resource] : whole["Resources"].items()) {
      if (resource["Type"] == "AWS::ApiGateway::Deployment") return id;
    }
    return {};
  }
};

class HttpApis : public Apis {};
class RestApis : public Apis {};

TEST_F(HttpApis, have_one_integration_and_permission_a_function) {
  const HttpApi api(stack, "Api");
  api.addRoute({.path = "/a", .methods = {HttpMethod::get}, .function = handler});
  api.addRoute({.path = "/b", .methods = {HttpMethod::get, HttpMethod::put}, .function = handler});
  EXPECT_THAT(all("AWS::ApiGatewayV2::Route"), SizeIs(3));
  EXPECT_THAT(all("AWS::ApiGatewayV2::Integration"), SizeIs(1));
  EXPECT_THAT(all("AWS::Lambda::Permission"), SizeIs(1));
}

TEST_F(HttpApis, send_what_no_route_takes_to_the_route_without_a_path) {
  const HttpApi api(stack, "Api");
  api.addRoute({.function = handler});
  EXPECT_EQ(properties("AWS::ApiGatewayV2::Route")["RouteKey"], "$default");
}

TEST_F(HttpApis, let_everyone_in_unless_an_authorizer_is_set) {
  const HttpApi api(stack, "Api", {.defaultAuthorizer = HttpAuthorizer::iam()});
  api.addRoute({.path = "/a", .function = handler});
  EXPECT_EQ(properties("AWS::ApiGatewayV2::Route")["AuthorizationType"], "AWS_IAM");
  const HttpApi open(stack, "Open");
  open.addRoute({.path = "/a", .function = handler});
  EXPECT_EQ(all("AWS::ApiGatewayV2::Route")[1]["AuthorizationType"], "NONE");
}

TEST_F(HttpApis, make_an_authorizer_once) {
  const HttpApi api(
      stack, "Api", {.defaultAuthorizer = HttpAuthorizer::function("Doorman", handler)}
  );
  api.addRoute({.path = "/a", .function = handler});
  api.addRoute({.path = "/b", .function = handler});
  const auto authorizers = all("AWS::ApiGatewayV2::Authorizer");
  ASSERT_THAT(authorizers, SizeIs(1));
  EXPECT_EQ(authorizers[0]["AuthorizerResultTtlInSeconds"], 300);
  EXPECT_EQ(authorizers[0]["EnableSimpleResponses"], true);
}

TEST_F(HttpApis, refuse_a_route_that_is_there_already) {
  const HttpApi api(stack, "Api");
  api.addRoute({.path = "/a", .function = handler});
  api.addRoute({.path = "/a", .function = handler});
  expect_error(app, "InvalidRouteError", "S/Api");
}

TEST_F(HttpApis, refuse_paths_that_cannot_be) {
  for (const char* path : {"a", "/a//b", "/{a", "/{}", "/{a+}/b", "/a b", "/{a}/{a}", "/a/"}) {
    App other;
    const Stack there(other, "S");
    const HttpApi api(there, "Api");
    api.addRoute({.path = path, .function = handler});
    expect_error(other, "InvalidRouteError", "S/Api");
  }
}

TEST_F(HttpApis, refuse_origins_that_cannot_be) {
  for (const Cors& cors : {
           Cors{.allowOrigins = {"example.com"}},
           Cors{.allowOrigins = {"https://example.com/"}},
           Cors{.allowOrigins = {"*", "https://example.com"}},
           Cors{.allowOrigins = {"*"}, .allowCredentials = true},
       }) {
    App other;
    const Stack there(other, "S");
    const HttpApi api(there, "Api", {.cors = cors});
    expect_error(other, "InvalidApiError", "S/Api");
  }
}

TEST_F(HttpApis, refuse_to_have_no_way_in) {
  const HttpApi api(stack, "Api", {.disableExecuteApiEndpoint = true});
  expect_error(app, "InvalidApiError", "S/Api");
}

TEST_F(HttpApis, refuse_a_domain_without_a_certificate) {
  const HttpApi api(stack, "Api", {.domain = {.domainName = "api.example.com"}});
  expect_error(app, "InvalidApiError", "S/Api");
}

TEST_F(HttpApis, are_called_by_their_domain) {
  const HttpApi
      api(stack, "Api",
          {.domain = {
               .domainName = "api.example.com",
               .certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/c",
               .hostedZoneId = "Z1",
           }});
  Resource shown(stack, "Shown", "Test::Url", Json::object({{"Url", api.url()}}));
  EXPECT_EQ(properties(shown)["Url"], "https://api.example.com");
  EXPECT_THAT(all("AWS::Route53::RecordSet"), SizeIs(2));
}

TEST_F(RestApis, make_every_part_of_a_path_once) {
  const RestApi api(stack, "Api");
  api.addMethod({.path = "/a/{id}", .methods = {HttpMethod::get}, .function = handler});
  api.addMethod({.path = "/a/{id}", .methods = {HttpMethod::put}, .function = handler});
  api.addMethod({.path = "/a/all", .function = handler});
  api.addMethod({.function = handler});
  EXPECT_THAT(all("AWS::ApiGateway::Resource"), SizeIs(3));
  EXPECT_THAT(all("AWS::ApiGateway::Method"), SizeIs(4));
}

TEST_F(RestApis, deploy_anew_when_a_method_changes) {
  const RestApi api(stack, "Api");
  api.addMethod({.path = "/a", .function = handler});
  const auto before = deployment();
  api.addMethod({.path = "/b", .function = handler});
  EXPECT_NE(deployment(), before);
}

TEST_F(RestApis, deploy_the_same_whatever_the_order_of_methods) {
  const RestApi api(stack, "Api");
  api.addMethod({.path = "/a", .function = handler});
  api.addMethod({.path = "/b", .function = handler});
  const auto forth = deployment();
  App other;
  const Stack there(other, "S");
  const auto its_handler = make_handler(there);
  const RestApi back(there, "Api");
  back.addMethod({.path = "/b", .function = its_handler});
  back.addMethod({.path = "/a", .function = its_handler});
  EXPECT_TRUE(template_of(other, "S")["Resources"].contains(forth));
}

TEST_F(RestApis, answer_browsers_that_ask_first) {
  const RestApi api(
      stack, "Api", {.cors = {.allowOrigins = {"https://a.example", "https://b.example"}}}
  );
  api.addMethod({.path = "/a", .methods = {HttpMethod::get}, .function = handler});
  api.addMethod({.path = "/own", .methods = {HttpMethod::options}, .function = handler});
  api.addMethod({.path = "/{all+}", .function = handler, .authorizer = RestAuthorizer::iam()});
  const auto methods = all("AWS::ApiGateway::Method");
  std::vector<json> answers;
  for (const auto& method : methods) {
    if (method["HttpMethod"] != "OPTIONS") continue;
    EXPECT_EQ(method["AuthorizationType"], "NONE");
    if (method["Integration"]["Type"] == "MOCK") answers.push_back(method["Integration"]);
  }
  ASSERT_THAT(answers, SizeIs(2));
  const std::string velocity =
      answers[0]["IntegrationResponses"][0]["ResponseTemplates"]["application/json"];
  EXPECT_NE(velocity.find("https://b.example"), velocity.npos);
  EXPECT_THAT(all("AWS::ApiGateway::GatewayResponse"), SizeIs(2));
}

TEST_F(RestApis, make_a_key_when_a_method_wants_one) {
  const RestApi api(stack, "Api", {.apiKeyThrottle = {.rateLimit = 5}});
  EXPECT_FALSE(api.apiKey());
  api.addMethod({.path = "/a", .function = handler, .authorizer = RestAuthorizer::apiKey()});
  api.addMethod({.path = "/b", .function = handler, .authorizer = RestAuthorizer::apiKey()});
  EXPECT_TRUE(api.apiKey());
  EXPECT_THAT(all("AWS::ApiGateway::ApiKey"), SizeIs(1));
  EXPECT_EQ(properties("AWS::ApiGateway::UsagePlan")["Throttle"]["RateLimit"], 5);
  EXPECT_EQ(all("AWS::ApiGateway::Method")[0]["ApiKeyRequired"], true);
}

TEST_F(RestApis, take_access_tokens_when_scopes_are_given) {
  const RestApi api(stack, "Api");
  api.addMethod(
      {.function = handler,
       .authorizer = RestAuthorizer::userPool("Users", "arn:aws:cognito-idp:::userpool/p", {"read"})
      }
  );
  EXPECT_THAT(properties("AWS::ApiGateway::Method")["AuthorizationScopes"], ElementsAre("read"));
}

TEST_F(RestApis, refuse_a_method_that_is_there_already) {
  const RestApi api(stack, "Api");
  api.addMethod({.path = "/a", .function = handler});
  api.addMethod({.path = "/a", .function = handler});
  expect_error(app, "InvalidRouteError", "S/Api");
}

TEST_F(RestApis, write_access_logs_by_a_role_that_stays) {
  const RestApi api(stack, "Api", {.accessLogs = {.enabled = true}});
  api.addMethod({.function = handler});
  int accounts = 0;
  const json whole = template_now();
  for (const auto& resource : whole["Resources"]) {
    if (resource["Type"] != "AWS::ApiGateway::Account") continue;
    ++accounts;
    EXPECT_EQ(resource["DeletionPolicy"], "Retain");
  }
  EXPECT_EQ(accounts, 1);
  EXPECT_TRUE(properties("AWS::ApiGateway::Stage").contains("AccessLogSetting"));
}

TEST_F(RestApis, name_methods_for_iam_without_parameters) {
  const RestApi api(stack, "Api", {.stageName = "v1"});
  api.grantInvoke(role, HttpMethod::get, "/orders/{id}");
  const std::string text = properties("AWS::IAM::Policy").dump();
  EXPECT_NE(text.find("/v1/GET/orders/*"), text.npos);
}

}  // namespace
}  // namespace amplify::cdk::apigateway
