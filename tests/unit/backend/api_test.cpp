// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>
#include <amplify/testing.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace amplify {
namespace {

using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

FunctionProps ready(const char* name) {
  return {
      .name = atRuntime(name),
      .runtime = "python3.13",
      .code = Code::fromBucket("bucket", "code.zip"),
      .handler = "index.handler",
  };
}

const auto auth = defineAuth({.loginWith = {.email = true}, .groups = {"ADMINS"}});
const auto getOrder = defineFunction(ready("get-order"));
const auto addOrder = defineFunction(ready("add-order"));
const auto report = defineFunction(ready("report"));
const auto guard = defineFunction(ready("guard"));

const auto http = defineHttpApi({
    .name = "myOrders",
    .routes =
        {
            {"GET /orders/{id}", getOrder, {allow.guest(), allow.authenticated()}},
            {"POST|PUT /orders", addOrder, {allow.group("ADMINS"), allow.resource(report)}},
            {"GET /mine", getOrder, {}, ApiAuthorizer::userPool()},
            {"GET /guarded", getOrder, {}, ApiAuthorizer::function(guard, 60)},
            {.route = "$default", .handler = getOrder, .authorizer = ApiAuthorizer::none()},
        },
    .cors = {.allowOrigins = {"https://example.com"}},
    .throttle = {.rateLimit = 10, .burstLimit = 20},
    .accessLogs = {.enabled = true},
});
const auto rest = defineRestApi({
    .name = "shop",
    .routes =
        {
            {"GET /items/{id}", getOrder, {allow.authenticated()}},
            {"POST /items", addOrder, {}, RestApiAuthorizer::apiKey()},
            {"GET /mine", getOrder, {}, ApiAuthorizer::userPool()},
            {"GET /scoped", getOrder, {}, RestApiAuthorizer::userPool({"shop/read"})},
            {"GET /guarded", getOrder, {}, ApiAuthorizer::function(guard)},
        },
    .stageName = "v1",
});

/// The properties of a route or method.
json route(const json& stack, std::string_view key) {
  for (const json& each : resources(stack, "AWS::ApiGatewayV2::Route"))
    if (each["Properties"]["RouteKey"] == key) return each["Properties"];
  return {};
}

/// What the role whose reference has `role` in it may call.
std::string granted(const json& stack, std::string_view role) {
  std::string text;
  for (const auto& policy : resources(stack, "AWS::IAM::Policy")) {
    if (policy["Properties"]["Roles"].dump().find(role) != std::string::npos)
      text += policy["Properties"]["PolicyDocument"]["Statement"].dump();
  }
  return text;
}

TEST(BackendApi, RoutesByMethodAndPath) {
  const auto assembly = defineBackend(auth, http).synth();
  const json stack = stack_template(assembly, "api");
  EXPECT_THAT(stack["Description"].get<std::string>(), HasSubstr(R"("custom")"));
  const auto api = resources(stack, "AWS::ApiGatewayV2::Api");
  ASSERT_THAT(api, SizeIs(1));
  EXPECT_EQ(api[0]["Properties"]["Name"], "myOrders");
  std::vector<std::string> keys;
  for (const auto& each : resources(stack, "AWS::ApiGatewayV2::Route"))
    keys.push_back(each["Properties"]["RouteKey"]);
  EXPECT_THAT(
      keys,
      UnorderedElementsAre(
          "GET /orders/{id}", "POST /orders", "PUT /orders", "GET /mine", "GET /guarded", "$default"
      )
  );
  // Functions that only the API calls stand beside it.
  EXPECT_THAT(json(resources(stack, "AWS::Lambda::Function")).dump(), HasSubstr("get-order"));
}

TEST(BackendApi, HasTheAuthorizerOfEachRoute) {
  const json stack = stack_template(defineBackend(auth, http).synth(), "api");
  EXPECT_EQ(route(stack, "GET /orders/{id}")["AuthorizationType"], "AWS_IAM");
  EXPECT_EQ(route(stack, "POST /orders")["AuthorizationType"], "AWS_IAM");
  EXPECT_EQ(route(stack, "GET /mine")["AuthorizationType"], "JWT");
  EXPECT_EQ(route(stack, "GET /guarded")["AuthorizationType"], "CUSTOM");
  EXPECT_EQ(route(stack, "$default")["AuthorizationType"], "NONE");
  const auto text = json(resources(stack, "AWS::ApiGatewayV2::Authorizer")).dump();
  EXPECT_THAT(text, HasSubstr(R"("AuthorizerResultTtlInSeconds":60)"));
  EXPECT_THAT(text, HasSubstr("UserPoolAppClient"));
}

TEST(BackendApi, HasTheAuthorizersOfARestApi) {
  const json stack = stack_template(defineBackend(auth, rest).synth(), "api");
  std::vector<std::string> seen;
  for (const auto& each : resources(stack, "AWS::ApiGateway::Method")) {
    const auto& props = each["Properties"];
    seen.push_back(
        props["AuthorizationType"].get<std::string>() +
        (props.contains("ApiKeyRequired") ? " key" : "") +
        (props.contains("AuthorizationScopes") ? " " + props["AuthorizationScopes"].dump() : "")
    );
  }
  EXPECT_THAT(
      seen, UnorderedElementsAre(
                "AWS_IAM", "NONE key", "COGNITO_USER_POOLS", R"(COGNITO_USER_POOLS ["shop/read"])",
                "CUSTOM"
            )
  );
  EXPECT_THAT(resources(stack, "AWS::ApiGateway::ApiKey"), SizeIs(1));
  EXPECT_EQ(resources(stack, "AWS::ApiGateway::Stage")[0]["Properties"]["StageName"], "v1");
}

TEST(BackendApi, GrantsWhatTheRulesOfRoutesSay) {
  const auto assembly = defineBackend(auth, http, report).synth();
  const json stack = stack_template(assembly, "api");
  const auto guests = granted(stack, "unauthenticated");
  EXPECT_THAT(guests, AllOf(HasSubstr("execute-api:Invoke"), HasSubstr("/GET/orders/*")));
  EXPECT_THAT(guests, Not(HasSubstr("/POST/orders")));
  EXPECT_EQ(granted(stack, "authenticatedUser").find("POST"), std::string::npos);
  EXPECT_THAT(granted(stack, "ADMINS"), AllOf(HasSubstr("/POST/orders"), HasSubstr("/PUT/orders")));
  const json function = stack_template(assembly, "function");
  EXPECT_THAT(granted(function, "report"), HasSubstr("/POST/orders"));
  EXPECT_THAT(function.dump(), HasSubstr("MY_ORDERS_API_ENDPOINT"));
}

TEST(BackendApi, TellsClientsOfEndpoints) {
  const json root = stack_template(defineBackend(auth, http, rest).synth(), "backend");
  EXPECT_EQ(root["Metadata"]["AWS::Amplify::Custom"]["stackOutputs"], json({"customOutputs"}));
  const auto text = root["Outputs"]["customOutputs"]["Value"].dump();
  for (const auto* const part :
       {R"(\"API\":{)", R"(\"myOrders\":{)", R"(\"apiName\":\"shop\")", R"(\"region\":)"})
    EXPECT_THAT(text, HasSubstr(part));
}

TEST(BackendApi, AddsToWhatUsersTellClients) {
  const auto backend = defineBackend(auth, http);
  backend.addOutput(
      {.custom = cdk::Json::object(
           {{"API", cdk::Json::object({{"mine", cdk::Json::object({{"apiName", "mine"}})}})}}
       )}
  );
  EXPECT_THAT(faults(backend), IsEmpty());
  EXPECT_THAT(
      stack_template(backend.synth(), "backend")["Outputs"]["customOutputs"]["Value"].dump(),
      AllOf(HasSubstr("mine"), HasSubstr("myOrders"))
  );
}

TEST(BackendApi, TakesWhatTheApiSaysForRoutesThatSayNothing) {
  const auto open = defineHttpApi({
      .name = "open",
      .routes =
          {
              {"GET /a", getOrder},
              {"GET /b", getOrder, {allow.guest()}},
          },
      .defaultAuthorizer = ApiAuthorizer::none(),
  });
  const auto closed = defineHttpApi({
      .name = "closed",
      .routes = {{"GET /c", getOrder}, {"GET /d", getOrder, {}, ApiAuthorizer::none()}},
      .defaultAccess = {allow.authenticated()},
  });
  const json stack = stack_template(defineBackend(auth, open, closed).synth(), "api");
  EXPECT_EQ(route(stack, "GET /a")["AuthorizationType"], "NONE");
  EXPECT_EQ(route(stack, "GET /b")["AuthorizationType"], "AWS_IAM");
  EXPECT_EQ(route(stack, "GET /c")["AuthorizationType"], "AWS_IAM");
  EXPECT_EQ(route(stack, "GET /d")["AuthorizationType"], "NONE");
  EXPECT_THAT(granted(stack, "authenticatedUser"), HasSubstr("/GET/c"));
}

TEST(BackendApi, IsReachedByItsDefinition) {
  const auto backend = defineBackend(auth, http, rest);
  backend[http].cfnResources.api.setProperty("Description", "Orders");
  backend[rest].cfnResources.stage.setProperty("TracingEnabled", true);
  const json stack = stack_template(backend.synth(), "api");
  EXPECT_EQ(resources(stack, "AWS::ApiGatewayV2::Api")[0]["Properties"]["Description"], "Orders");
  EXPECT_EQ(resources(stack, "AWS::ApiGateway::Stage")[0]["Properties"]["TracingEnabled"], true);
  EXPECT_TRUE(backend[rest].cfnResources.apiKey.has_value());
}

TEST(BackendApi, RefusesAnApiThatTheBackendWasNotGiven) {
  const auto backend = defineBackend(auth);
  (void)backend[http];
  (void)backend[rest];
  EXPECT_THAT(
      faults(backend), Contains(Field(&Diagnostic::code, "UnknownDefinitionError")).Times(2)
  );
}

/// The faults of an API with one route, with their help.
struct Refusal {
  const char* name;
  HttpApiRoute route;
  const char* code;
  const char* help;
};
class BackendApiRefuses : public ::testing::TestWithParam<Refusal> {};

TEST_P(BackendApiRefuses, WithARemedy) {
  const auto& [name, route, code, help] = GetParam();
  const auto api = defineHttpApi({.name = "orders", .routes = {route}});
  EXPECT_THAT(
      faults(defineBackend(auth, api)),
      ElementsAre(AllOf(
          Field(&Diagnostic::code, code), Field(&Diagnostic::help, HasSubstr(help)),
          Field(&Diagnostic::where, HasSubstr("defineHttpApi \"orders\" route"))
      ))
  );
}

INSTANTIATE_TEST_SUITE_P(
    Routes, BackendApiRefuses,
    ::testing::Values(
        Refusal{
            "path",
            {atRuntime("GET orders"), getOrder, {allow.guest()}},
            "InvalidRouteError",
            "GET /orders/{id}"
        },
        Refusal{
            "method",
            {atRuntime("FETCH /orders"), getOrder, {allow.guest()}},
            "InvalidRouteError",
            "GET /orders/{id}"
        },
        Refusal{
            "handler", {"GET /orders", {}, {allow.guest()}}, "MissingHandlerError", "getOrders"
        },
        Refusal{
            "open", {"GET /orders", getOrder}, "MissingAuthorizationError", "ApiAuthorizer::none()"
        },
        Refusal{
            "twice", {"GET|GET /orders", getOrder, {allow.guest()}}, "DuplicateRouteError", "remove"
        },
        Refusal{
            "noFunction",
            {"GET /orders", getOrder, {}, ApiAuthorizer::function({})},
            "InvalidAuthorizerError",
            "ApiAuthorizer::function("
        },
        Refusal{
            "cache",
            {"GET /orders", getOrder, {}, ApiAuthorizer::function(guard, atRuntime(4000))},
            "InvalidAuthorizerError",
            "3600"
        },
        Refusal{
            "rulesWithoutIam",
            {"GET /orders", getOrder, {allow.guest()}, ApiAuthorizer::userPool()},
            "InvalidApiAccessDefinitionError",
            "take .access out"
        },
        Refusal{
            "owner",
            {"GET /orders", getOrder, {allow.owner()}},
            "InvalidApiAccessDefinitionError",
            "allow.guest()"
        },
        Refusal{
            "provider",
            {"GET /orders", getOrder, {allow.authenticated("userPools")}},
            "InvalidApiAccessDefinitionError",
            "ApiAuthorizer::userPool()"
        },
        Refusal{
            "words",
            {"GET /orders", getOrder, {allow.guest().to("get")}},
            "InvalidApiAccessDefinitionError",
            "take .to(...) out"
        },
        Refusal{
            "noGroup",
            {"GET /orders", getOrder, {allow.groups()}},
            "InvalidApiAccessDefinitionError",
            "ADMINS"
        },
        Refusal{
            "unknownGroup",
            {"GET /orders", getOrder, {allow.group("NONE")}},
            "InvalidResourceAccessConfigError",
            ".groups = {\"NONE\"}"
        }
    ),
    [](const auto& each) { return each.param.name; }
);

TEST(BackendApi, NeedsSignInForUsers) {
  const auto api = defineHttpApi({
      .name = "orders",
      .routes =
          {
              {"GET /a", getOrder, {allow.guest()}},
              {"GET /b", getOrder, {}, ApiAuthorizer::userPool()},
          },
  });
  EXPECT_THAT(
      faults(defineBackend(api)),
      Contains(AllOf(
                   Field(&Diagnostic::code, "InvalidResourceAccessConfigError"),
                   Field(&Diagnostic::help, HasSubstr("defineAuth"))
               ))
          .Times(2)
  );
}

TEST(BackendApi, TellsRoutesApartByWhatRequestsShow) {
  const auto same = defineHttpApi({
      .name = "orders",
      .routes =
          {
              {"GET /orders/{id}", getOrder, {allow.guest()}},
              {"GET /orders/{number}", getOrder, {allow.guest()}},
              {"GET /orders/{rest+}", getOrder, {allow.guest()}},
          },
  });
  EXPECT_THAT(
      faults(defineBackend(auth, same)),
      ElementsAre(AllOf(
          Field(&Diagnostic::code, "DuplicateRouteError"),
          Field(&Diagnostic::message, HasSubstr("`GET /orders/{id}` takes the same requests"))
      ))
  );
  const auto siblings = defineRestApi({
      .name = "orders",
      .routes =
          {
              {"GET /orders/{id}", getOrder, {allow.guest()}},
              {"GET /orders/{number}/lines", getOrder, {allow.guest()}},
          },
  });
  EXPECT_THAT(
      faults(defineBackend(auth, siblings)),
      ElementsAre(AllOf(
          Field(&Diagnostic::code, "InvalidRouteError"),
          Field(&Diagnostic::help, HasSubstr("write `{id}` here"))
      ))
  );
}

TEST(BackendApi, RefusesApisOfOneNameAndWithoutRoutes) {
  const auto one = defineHttpApi({.name = "orders"});
  const auto other = defineRestApi({.name = atRuntime("")});
  const auto third = defineRestApi({
      .name = "orders",
      .routes = {{"GET /a", getOrder, {allow.guest()}}},
  });
  const auto found = faults(defineBackend(auth, one, other, third));
  EXPECT_THAT(found, Contains(Field(&Diagnostic::code, "DuplicateApiNameError")).Times(1));
  EXPECT_THAT(found, Contains(Field(&Diagnostic::code, "InvalidApiError")).Times(2));
  EXPECT_THAT(found, Contains(Field(&Diagnostic::code, "InvalidResourceNameError")).Times(1));
}

TEST(BackendApi, SuitsAFunctionThatTheRestCallsToo) {
  // The trigger stands in `auth`, calls the API, and is behind one of its routes.
  const auto trigger = defineFunction(ready("trigger"));
  const auto users = defineAuth({.loginWith = {.email = true}, .triggers = {.preSignUp = trigger}});
  const auto api = defineHttpApi({
      .name = "orders",
      .routes =
          {
              {"GET /a", trigger, {allow.resource(trigger)}},
              {"GET /b", trigger, {}, ApiAuthorizer::userPool()},
          },
  });
  const auto assembly = defineBackend(users, api).synth();
  EXPECT_THAT(stack_template(assembly, "auth").dump(), HasSubstr("ORDERS_API_ENDPOINT"));
  EXPECT_THAT(granted(stack_template(assembly, "api"), "trigger"), HasSubstr("/GET/a"));
}

}  // namespace
}  // namespace amplify
