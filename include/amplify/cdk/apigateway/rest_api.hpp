// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/apigateway/options.hpp>
#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>
#include <amplify/cdk/lambda.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::apigateway {

/// Who may call a method of a REST API. Authorizers of one id are one.
class RestAuthorizer {
 public:
  /// Everyone.
  static RestAuthorizer none() { return RestAuthorizer(Kind::none, {}); }
  /// Who has signed in to AWS and is granted it by `grantInvoke`.
  static RestAuthorizer iam() { return RestAuthorizer(Kind::iam, {}); }
  /// Whoever sends the key of the API in `X-Api-Key`. Keys count calls; they keep nobody out who
  /// has seen one.
  static RestAuthorizer apiKey() { return RestAuthorizer(Kind::apiKey, {}); }
  /// Users of a Cognito user pool, with an ID token in `Authorization`; with an access token when
  /// `scopes` are given.
  static RestAuthorizer userPool(
      std::string_view id, Str user_pool_arn, std::vector<std::string> scopes = {}
  );
  /// Whom a function lets in; it answers with a policy. The answer for one value of the header
  /// `Authorization` holds for `cache_seconds`, up to 3,600.
  static RestAuthorizer function(
      std::string_view id, const lambda::Function& function, Int cache_seconds = 300
  );

 private:
  friend class RestApi;
  enum class Kind { none, iam, apiKey, userPool, function };
  RestAuthorizer(Kind kind, std::string_view id) : kind_(kind), id_(id) {}

  Kind kind_;
  std::string id_;
  Str user_pool_arn_{};
  std::vector<std::string> scopes_{};
  std::optional<lambda::Function> function_{};
  Int cache_seconds_{};
};

struct RestMethod {
  /// `/orders/{id}`; `/files/{path+}` takes all below.
  std::string path = "/";
  std::vector<HttpMethod> methods = {HttpMethod::any};
  /// Called with each request.
  lambda::Function function;
  /// Default: the API's `defaultAuthorizer`.
  std::optional<RestAuthorizer> authorizer{};
};

struct RestApiProps {
  /// Default: the id.
  std::string apiName{};
  std::string description{};
  std::string stageName = "prod";
  Cors cors{};
  /// For all methods together. Default: the account's.
  Throttle throttle{};
  /// For who comes by API key. Default: the account's.
  Throttle apiKeyThrottle{};
  AccessLogs accessLogs{};
  /// Default: everyone.
  RestAuthorizer defaultAuthorizer = RestAuthorizer::none();
  Domain domain{};
  /// Only by the domain, not by the URL that AWS makes.
  bool disableExecuteApiEndpoint = false;
};

/// A regional API Gateway REST API with one stage. Every change of methods makes a new deployment
/// to the stage.
class RestApi : public Construct {
 public:
  /// Errors (at synthesis): `InvalidApiError` for an origin or a domain that can't be.
  RestApi(
      const Construct& scope, std::string_view id, RestApiProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Resource stage() const;
  Any apiId() const { return resource_.ref(); }
  /// `https://…`, without a slash at the end: by the domain, if there is one.
  Any url() const;
  /// `AWS::ApiGateway::ApiKey`; none until a method wants one.
  std::optional<Resource> apiKey() const;

  /// Errors (at synthesis): `InvalidRouteError` for a path that can't be, or a method that is there
  /// already.
  void addMethod(RestMethod method, std::source_location where = std::source_location::current())
      const;

  /// As IAM names a method; `path` may end in `*`.
  Any arnForExecuteApi(HttpMethod method = HttpMethod::any, std::string_view path = "/*") const;
  /// Calls of methods whose authorizer is IAM.
  void grantInvoke(
      const iam::Grantee& grantee, HttpMethod method = HttpMethod::any, std::string_view path = "/*"
  ) const;

 private:
  struct State;
  Any resource_id(std::string_view path, std::source_location where) const;
  Json authorization(const RestAuthorizer& authorizer) const;
  void require_key() const;
  void add_preflight(std::string_view path, const Any& resource_id) const;
  void redeploy(const Resource& method, std::string_view definition) const;

  Resource resource_;
  std::shared_ptr<State> state_;
};

}  // namespace amplify::cdk::apigateway
