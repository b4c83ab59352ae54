// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/apigateway/http_api.hpp>
#include <amplify/cdk/fn.hpp>

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

HttpAuthorizer HttpAuthorizer::userPool(
    std::string_view id, Str user_pool_id, std::vector<Str> user_pool_client_ids
) {
  HttpAuthorizer result(Kind::userPool, id);
  result.user_pool_id_ = user_pool_id;
  result.client_ids_ = std::move(user_pool_client_ids);
  return result;
}

HttpAuthorizer HttpAuthorizer::function(
    std::string_view id, const lambda::Function& function, Int cache_seconds
) {
  HttpAuthorizer result(Kind::function, id);
  result.function_ = function;
  result.cache_seconds_ = cache_seconds;
  return result;
}

struct HttpApi::State {
  HttpAuthorizer default_authorizer;
  std::optional<Resource> stage{};
  std::string domain{};
  std::map<std::string, Any> integrations{};
  std::map<std::string, Any> authorizers{};
  std::set<std::string> routes{};
};

namespace {

Json cors_configuration(const Cors& cors) {
  if (cors.allowOrigins.empty()) return {};
  const std::vector<HttpMethod> all = {HttpMethod::any};
  const bool any = cors.allowMethods.empty() || cors.allowMethods == all;
  return Json::object({
      {"AllowCredentials", true_or_unset(cors.allowCredentials)},
      {"AllowHeaders", texts(cors.allowHeaders)},
      {"AllowMethods", any ? List<Str>{"*"} : names(cors.allowMethods)},
      {"AllowOrigins", texts(cors.allowOrigins)},
      {"ExposeHeaders", texts(cors.exposeHeaders)},
      {"MaxAge", cors.maxAge},
  });
}

Json route_settings(const Throttle& throttle) {
  if (!throttle.rateLimit.isSet() && !throttle.burstLimit.isSet()) return {};
  return Json::object({
      {"ThrottlingBurstLimit", throttle.burstLimit},
      {"ThrottlingRateLimit", throttle.rateLimit},
  });
}

void add_domain(
    const HttpApi& api, const Domain& domain, const Resource& stage, std::source_location where
) {
  const Resource name(
      api, "Domain", "AWS::ApiGatewayV2::DomainName",
      Json::object({
          {"DomainName", domain.domainName},
          {"DomainNameConfigurations", Json::array({Json::object({
                                           {"CertificateArn", domain.certificateArn},
                                           {"EndpointType", "REGIONAL"},
                                           {"SecurityPolicy", "TLS_1_2"},
                                       })})},
      }),
      where
  );
  Resource(
      api, "DomainMapping", "AWS::ApiGatewayV2::ApiMapping",
      Json::object({
          {"ApiId", api.apiId()},
          {"DomainName", name.ref()},
          {"Stage", stage.ref()},
      }),
      where
  );
  add_records(api, domain, name);
}

}  // namespace

