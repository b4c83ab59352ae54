// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/apigateway/rest_api.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/policy.hpp>

#include "cdk/digest.hpp"
#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/services/apigateway/support.hpp"
#include "cdk/services/support.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace amplify::cdk::apigateway {

RestAuthorizer RestAuthorizer::userPool(
    std::string_view id, Str user_pool_arn, std::vector<std::string> scopes
) {
  RestAuthorizer result(Kind::userPool, id);
  result.user_pool_arn_ = user_pool_arn;
  result.scopes_ = std::move(scopes);
  return result;
}

RestAuthorizer RestAuthorizer::function(
    std::string_view id, const lambda::Function& function, Int cache_seconds
) {
  RestAuthorizer result(Kind::function, id);
  result.function_ = function;
  result.cache_seconds_ = cache_seconds;
  return result;
}

struct RestApi::State {
  RestAuthorizer default_authorizer;
  Cors cors;
  Throttle key_throttle;
  std::string stage_name;
  std::string domain{};
  std::optional<Resource> stage{};
  std::optional<Resource> deployment{};
  std::string deployment_id{};
  std::optional<Resource> key{};
  /// `AWS::ApiGateway::Resource` ids by path; `/` is the API's own.
  std::map<std::string, Any, std::less<>> resources{};
  std::map<std::string, Any> authorizers{};
  std::set<std::string> methods{};
  /// What is deployed: a line a method, which changes with it.
  std::set<std::string> deployed{};
};

