// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/access_rule.hpp>
#include <amplify/api/authorizer.hpp>
#include <amplify/api/route.hpp>
#include <amplify/cdk/apigateway/http_api.hpp>
#include <amplify/cdk/apigateway/rest_api.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/checked.hpp>
#include <amplify/function/rules.hpp>

#include <optional>
#include <source_location>
#include <string>
#include <vector>

namespace amplify {

namespace detail {
// clang-format off: the compilers print the line of a sentence
struct stage_name_rule {
  static constexpr bool allows(std::string_view name) { return !name.empty() && name.size() <= 128 && cdk::apigateway::detail::consists_of(name, "-_"); }
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidResourceNameError: a stage's name has letters, digits, `-` and `_`, 128 at most"; }
};
// clang-format on
}  // namespace detail

using ApiName = CheckedText<detail::resource_name_rule>;
using ApiCors = cdk::apigateway::Cors;
using ApiThrottle = cdk::apigateway::Throttle;
using ApiAccessLogs = cdk::apigateway::AccessLogs;
using ApiDomain = cdk::apigateway::Domain;

struct HttpApiProps {
  /// By which clients call it: `post({apiName, path})`. Letters, digits, `-`, `_` and spaces.
  /// Required.
  ApiName name{};
  std::string description{};
  /// `.routes = {{"GET /orders/{id}", getOrder, {allow.authenticated()}}}`. Required.
  std::vector<HttpApiRoute> routes{};
  /// Of routes that say nothing about it. Default: none, so each route says who may call it.
  ApiAuthorizer defaultAuthorizer{};
  /// The same for `access`.
  std::vector<AccessRule> defaultAccess{};
  /// Which websites may call. Default: none from a browser.
  ApiCors cors{};
  /// For all routes together. Default: the account's.
  ApiThrottle throttle{};
  ApiAccessLogs accessLogs{};
  /// Default: the one that AWS makes.
  ApiDomain domain{};
  /// Only by the domain.
  bool disableExecuteApiEndpoint = false;
};

/// Defines an API Gateway HTTP API: routes by method and path, a function behind each.
///
/// Called like a function: `const auto orders = defineHttpApi({.name = "orders", .routes = …});`
/// Errors (compile time for constant texts, else at synthesis): `InvalidRouteError`,
/// `InvalidResourceNameError`, `InvalidAuthorizerError`.
/// Errors (at synthesis): `DuplicateRouteError`, `MissingHandlerError`,
/// `MissingAuthorizationError`, `InvalidApiAccessDefinitionError`,
/// `InvalidResourceAccessConfigError`, `DuplicateApiNameError`, `InvalidApiError`.
struct defineHttpApi {
  HttpApiProps props{};
  std::source_location where = std::source_location::current();
};

struct RestApiProps {
  /// By which clients call it: `post({apiName, path})`. Letters, digits, `-`, `_` and spaces.
  /// Required.
  ApiName name{};
  std::string description{};
  /// `.routes = {{"GET /orders/{id}", getOrder, {allow.authenticated()}}}`. Required.
  std::vector<RestApiRoute> routes{};
  /// Of routes that say nothing about it. Default: none, so each route says who may call it.
  RestApiAuthorizer defaultAuthorizer{};
  /// The same for `access`.
  std::vector<AccessRule> defaultAccess{};
  /// Which websites may call. A function adds `Access-Control-Allow-Origin` to its answers itself.
  /// Default: none from a browser.
  ApiCors cors{};
  /// For all routes together. Default: the account's.
  ApiThrottle throttle{};
  /// For who comes by API key. Default: the account's.
  ApiThrottle apiKeyThrottle{};
  ApiAccessLogs accessLogs{};
  /// Default: the one that AWS makes.
  ApiDomain domain{};
  /// Only by the domain.
  bool disableExecuteApiEndpoint = false;
  /// The first part of its paths at AWS's domain.
  CheckedText<detail::stage_name_rule> stageName = "prod";
};

/// Defines an API Gateway REST API: as `defineHttpApi`, with API keys, at a higher price.
///
/// Errors: as `defineHttpApi`.
struct defineRestApi {
  RestApiProps props{};
  std::source_location where = std::source_location::current();
};

/// Resources of an API as CloudFormation knows them, to override what no option sets.
struct ApiCfnResources {
  /// `AWS::ApiGatewayV2::Api` or `AWS::ApiGateway::RestApi`
  cdk::Resource api;
  /// `AWS::ApiGatewayV2::Stage` or `AWS::ApiGateway::Stage`
  cdk::Resource stage;
  /// `AWS::ApiGateway::ApiKey`, for a REST API that has a route with it.
  std::optional<cdk::Resource> apiKey{};
};

/// What `backend[api]` reaches: the resources of a `defineHttpApi`.
struct HttpApiResources {
  cdk::NestedStack stack;
  cdk::apigateway::HttpApi api;
  ApiCfnResources cfnResources;
};

/// The same for a `defineRestApi`.
struct RestApiResources {
  cdk::NestedStack stack;
  cdk::apigateway::RestApi api;
  ApiCfnResources cfnResources;
};

}  // namespace amplify