HttpApi::HttpApi(
    const Construct& scope, std::string_view id, HttpApiProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(
          *this, "Resource", "AWS::ApiGatewayV2::Api",
          Json::object({
              {"CorsConfiguration", cors_configuration(props.cors)},
              {"Description", text_or_unset(props.description)},
              {"DisableExecuteApiEndpoint", true_or_unset(props.disableExecuteApiEndpoint)},
              {"Name", props.apiName.empty() ? std::string(id) : props.apiName},
              {"ProtocolType", "HTTP"},
          }),
          where
      ),
      state_(std::make_shared<State>(State{.default_authorizer = props.defaultAuthorizer})) {
  check_cors(*this, props.cors);
  check_domain(*this, props.domain, props.disableExecuteApiEndpoint);
  state_->stage = Resource(
      *this, "DefaultStage", "AWS::ApiGatewayV2::Stage",
      Json::object({
          {"AccessLogSettings", access_log_settings(*this, props.accessLogs, where)},
          {"ApiId", apiId()},
          {"AutoDeploy", true},
          {"DefaultRouteSettings", route_settings(props.throttle)},
          {"StageName", "$default"},
      }),
      where
  );
  state_->domain = props.domain.domainName;
  if (!state_->domain.empty()) add_domain(*this, props.domain, stage(), where);
}

Resource HttpApi::stage() const { return *state_->stage; }

Any HttpApi::url() const {
  if (state_->domain.empty()) return resource_.getAtt("ApiEndpoint");
  return fn::concat({"https://", state_->domain});
}

void HttpApi::addRoute(HttpRoute route, std::source_location where) const {
  const auto fail = [&](std::string message, std::string help) {
    add_error(*this, "InvalidRouteError", std::move(message), std::move(help));
  };
  if (!route.path.empty()) {
    if (auto fault = path_fault(route.path)) {
      return fail(fmt::format("`{}` is no path", route.path), std::move(*fault));
    }
  }
  const Any target = fn::concat({"integrations/", integration(route.function)});
  const auto& authorizer = route.authorizer ? *route.authorizer : state_->default_authorizer;
  const Json allowed = authorization(authorizer);
  if (route.path.empty()) route.methods = {HttpMethod::any};
  for (const auto method : route.methods) {
    const std::string key =
        route.path.empty() ? "$default" : fmt::format("{} {}", name(method), route.path);
    if (!state_->routes.insert(key).second) {
      fail(fmt::format("the API has a route `{}` already", key), "remove one of the two");
      continue;
    }
    std::string id = key;
    std::ranges::replace(id, '/', '-');
    Resource made(
        *this, id, "AWS::ApiGatewayV2::Route",
        Json::object({{"ApiId", apiId()}, {"RouteKey", key}, {"Target", target}}), where
    );
    for (const std::string_view property :
         {"AuthorizationScopes", "AuthorizationType", "AuthorizerId"})
      made.setProperty(property, member(allowed, property));
  }
}

Any HttpApi::integration(const lambda::Function& function) const {
  const auto id = id_for("Integration", function);
  const auto [entry, fresh] = state_->integrations.try_emplace(id);
  if (fresh) {
    entry->second = Resource(
                        *this, id, "AWS::ApiGatewayV2::Integration",
                        Json::object({
                            {"ApiId", apiId()},
                            {"IntegrationType", "AWS_PROXY"},
                            {"IntegrationUri", function.functionArn()},
                            {"PayloadFormatVersion", "2.0"},
                        })
    )
                        .ref();
    allow_invocation(*this, apiId(), function);
  }
  return entry->second;
}

Json HttpApi::authorization(const HttpAuthorizer& authorizer) const {
  using Kind = HttpAuthorizer::Kind;
  if (authorizer.kind_ == Kind::none) return Json::object({{"AuthorizationType", "NONE"}});
  if (authorizer.kind_ == Kind::iam) return Json::object({{"AuthorizationType", "AWS_IAM"}});
  const bool token = authorizer.kind_ == Kind::userPool;
  const auto [entry, fresh] = state_->authorizers.try_emplace(authorizer.id_);
  if (fresh && token) {
    entry->second = Resource(
                        *this, authorizer.id_, "AWS::ApiGatewayV2::Authorizer",
                        Json::object({
                            {"ApiId", apiId()},
                            {"AuthorizerType", "JWT"},
                            {"IdentitySource", List<Str>{"$request.header.Authorization"}},
                            {"JwtConfiguration",
                             Json::object({
                                 {"Audience", List<Str>(authorizer.client_ids_)},
                                 {"Issuer", fn::concat(
                                                {"https://cognito-idp.", aws::region(),
                                                 ".amazonaws.com/", authorizer.user_pool_id_}
                                            )},
                             })},
                            {"Name", authorizer.id_},
                        })
    )
                        .ref();
  } else if (fresh) {
    entry->second = Resource(
                        *this, authorizer.id_, "AWS::ApiGatewayV2::Authorizer",
                        Json::object({
                            {"ApiId", apiId()},
                            {"AuthorizerPayloadFormatVersion", "2.0"},
                            {"AuthorizerResultTtlInSeconds", authorizer.cache_seconds_},
                            {"AuthorizerType", "REQUEST"},
                            {"AuthorizerUri", invocation_uri(*authorizer.function_)},
                            {"EnableSimpleResponses", true},
                            {"IdentitySource", List<Str>{"$request.header.Authorization"}},
                            {"Name", authorizer.id_},
                        })
    )
                        .ref();
    allow_invocation(*this, apiId(), *authorizer.function_);
  }
  return Json::object(
      {{"AuthorizationType", token ? "JWT" : "CUSTOM"}, {"AuthorizerId", entry->second}}
  );
}

Any HttpApi::arnForExecuteApi(HttpMethod method, std::string_view path) const {
  return execute_arn(apiId(), "*", method, path);
}

void HttpApi::grantInvoke(const iam::Grantee& grantee, HttpMethod method, std::string_view path)
    const {
  iam::grant(
      *this, grantee,
      {.actions = {"execute-api:Invoke"}, .resources = {arnForExecuteApi(method, path)}}
  );
}

}  // namespace amplify::cdk::apigateway
