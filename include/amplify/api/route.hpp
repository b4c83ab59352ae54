// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/access_rule.hpp>
#include <amplify/api/authorizer.hpp>
#include <amplify/cdk/apigateway/path.hpp>
#include <amplify/checked.hpp>
#include <amplify/function_ref.hpp>

#include <string_view>
#include <vector>

namespace amplify {

namespace detail {

constexpr std::string_view http_methods[] = {"ANY",   "GET",    "POST", "PUT",
                                             "PATCH", "DELETE", "HEAD", "OPTIONS"};

constexpr bool is_http_method(std::string_view name) {
  for (const auto method : http_methods)
    if (method == name) return true;
  return false;
}

/// `GET /orders`, or `GET|PUT /orders` for several methods.
struct route_rule {
  static constexpr bool has_methods(std::string_view text) {
    auto methods = text.substr(0, text.find(' '));
    while (true) {
      const auto bar = methods.find('|');
      if (!is_http_method(methods.substr(0, bar))) return false;
      if (bar == methods.npos) return true;
      methods.remove_prefix(bar + 1);
    }
  }
  static constexpr std::string_view path(std::string_view text) {
    const auto space = text.find(' ');
    return space == text.npos ? std::string_view() : text.substr(space + 1);
  }
  static constexpr bool allows(std::string_view text) {
    return has_methods(text) && cdk::apigateway::detail::check_path(path(text)).fault ==
                                    cdk::apigateway::detail::path_fault::none;
  }
  // clang-format off: the compilers print the line of a sentence
  static constexpr void check(std::string_view text) {
    using enum cdk::apigateway::detail::path_fault;
    if (!has_methods(text)) throw "InvalidRouteError: a route is like `GET /orders/{id}`: one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS and ANY, or several as in `GET|PUT`, a space and a path";
    switch (cdk::apigateway::detail::check_path(path(text)).fault) {
      case none: return;
      case no_slash: throw "InvalidRouteError: after the method and one space, a route's path starts with `/`";
      case empty_part: throw "InvalidRouteError: a route's path has no empty part: take the extra `/` out";
      case character: throw "InvalidRouteError: a route's path has a character that no path has";
      case open_parameter: throw "InvalidRouteError: a path's parameter ends in `}`, and nothing follows it before the next `/`";
      case greedy_not_last: throw "InvalidRouteError: `{name+}` takes all that follows, so it comes last";
      case parameter: throw "InvalidRouteError: a path's parameter is `{name}` or `{name+}`, of letters, digits, `-`, `.` and `_`";
      case parameter_twice: throw "InvalidRouteError: a path has each parameter once: give each a name of its own";
    }
  }
  // clang-format on
};

/// HTTP APIs have `$default` too.
struct http_route_rule {
  static constexpr std::string_view otherwise = "$default";
  static constexpr bool allows(std::string_view text) {
    return text == otherwise || route_rule::allows(text);
  }
  static constexpr void check(std::string_view text) {
    if (text != otherwise) route_rule::check(text);
  }
};

}  // namespace detail

/// A route of a `defineHttpApi`: `{"GET /orders/{id}", getOrder, {allow.authenticated()}}`.
struct HttpApiRoute {
  /// Method and path. `ANY` is every method, `GET|PUT` are two; `{id}` is a parameter, `{rest+}`
  /// takes all below; `$default` is what no other route takes. Required. Errors (compile time):
  /// `InvalidRouteError`.
  CheckedText<detail::http_route_rule> route{};
  /// Called with each request, as payload 2.0. Required.
  FunctionRef handler{};
  /// Whose AWS credentials may call it: from `allow.guest()`, `allow.authenticated()`,
  /// `allow.group(...)`, `allow.groups(...)` and `allow.resource(function)`. Default: those of the
  /// API's `defaultAccess`.
  std::vector<AccessRule> access{};
  /// Default: IAM with rules in `access`, else that of the API.
  ApiAuthorizer authorizer{};
};

/// A route of a `defineRestApi`: `{"GET /orders/{id}", getOrder, {allow.authenticated()}}`.
struct RestApiRoute {
  /// Method and path, as in a HttpApiRoute, without `$default`. Required. Errors (compile time):
  /// `InvalidRouteError`.
  CheckedText<detail::route_rule> route{};
  /// Called with each request. Required.
  FunctionRef handler{};
  /// As in a HttpApiRoute.
  std::vector<AccessRule> access{};
  /// Default: IAM with rules in `access`, else that of the API.
  RestApiAuthorizer authorizer{};
};

}  // namespace amplify
