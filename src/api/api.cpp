// SPDX-License-Identifier: Apache-2.0
#include "api/api.hpp"

#include "detail/screaming_snake.hpp"

#include <amplify/cdk/fn.hpp>

#include <fmt/format.h>

#include <map>
#include <utility>

namespace amplify::gateway {
namespace {

using cdk::Any;
using cdk::apigateway::HttpApi;
using cdk::apigateway::HttpAuthorizer;
using cdk::apigateway::RestApi;
using cdk::apigateway::RestAuthorizer;
using Kind = ApiAuthorizer::Kind;

// Authorizers by id, of which an API has each once.
constexpr std::string_view user_pool_id = "UserPoolAuthorizer";

std::string function_authorizer_id(const cdk::lambda::Function& function, std::int64_t seconds) {
  return fmt::format("Authorizer-{}-{}", function.id(), seconds);
}

HttpAuthorizer authorizer_of(
    const HttpApi&, const ApiAuthorizer& authorizer, const Surroundings& surroundings
) {
  switch (authorizer.kind()) {
    case Kind::none:
      return HttpAuthorizer::none();
    case Kind::userPool:
      return HttpAuthorizer::userPool(
          user_pool_id, surroundings.userPoolId, {surroundings.userPoolClientId}
      );
    case Kind::function: {
      const auto function = surroundings.function(*authorizer.function().get());
      const auto seconds = authorizer.cacheSeconds().value();
      return HttpAuthorizer::function(function_authorizer_id(function, seconds), function, seconds);
    }
    default:
      return HttpAuthorizer::iam();
  }
}

RestAuthorizer authorizer_of(
    const RestApi&, const ApiAuthorizer& authorizer, const Surroundings& surroundings
) {
  switch (authorizer.kind()) {
    case Kind::none:
      return RestAuthorizer::none();
    case Kind::apiKey:
      return RestAuthorizer::apiKey();
    case Kind::userPool:
      return RestAuthorizer::userPool(
          user_pool_id,
          cdk::fn::concat(
              {"arn:", cdk::aws::partition(), ":cognito-idp:", cdk::aws::region(), ":",
               cdk::aws::accountId(), ":userpool/", surroundings.userPoolId}
          ),
          authorizer.scopes()
      );
    case Kind::function: {
      const auto function = surroundings.function(*authorizer.function().get());
      const auto seconds = authorizer.cacheSeconds().value();
      return RestAuthorizer::function(function_authorizer_id(function, seconds), function, seconds);
    }
    default:
      return RestAuthorizer::iam();
  }
}

void add(
    const HttpApi& api, const Route& route, const cdk::lambda::Function& function,
    HttpAuthorizer authorizer, std::source_location where
) {
  api.addRoute(
      {.path = route.path, .methods = route.methods, .function = function, .authorizer = authorizer
      },
      where
  );
}
void add(
    const RestApi& api, const Route& route, const cdk::lambda::Function& function,
    RestAuthorizer authorizer, std::source_location where
) {
  api.addMethod(
      {.path = route.path, .methods = route.methods, .function = function, .authorizer = authorizer
      },
      where
  );
}

/// Grants what the rules of one API say, by a policy for each role.
template <class Api>
class Grants {
 public:
  Grants(const Api& api, const Definition& definition, const Surroundings& surroundings)
      : api_(api), definition_(definition), surroundings_(surroundings) {}

  void add(const Route& route) {
    for (const AccessRule& rule : route.access) {
      if (rule.who == detail::strategy::resource) {
        grant(route, function_role(*rule.function));
      } else if (rule.groups.empty()) {
        add(route, rule.who, {});
      } else {
        for (const std::string& group : rule.groups)
          add(route, rule.who, group);
      }
    }
  }

 private:
  void add(const Route& route, detail::strategy who, const std::string& group) {
    const auto found = roles_.find({who, group});
    if (found != roles_.end()) return grant(route, found->second);
    const auto name = surroundings_.role(who, group);
    if (!name) return report(route, who, group);
    const auto id = fmt::format("Access{}", roles_.size() + 1);
    const auto role = cdk::iam::Role::fromRoleName(api_, id, *name, definition_.where);
    roles_.emplace(std::pair(who, group), role);
    grant(route, role);
  }