namespace {

Json throttle_settings(const Throttle& throttle) {
  if (!throttle.rateLimit.isSet() && !throttle.burstLimit.isSet()) return {};
  return Json::array({Json::object({
      {"HttpMethod", "*"},
      {"ResourcePath", "/*"},
      {"ThrottlingBurstLimit", throttle.burstLimit},
      {"ThrottlingRateLimit", throttle.rateLimit},
  })});
}

// Not `quoted`: std::quoted would be found as well.
std::string in_quotes(std::string_view text) { return fmt::format("'{}'", text); }

std::string joined(const std::vector<std::string>& list) {
  return fmt::format("{}", fmt::join(list, ","));
}

std::vector<std::string> methods_of(const Cors& cors) {
  std::vector<std::string> result;
  const bool all = cors.allowMethods.empty() ||
                   std::ranges::find(cors.allowMethods, HttpMethod::any) != cors.allowMethods.end();
  if (all) return {"OPTIONS", "GET", "PUT", "POST", "DELETE", "PATCH", "HEAD"};
  for (const auto method : cors.allowMethods)
    result.emplace_back(name(method));
  return result;
}

struct Header {
  std::string name;
  std::string value;
};

/// The answer to a browser that asks whether it may call, in API Gateway's quoted form. With
/// several origins the first; `preflight_template` names the others.
std::vector<Header> preflight_headers(const Cors& cors) {
  std::vector<Header> headers = {
      {"Access-Control-Allow-Headers", in_quotes(joined(cors.allowHeaders))},
      {"Access-Control-Allow-Methods", in_quotes(joined(methods_of(cors)))},
      {"Access-Control-Allow-Origin", in_quotes(cors.allowOrigins.front())},
  };
  if (cors.allowCredentials) headers.push_back({"Access-Control-Allow-Credentials", "'true'"});
  if (!cors.exposeHeaders.empty()) {
    headers.push_back({"Access-Control-Expose-Headers", in_quotes(joined(cors.exposeHeaders))});
  }
  if (const auto age = literal_integer(cors.maxAge)) {
    headers.push_back({"Access-Control-Max-Age", in_quotes(std::to_string(*age))});
  }
  if (cors.allowOrigins.front() != "*") headers.push_back({"Vary", "'Origin'"});
  return headers;
}

Json header_map(const std::vector<Header>& headers, std::string_view prefix, bool values) {
  std::vector<Json::Entry> entries;
  std::vector<std::string> keys;
  keys.reserve(headers.size());
  for (const auto& header : headers)
    keys.push_back(fmt::format("{}.{}", prefix, header.name));
  for (std::size_t i = 0; i < headers.size(); ++i)
    entries.push_back({keys[i], values ? Json(headers[i].value) : Json(true)});
  return Json::object(entries.data(), entries.size());
}

/// Velocity that puts the caller's origin into the answer, if it is one of several.
Json preflight_template(const Cors& cors) {
  if (cors.allowOrigins.size() < 2) return {};
  std::vector<std::string> tests;
  for (const auto& origin : cors.allowOrigins)
    tests.push_back(fmt::format("$origin == \"{}\"", origin));
  return fmt::format(
      "#set($origin = $input.params().header.get(\"Origin\"))\n"
      "#if($origin == \"\") #set($origin = $input.params().header.get(\"origin\")) #end\n"
      "#if({})\n"
      "  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n"
      "#end",
      fmt::join(tests, " || ")
  );
}

void add_domain(
    const RestApi& api, const Domain& domain, const Resource& stage, std::source_location where
) {
  const Resource name(
      api, "Domain", "AWS::ApiGateway::DomainName",
      Json::object({
          {"DomainName", domain.domainName},
          {"EndpointConfiguration", Json::object({{"Types", List<Str>{"REGIONAL"}}})},
          {"RegionalCertificateArn", domain.certificateArn},
          {"SecurityPolicy", "TLS_1_2"},
      }),
      where
  );
  Resource(
      api, "DomainMapping", "AWS::ApiGateway::BasePathMapping",
      Json::object({
          {"DomainName", name.ref()},
          {"RestApiId", api.apiId()},
          {"Stage", stage.ref()},
      }),
      where
  );
  add_records(api, domain, name);
}

/// The account's role to write logs by; API Gateway has one for all APIs of a region.
Resource logging_account(const Construct& api, std::source_location where) {
  const iam::Role role(
      api, "CloudWatchRole",
      {.assumedBy = {iam::ServicePrincipal("apigateway.amazonaws.com")},
       .managedPolicies = {iam::ManagedPolicy::fromAwsManagedPolicyName(
           "service-role/AmazonAPIGatewayPushToCloudWatchLogs"
       )}},
      where
  );
  Resource account(
      api, "Account", "AWS::ApiGateway::Account",
      Json::object({{"CloudWatchRoleArn", role.roleArn()}}), where
  );
  // Other APIs of the account log by it too.
  Construct(role).applyRemovalPolicy(RemovalPolicy::retain);
  account.applyRemovalPolicy(RemovalPolicy::retain);
  return account;
}

/// Without them a browser shows a script no error of the API's own, such as 401 or 429.
void add_error_headers(const Construct& api, const Any& api_id, const Cors& cors) {
  const std::vector<Header> headers = {
      {"Access-Control-Allow-Origin", in_quotes(cors.allowOrigins.front())},
      {"Access-Control-Allow-Headers", in_quotes(joined(cors.allowHeaders))},
  };
  for (const std::string_view type : {"DEFAULT_4XX", "DEFAULT_5XX"}) {
    Resource(
        api, fmt::format("Errors{}", type.substr(type.size() - 3)),
        "AWS::ApiGateway::GatewayResponse",
        Json::object({
            {"ResponseParameters", header_map(headers, "gatewayresponse.header", true)},
            {"ResponseType", type},
            {"RestApiId", api_id},
        })
    );
  }
}

}  // namespace

