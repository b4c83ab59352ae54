// SPDX-License-Identifier: Apache-2.0
#include "check/rules/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace amplify::check {
namespace {

std::string text(const Json& value) { return value.is_string() ? value.get<std::string>() : "?"; }

bool is_open(const Resource& route) {
  const Json& kind = route["AuthorizationType"];
  return kind.is_null() || kind == "NONE";
}

void find_public_routes(const Subject& subject, Report& report) {
  for (const Resource* const route : subject.made.of_type("AWS::ApiGatewayV2::Route")) {
    const auto key = text((*route)["RouteKey"]);
    if (is_open(*route) && !key.starts_with("OPTIONS ") && !key.starts_with("$connect"))
      report.add(*route, fmt::format("`{}`: anyone may call it", key), "AuthorizationType");
  }
  for (const Resource* const method : subject.made.of_type("AWS::ApiGateway::Method")) {
    const auto verb = text((*method)["HttpMethod"]);
    if (!is_open(*method) || verb == "OPTIONS") continue;
    const auto* const path = subject.made.target(*method->in, (*method)["ResourceId"]);
    const auto part = path != nullptr ? text((*path)["PathPart"]) : std::string();
    report.add(
        *method, fmt::format("`{} …/{}`: anyone may call it", verb, part), "AuthorizationType"
    );
  }
  for (const Resource* const url : subject.made.of_type("AWS::Lambda::Url")) {
    if ((*url)["AuthType"] == "NONE")
      report.add(*url, "anyone may call the function by its URL", "AuthType");
  }
}

bool has_star(const Json& list) {
  return std::ranges::any_of(elements(list), [](const Json* each) { return *each == "*"; });
}

void find_open_cors(const Subject& subject, Report& report) {
  for (const Resource* const api : subject.made.of_type("AWS::ApiGatewayV2::Api")) {
    if (has_star((*api)["CorsConfiguration.AllowOrigins"]))
      report.add(*api, "pages of any website may call it", "CorsConfiguration.AllowOrigins");
  }
  for (const Resource* const url : subject.made.of_type("AWS::Lambda::Url")) {
    if (has_star((*url)["Cors.AllowOrigins"]))
      report.add(*url, "pages of any website may call it", "Cors.AllowOrigins");
  }
  for (const Resource* const method : subject.made.of_type("AWS::ApiGateway::Method")) {
    bool open = false;
    for_each_text(
        (*method)["Integration.IntegrationResponses"],
        [&](const auto& path, auto& value) {
          open = open || (value == "'*'" && path.ends_with("Access-Control-Allow-Origin"));
        }
    );
    if (open) report.add(*method, "pages of any website may call it", "Integration");
  }
}

void find_no_throttle(const Subject& subject, Report& report) {
  const auto limited = [](const Json& settings) {
    return !at(settings, "ThrottlingRateLimit").is_null();
  };
  for (const Resource* const stage : subject.made.of_type("AWS::ApiGatewayV2::Stage")) {
    if (!limited((*stage)["DefaultRouteSettings"]))
      report.add(*stage, "one caller can use up the account's requests", "DefaultRouteSettings");
  }
  for (const Resource* const stage : subject.made.of_type("AWS::ApiGateway::Stage")) {
    const auto settings = elements((*stage)["MethodSettings"]);
    if (std::ranges::none_of(settings, [&](const Json* each) { return limited(*each); }))
      report.add(*stage, "one caller can use up the account's requests", "MethodSettings");
  }
}

void find_no_access_logs(const Subject& subject, Report& report) {
  for (const Resource* const stage : subject.made.of_type("AWS::ApiGatewayV2::Stage")) {
    if ((*stage)["AccessLogSettings"].is_null())
      report.add(*stage, "nothing tells who called it", "AccessLogSettings");
  }
  for (const Resource* const stage : subject.made.of_type("AWS::ApiGateway::Stage")) {
    if ((*stage)["AccessLogSetting"].is_null())
      report.add(*stage, "nothing tells who called it", "AccessLogSetting");
  }
  for (const Resource* const api : subject.made.of_type("AWS::AppSync::GraphQLApi")) {
    if ((*api)["LogConfig"].is_null()) report.add(*api, "nothing tells who called it", "LogConfig");
  }
}

constexpr std::string_view access_page =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/"
    "apigateway-control-access-to-api.html";

constexpr Rule rules[] = {
    {"PublicRouteRisk", Severity::warning, About::all, "Anyone on the internet may call a route",
     "give it rules or an authorizer: `{\"GET /orders\", list, {allow.authenticated()}}`",
     access_page, find_public_routes},
    {"OpenCorsRisk", Severity::warning, About::lasting, "An API serves pages of any website",
     "set `.cors = {.allowOrigins = {\"https://app.example.com\"}}`",
     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
     find_open_cors},
    {"NoThrottleRisk", Severity::info, About::lasting, "Calls have no limit of their own",
     "set `.throttle = {.rateLimit = 50, .burstLimit = 100}`",
     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html",
     find_no_throttle},
    {"NoAccessLogsRisk", Severity::info, About::lasting, "Calls leave no trace",
     "set `.accessLogs = {.enabled = true}` of the API, `.logging = true` of defineData",
     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
     find_no_access_logs},
};

}  // namespace

std::span<const Rule> http_rules() { return rules; }

}  // namespace amplify::check