  cdk::iam::Role function_role(const defineFunction& function) {
    const auto found = functions_.find(&function);
    if (found != functions_.end()) return found->second;
    const auto consumer = surroundings_.consumer(function, api_);
    consumer.addEnvironment(
        detail::screaming_snake(definition_.name) + "_API_ENDPOINT",
        cdk::fn::concat({api_.url(), "/"})
    );
    return functions_.emplace(&function, consumer.role).first->second;
  }

  void grant(const Route& route, const cdk::iam::Role& role) {
    const auto path = route.path.empty() ? std::string("/*") : route.path;
    for (const auto method : route.methods)
      api_.grantInvoke(role, method, path);
  }

  void report(const Route& route, detail::strategy who, const std::string& group) {
    const bool by_group = who == detail::strategy::groups;
    surroundings_.report({
        .code = "InvalidResourceAccessConfigError",
        .where = fmt::format("{} route `{}`", definition_.place(), route.text),
        .message = by_group ? fmt::format("the backend has no role for the group `{}`", group)
                            : "the backend has no roles for users and guests",
        .help = by_group ? fmt::format("list it in defineAuth: .groups = {{\"{}\"}}", group)
                         : "give defineBackend a defineAuth, which makes the roles",
        .source = definition_.where,
    });
  }

  Api api_;
  const Definition& definition_;
  const Surroundings& surroundings_;
  std::map<std::pair<detail::strategy, std::string>, cdk::iam::Role> roles_{};
  std::map<const defineFunction*, cdk::iam::Role> functions_{};
};

template <class Api>
void add_routes(const Api& api, const Definition& definition, const Surroundings& surroundings) {
  Grants<Api> grants(api, definition, surroundings);
  for (const Route& route : definition.routes) {
    const ApiAuthorizer& authorizer = route.authorizer;
    if (!route.isAllowed) continue;
    if (authorizer.kind() == Kind::userPool && !surroundings.userPoolId.isSet()) {
      surroundings.report({
          .code = "InvalidResourceAccessConfigError",
          .where = fmt::format("{} route `{}`", definition.place(), route.text),
          .message = "its authorizer needs a user pool, and the backend has none",
          .help = "give defineBackend a defineAuth",
          .source = definition.where,
      });
      continue;
    }
    add(api, route, surroundings.function(*route.handler),
        authorizer_of(api, authorizer, surroundings), definition.where);
    if (authorizer.kind() == Kind::iam) grants.add(route);
  }
}

/// The construct around an API.
cdk::Construct scope_of(const cdk::NestedStack& stack, const Definition& definition) {
  cdk::Construct scope(stack, definition.name.empty() ? "api" : definition.name, definition.where);
  scope.addTag("amplify:friendly-name", definition.name);
  return scope;
}

}  // namespace

HttpApiResources build(
    const cdk::NestedStack& stack, const defineHttpApi& definition, const Definition& resolved,
    const Surroundings& surroundings
) {
  const HttpApiProps& props = definition.props;
  const HttpApi api(
      scope_of(stack, resolved), "Api",
      {
          .apiName = resolved.name,
          .description = props.description,
          .cors = props.cors,
          .throttle = props.throttle,
          .accessLogs = props.accessLogs,
          .domain = props.domain,
          .disableExecuteApiEndpoint = props.disableExecuteApiEndpoint,
      },
      definition.where
  );
  add_routes(api, resolved, surroundings);
  return {
      .stack = stack,
      .api = api,
      .cfnResources = {.api = api.resource(), .stage = api.stage()},
  };
}

RestApiResources build(
    const cdk::NestedStack& stack, const defineRestApi& definition, const Definition& resolved,
    const Surroundings& surroundings
) {
  const RestApiProps& props = definition.props;
  const RestApi api(
      scope_of(stack, resolved), "Api",
      {
          .apiName = resolved.name,
          .description = props.description,
          .stageName = std::string(props.stageName.view()),
          .cors = props.cors,
          .throttle = props.throttle,
          .apiKeyThrottle = props.apiKeyThrottle,
          .accessLogs = props.accessLogs,
          .domain = props.domain,
          .disableExecuteApiEndpoint = props.disableExecuteApiEndpoint,
      },
      definition.where
  );
  add_routes(api, resolved, surroundings);
  return {
      .stack = stack,
      .api = api,
      .cfnResources = {.api = api.resource(), .stage = api.stage(), .apiKey = api.apiKey()},
  };
}

Any endpoint(const HttpApiResources& api) { return cdk::fn::concat({api.api.url(), "/"}); }
Any endpoint(const RestApiResources& api) { return cdk::fn::concat({api.api.url(), "/"}); }

}  // namespace amplify::gateway