RestApi::RestApi(
    const Construct& scope, std::string_view id, RestApiProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(
          *this, "Resource", "AWS::ApiGateway::RestApi",
          Json::object({
              {"Description", text_or_unset(props.description)},
              {"DisableExecuteApiEndpoint", true_or_unset(props.disableExecuteApiEndpoint)},
              {"EndpointConfiguration", Json::object({{"Types", List<Str>{"REGIONAL"}}})},
              {"Name", props.apiName.empty() ? std::string(id) : props.apiName},
          }),
          where
      ),
      state_(std::make_shared<State>(State{
          .default_authorizer = props.defaultAuthorizer,
          .cors = props.cors,
          .key_throttle = props.apiKeyThrottle,
          .stage_name = props.stageName,
          .domain = props.domain.domainName,
      })) {
  check_cors(*this, props.cors);
  check_domain(*this, props.domain, props.disableExecuteApiEndpoint);
  state_->resources.emplace("/", resource_.getAtt("RootResourceId"));
  Resource deployment(
      *this, "Deployment", "AWS::ApiGateway::Deployment", Json::object({{"RestApiId", apiId()}}),
      where
  );
  state_->deployment = deployment;
  state_->deployment_id = logical_id(deployment);
  Resource stage(
      *this, "Stage", "AWS::ApiGateway::Stage",
      Json::object({
          {"AccessLogSetting", access_log_settings(*this, props.accessLogs, where)},
          {"DeploymentId", deployment.ref()},
          {"MethodSettings", throttle_settings(props.throttle)},
          {"RestApiId", apiId()},
          {"StageName", props.stageName},
      }),
      where
  );
  if (props.accessLogs.enabled) stage.addDependency(logging_account(*this, where));
  state_->stage = stage;
  if (!props.cors.allowOrigins.empty()) add_error_headers(*this, apiId(), props.cors);
  if (!state_->domain.empty()) add_domain(*this, props.domain, stage, where);
}

Resource RestApi::stage() const { return *state_->stage; }

std::optional<Resource> RestApi::apiKey() const { return state_->key; }

Any RestApi::url() const {
  if (!state_->domain.empty()) return fn::concat({"https://", state_->domain});
  return fn::concat(
      {"https://", apiId(), ".execute-api.", aws::region(), ".", aws::urlSuffix(), "/",
       stage().ref()}
  );
}

void RestApi::addMethod(RestMethod method, std::source_location where) const {
  const auto fail = [&](std::string message, std::string help) {
    add_error(*this, "InvalidRouteError", std::move(message), std::move(help));
  };
  if (auto fault = path_fault(method.path)) {
    return fail(fmt::format("`{}` is no path", method.path), std::move(*fault));
  }
  const Any parent = resource_id(method.path, where);
  const auto& authorizer = method.authorizer ? *method.authorizer : state_->default_authorizer;
  const Json allowed = authorization(authorizer);
  const Json integration = Json::object({
      {"IntegrationHttpMethod", "POST"},
      {"Type", "AWS_PROXY"},
      {"Uri", invocation_uri(method.function)},
  });
  allow_invocation(*this, apiId(), method.function);
  for (const auto verb : method.methods) {
    const auto key = fmt::format("{} {}", name(verb), method.path);
    if (!state_->methods.insert(key).second) {
      fail(fmt::format("the API has a method `{}` already", key), "remove one of the two");
      continue;
    }
    std::string id = key;
    std::ranges::replace(id, '/', '-');
    Resource made(
        *this, id, "AWS::ApiGateway::Method",
        Json::object({
            {"HttpMethod", name(verb)},
            {"Integration", integration},
            {"ResourceId", parent},
            {"RestApiId", apiId()},
        }),
        where
    );
    for (const std::string_view property :
         {"ApiKeyRequired", "AuthorizationScopes", "AuthorizationType", "AuthorizerId"})
      made.setProperty(property, member(allowed, property));
    redeploy(
        made,
        fmt::format("{} {} {} {}", key, authorizer.id_, to_text(allowed), method.function.path())
    );
  }
  // A method for all would ask the preflight for credentials, and browsers send none with it.
  const bool own = state_->methods.contains("OPTIONS " + method.path);
  if (!state_->cors.allowOrigins.empty() && !own) add_preflight(method.path, parent);
}

void RestApi::add_preflight(std::string_view path, const Any& resource_id) const {
  std::string id = fmt::format("Preflight {}", path);
  if (!state_->methods.insert(id).second) return;
  std::ranges::replace(id, '/', '-');
  const auto headers = preflight_headers(state_->cors);
  const auto velocity = preflight_template(state_->cors);
  const Json response = Json::object({
      {"ResponseParameters", header_map(headers, "method.response.header", true)},
      {"ResponseTemplates",
       velocity.isSet() ? Json::object({{"application/json", velocity}}) : Json()},
      {"StatusCode", "204"},
  });
  const Resource made(
      *this, id, "AWS::ApiGateway::Method",
      Json::object({
          {"AuthorizationType", "NONE"},
          {"HttpMethod", "OPTIONS"},
          {"Integration",
           Json::object({
               {"IntegrationResponses", Json::array({response})},
               {"RequestTemplates", Json::object({{"application/json", "{ statusCode: 200 }"}})},
               {"Type", "MOCK"},
           })},
          {"MethodResponses",
           Json::array({Json::object({
               {"ResponseParameters", header_map(headers, "method.response.header", false)},
               {"StatusCode", "204"},
           })})},
          {"ResourceId", resource_id},
          {"RestApiId", apiId()},
      })
  );
  redeploy(made, fmt::format("{} {}", id, to_text(response)));
}

Any RestApi::resource_id(std::string_view path, std::source_location where) const {
  const auto known = state_->resources.find(path);
  if (known != state_->resources.end()) return known->second;
  const auto slash = path.rfind('/');
  const Any parent = resource_id(slash == 0 ? "/" : path.substr(0, slash), where);
  std::string id = fmt::format("Path{}", path);
  std::ranges::replace(id, '/', '-');
  const Resource made(
      *this, id, "AWS::ApiGateway::Resource",
      Json::object({
          {"ParentId", parent},
          {"PathPart", path.substr(slash + 1)},
          {"RestApiId", apiId()},
      }),
      where
  );
  return state_->resources.emplace(std::string(path), made.ref()).first->second;
}

Json RestApi::authorization(const RestAuthorizer& authorizer) const {
  using Kind = RestAuthorizer::Kind;
  if (authorizer.kind_ == Kind::none) return Json::object({{"AuthorizationType", "NONE"}});
  if (authorizer.kind_ == Kind::iam) return Json::object({{"AuthorizationType", "AWS_IAM"}});
  if (authorizer.kind_ == Kind::apiKey) {
    require_key();
    return Json::object({{"ApiKeyRequired", true}, {"AuthorizationType", "NONE"}});
  }
  const bool pool = authorizer.kind_ == Kind::userPool;
  const auto [entry, fresh] = state_->authorizers.try_emplace(authorizer.id_);
  if (fresh) {
    Resource made(
        *this, authorizer.id_, "AWS::ApiGateway::Authorizer",
        Json::object({
            {"IdentitySource", "method.request.header.Authorization"},
            {"Name", authorizer.id_},
            {"RestApiId", apiId()},
            {"Type", pool ? "COGNITO_USER_POOLS" : "TOKEN"},
        })
    );
    if (pool) {
      made.setProperty("ProviderARNs", List<Str>{authorizer.user_pool_arn_});
    } else {
      made.setProperty("AuthorizerResultTtlInSeconds", authorizer.cache_seconds_);
      made.setProperty("AuthorizerUri", invocation_uri(*authorizer.function_));
      allow_invocation(*this, apiId(), *authorizer.function_);
    }
    entry->second = made.ref();
  }
  return Json::object({
      {"AuthorizationScopes", texts(authorizer.scopes_)},
      {"AuthorizationType", pool ? "COGNITO_USER_POOLS" : "CUSTOM"},
      {"AuthorizerId", entry->second},
  });
}

void RestApi::require_key() const {
  if (state_->key) return;
  const Json stages = Json::array({Json::object({{"ApiId", apiId()}, {"Stage", stage().ref()}})});
  const auto& throttle = state_->key_throttle;
  Json limits;
  if (throttle.rateLimit.isSet() || throttle.burstLimit.isSet()) {
    limits = Json::object({{"BurstLimit", throttle.burstLimit}, {"RateLimit", throttle.rateLimit}});
  }
  const Resource plan(
      *this, "UsagePlan", "AWS::ApiGateway::UsagePlan",
      Json::object({{"ApiStages", stages}, {"Throttle", limits}})
  );
  const Resource key(*this, "ApiKey", "AWS::ApiGateway::ApiKey", Json::object({{"Enabled", true}}));
  Resource(
      *this, "UsagePlanKey", "AWS::ApiGateway::UsagePlanKey",
      Json::object({{"KeyId", key.ref()}, {"KeyType", "API_KEY"}, {"UsagePlanId", plan.ref()}})
  );
  state_->key = key;
}

void RestApi::redeploy(const Resource& method, std::string_view definition) const {
  // A deployment is a snapshot: one that stays would leave the stage as it is.
  state_->deployed.emplace(definition);
  auto& deployment = *state_->deployment;
  deployment.addDependency(method);
  deployment.overrideLogicalId(
      state_->deployment_id +
      md5_hex(fmt::format("{}", fmt::join(state_->deployed, "\n"))).substr(0, 8)
  );
}

Any RestApi::arnForExecuteApi(HttpMethod method, std::string_view path) const {
  return execute_arn(apiId(), state_->stage_name, method, path);
}

void RestApi::grantInvoke(const iam::Grantee& grantee, HttpMethod method, std::string_view path)
    const {
  iam::grant(
      *this, grantee,
      {.actions = {"execute-api:Invoke"}, .resources = {arnForExecuteApi(method, path)}}
  );
}

}  // namespace amplify::cdk::apigateway
