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

/// Who may call a route of an HTTP API. Authorizers of one id are one.
class HttpAuthorizer {
 public:
  /// Everyone.
  static HttpAuthorizer none() { return HttpAuthorizer(Kind::none, {}); }
  /// Who has signed in to AWS and is granted it by `grantInvoke`.
  static HttpAuthorizer iam() { return HttpAuthorizer(Kind::iam, {}); }
  /// Users of a Cognito user pool who come by one of its clients, with a token in `Authorization`.
  static HttpAuthorizer userPool(
      std::string_view id, Str user_pool_id, std::vector<Str> user_pool_client_ids
  );
  /// Whom a function lets in; it answers `{isAuthorized, context}`. The answer for one value of the
  /// header `Authorization` holds for `cache_seconds`, up to 3,600.
  static HttpAuthorizer function(
      std::string_view id, const lambda::Function& function, Int cache_seconds = 300
  );

 private:
  friend class HttpApi;
  enum class Kind { none, iam, userPool, function };
  HttpAuthorizer(Kind kind, std::string_view id) : kind_(kind), id_(id) {}

  Kind kind_;
  std::string id_;
  Str user_pool_id_{};
  std::vector<Str> client_ids_{};
  std::optional<lambda::Function> function_{};
  Int cache_seconds_{};
};

struct HttpRoute {
  /// `/orders/{id}`; `/files/{path+}` takes all below. Default: whatever no other route takes.
  std::string path{};
  std::vector<HttpMethod> methods = {HttpMethod::any};
  /// Called with each request, as payload 2.0.
  lambda::Function function;
  /// Default: the API's `defaultAuthorizer`.
  std::optional<HttpAuthorizer> authorizer{};
};

struct HttpApiProps {
  /// Default: the id.
  std::string apiName{};
  std::string description{};
  Cors cors{};
  /// For all routes together. Default: the account's.
  Throttle throttle{};
  AccessLogs accessLogs{};
  /// Default: everyone.
  HttpAuthorizer defaultAuthorizer = HttpAuthorizer::none();
  Domain domain{};
  /// Only by the domain, not by the URL that AWS makes.
  bool disableExecuteApiEndpoint = false;
};

/// An API Gateway HTTP API: cheaper and quicker than a REST API, without API keys, caches and
/// validation. Changes are live at once.
class HttpApi : public Construct {
 public:
  /// Errors (at synthesis): `InvalidApiError` for an origin or a domain that can't be.
  HttpApi(
      const Construct& scope, std::string_view id, HttpApiProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Resource stage() const;
  Any apiId() const { return resource_.ref(); }
  /// `https://…`, without a slash at the end: by the domain, if there is one.
  Any url() const;

  /// Errors (at synthesis): `InvalidRouteError` for a path that can't be, or a route that is there
  /// already.
  void addRoute(HttpRoute route, std::source_location where = std::source_location::current())
      const;

  /// As IAM names a route; `path` may end in `*`.
  Any arnForExecuteApi(HttpMethod method = HttpMethod::any, std::string_view path = "/*") const;
  /// Calls of routes whose authorizer is IAM.
  void grantInvoke(
      const iam::Grantee& grantee, HttpMethod method = HttpMethod::any, std::string_view path = "/*"
  ) const;

 private:
  struct State;
  Json authorization(const HttpAuthorizer& authorizer) const;
  Any integration(const lambda::Function& function) const;

  Resource resource_;
  std::shared_ptr<State> state_;
};

}  // namespace amplify::cdk::apigateway
