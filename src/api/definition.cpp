// SPDX-License-Identifier: Apache-2.0
#include "api/definition.hpp"

#include <amplify/allow/words.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace amplify::gateway {
namespace {

using Kind = ApiAuthorizer::Kind;
using cdk::apigateway::HttpMethod;

constexpr HttpMethod methods[] = {HttpMethod::any,  HttpMethod::get,    HttpMethod::post,
                                  HttpMethod::put,  HttpMethod::patch,  HttpMethod::delete_,
                                  HttpMethod::head, HttpMethod::options};
static_assert(std::size(methods) == std::size(detail::http_methods));

std::vector<HttpMethod> methods_of(std::string_view text) {
  auto names = text.substr(0, text.find(' '));
  std::vector<HttpMethod> found;
  while (!names.empty()) {
    const auto bar = names.find('|');
    const auto* const name = std::ranges::find(detail::http_methods, names.substr(0, bar));
    if (name != std::end(detail::http_methods))
      found.push_back(methods[name - std::begin(detail::http_methods)]);
    names.remove_prefix(bar == names.npos ? names.size() : bar + 1);
  }
  return found;
}

const ApiAuthorizer& plain(const ApiAuthorizer& authorizer) { return authorizer; }
const ApiAuthorizer& plain(const RestApiAuthorizer& authorizer) { return authorizer.authorizer(); }

/// Fills in what the API says for all its routes.
template <class Api>
Definition resolved(const Api& api, std::string kind, bool is_rest) {
  Definition result{
      .kind = std::move(kind),
      .name = std::string(api.props.name.view()),
      .isRest = is_rest,
      .hasName = api.props.name.isAllowed(),
      .where = api.where,
  };
  for (const auto& route : api.props.routes) {
    const auto text = route.route.view();
    const bool otherwise = text == detail::http_route_rule::otherwise;
    Route made{
        .text = std::string(text),
        .methods = otherwise ? std::vector{HttpMethod::any} : methods_of(text),
        .path = otherwise ? std::string() : std::string(detail::route_rule::path(text)),
        .handler = route.handler.get(),
        .authorizer = plain(route.authorizer),
        .access = route.access,
        .isAllowed = route.route.isAllowed(),
    };
    if (made.authorizer.kind() == Kind::unset && made.access.empty()) {
      made.authorizer = plain(api.props.defaultAuthorizer);
    }
    const bool closed =
        made.authorizer.kind() == Kind::unset || made.authorizer.kind() == Kind::iam;
    if (made.access.empty() && closed) made.access = api.props.defaultAccess;
    if (made.authorizer.kind() == Kind::unset && !made.access.empty())
      made.authorizer = ApiAuthorizer::iam();
    result.routes.push_back(std::move(made));
  }
  return result;
}

/// `/orders/{id}` as `/orders/{}`: requests don't know what parameters are called.
std::string without_names(std::string_view path) {
  std::string result;
  bool inside = false;
  for (const char c : path) {
    if (c == '}') inside = false;
    if (!inside || c == '+') result += c;
    if (c == '{') inside = true;
  }
  return result;
}

class Check {
 public:
  explicit Check(Definition& api) : api_(api) {}

  std::vector<Diagnostic> run() {
    if (!api_.hasName) {
      fail(
          "InvalidResourceNameError", api_.place(),
          api_.name.empty() ? std::string("the API has no name")
                            : fmt::format("`{}` is no name", api_.name),
          "begin with a letter, then use letters, digits, `-`, `_` and spaces"
      );
    }
    if (api_.routes.empty()) {
      fail(
          "InvalidApiError", api_.place(), "the API has no routes",
          "write .routes = {{\"GET /orders\", getOrders, {allow.authenticated()}}}, say"
      );
    }
    for (Route& route : api_.routes) {
      const auto before = faults_.size();
      check(route);
      route.isAllowed = faults_.size() == before;
    }
    return std::move(faults_);
  }

 private:
  void fail(std::string code, std::string where, std::string message, std::string help) {
    faults_.push_back(
        {.code = std::move(code),
         .where = std::move(where),
         .message = std::move(message),
         .help = std::move(help),
         .source = api_.where}
    );
  }

  void check(const Route& route) {
    const auto where = fmt::format("{} route `{}`", api_.place(), route.text);
    if (!route.isAllowed) {
      return fail(
          "InvalidRouteError", where, "that is no method and path",
          "write it like `GET /orders/{id}`"
      );
    }
    if (route.handler == nullptr) {
      fail(
          "MissingHandlerError", where, "it has no function to call",
          "name one: {\"GET /orders\", getOrders}"
      );
    }
    for (const HttpMethod method : route.methods) {
      const auto [first, fresh] =
          routes_.emplace(std::pair(method, without_names(route.path)), route.text);
      if (fresh) continue;
      fail(
          "DuplicateRouteError", where,
          first->second == route.text ? std::string("it is listed twice")
                                      : fmt::format("`{}` takes the same requests", first->second),
          "remove one of the two"
      );
    }
    if (api_.isRest) check_siblings(route, where);
    check_callers(route, where);
  }

  /// A REST API is a tree, in which a part that is a parameter has one name.
  void check_siblings(const Route& route, const std::string& where) {
    const std::string_view path = route.path;
    for (auto begin = path.find("/{"); begin != path.npos; begin = path.find("/{", begin + 1)) {
      const auto end = std::min(path.find('/', begin + 1), path.size());
      const auto part = path.substr(begin, end - begin);
      const auto [first, fresh] = parameters_.emplace(path.substr(0, begin), part);
      if (fresh || first->second == part) continue;
      fail(
          "InvalidRouteError", where,
          fmt::format(
              "another route has `{}{}`, and a REST API one parameter in a place", first->first,
              first->second
          ),
          fmt::format("write `{}` here, or call both the same", first->second.substr(1))
      );
      return;
    }
  }

  void check_callers(const Route& route, const std::string& where) {
    const auto kind = route.authorizer.kind();
    if (kind == Kind::unset) {
      fail(
          "MissingAuthorizationError", where, "nothing says who may call it",
          "add {allow.authenticated()}, say, or .authorizer = ApiAuthorizer::none() for everyone"
      );
    }
    if (kind == Kind::function && route.authorizer.function().get() == nullptr) {
      fail(
          "InvalidAuthorizerError", where, "its authorizer has no function",
          "write ApiAuthorizer::function(myAuthorizer)"
      );
    }
    if (kind == Kind::function && !route.authorizer.cacheSeconds().isAllowed()) {
      fail(
          "InvalidAuthorizerError", where,
          fmt::format(
              "answers of its authorizer can't hold for {} seconds",
              route.authorizer.cacheSeconds().value()
          ),
          "write a whole number from 0 to 3600"
      );
    }
    if (kind != Kind::iam && kind != Kind::unset && !route.access.empty()) {
      fail(
          "InvalidApiAccessDefinitionError", where,
          "rules are about AWS credentials, which its authorizer doesn't look at",
          "take .access out, or the authorizer"
      );
    }
    for (const AccessRule& rule : route.access)
      check(rule, where);
  }

  void check(const AccessRule& rule, const std::string& where) {
    using enum detail::strategy;
    const auto wrong = [&](std::string message, std::string help) {
      fail("InvalidApiAccessDefinitionError", where, std::move(message), std::move(help));
    };
    const auto text = rule.text();
    const bool known = rule.who == guest || rule.who == authenticated || rule.who == groups ||
                       rule.who == resource;
    if (!known) {
      return wrong(
          fmt::format("{} is no rule about a route", text),
          "write allow.guest(), allow.authenticated(), allow.groups(...) or allow.resource(...)"
      );
    }
    if (rule.claims || (!rule.provider.empty() && rule.provider != "identityPool")) {
      return wrong(
          fmt::format("{} has a provider or a claim, which AWS credentials don't have", text),
          rule.provider == "userPools" ? "write .authorizer = ApiAuthorizer::userPool()"
                                       : "take it out"
      );
    }
    if (rule.limits > 0) {
      wrong(
          fmt::format("{} says .to(...), but the route has its method", text), "take .to(...) out"
      );
    }
    if (rule.who == groups && rule.groups.empty())
      wrong("allow.groups() names no group", "write allow.groups(\"ADMINS\"), say");
  }

  Definition& api_;
  std::map<std::pair<HttpMethod, std::string>, std::string> routes_{};
  /// By what is before it, the parameter.
  std::map<std::string, std::string, std::less<>> parameters_{};
  std::vector<Diagnostic> faults_{};
};

}  // namespace

std::string Definition::place() const { return fmt::format("{} \"{}\"", kind, name); }

Definition resolve(const defineHttpApi& api) { return resolved(api, "defineHttpApi", false); }
Definition resolve(const defineRestApi& api) { return resolved(api, "defineRestApi", true); }

std::vector<Diagnostic> check(Definition& api) { return Check(api).run(); }

std::vector<Diagnostic> check_together(const std::vector<Definition>& apis) {
  std::vector<Diagnostic> faults;
  std::set<std::string> names;
  for (const Definition& api : apis) {
    if (names.insert(api.name).second) continue;
    faults.push_back(
        {.code = "DuplicateApiNameError",
         .where = api.place(),
         .message = fmt::format("another API has the name `{}`", api.name),
         .help = "give each a name of its own: clients find it by that",
         .source = api.where}
    );
  }
  return faults;
}

std::vector<const defineFunction*> called_functions(const Definition& api) {
  std::vector<const defineFunction*> found;
  for (const Route& route : api.routes) {
    for (const auto* const function : {route.handler, route.authorizer.function().get()}) {
      if (function != nullptr && std::ranges::find(found, function) == found.end())
        found.push_back(function);
    }
  }
  return found;
}

}  // namespace amplify::gateway
