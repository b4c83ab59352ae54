// SPDX-License-Identifier: Apache-2.0
#include "cdk/services/apigateway/support.hpp"

#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"

#include <amplify/cdk/apigateway/path.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/logs.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace amplify::cdk::apigateway {
namespace {

/// One line of JSON a request.
Json log_format() {
  std::string text = "{";
  for (const std::string_view field :
       {"requestId", "identity.sourceIp", "requestTime", "httpMethod", "path", "routeKey", "status",
        "protocol", "responseLength", "integrationErrorMessage"}) {
    if (text.size() > 1) text += ",";
    const auto key = field == "identity.sourceIp" ? std::string_view("ip") : field;
    text += fmt::format("\"{}\":\"$context.{}\"", key, field);
  }
  return text + "}";
}

}  // namespace

std::string_view name(HttpMethod method) {
  switch (method) {
    case HttpMethod::any:
      return "ANY";
    case HttpMethod::get:
      return "GET";
    case HttpMethod::post:
      return "POST";
    case HttpMethod::put:
      return "PUT";
    case HttpMethod::patch:
      return "PATCH";
    case HttpMethod::delete_:
      return "DELETE";
    case HttpMethod::head:
      return "HEAD";
    case HttpMethod::options:
      return "OPTIONS";
  }
  return {};
}

List<Str> names(const std::vector<HttpMethod>& methods) {
  std::vector<Str> list;
  for (const auto method : methods)
    list.emplace_back(name(method));
  return list.empty() ? List<Str>() : List<Str>(list);
}

List<Str> texts(const std::vector<std::string>& list) {
  const std::vector<Str> values(list.begin(), list.end());
  return values.empty() ? List<Str>() : List<Str>(values);
}

std::optional<std::string> path_fault(std::string_view path) {
  using enum detail::path_fault;
  const auto [fault, part] = detail::check_path(path);
  switch (fault) {
    case none:
      return {};
    case no_slash:
      return fmt::format("it starts with `/`: write `/{}`", path);
    case empty_part:
      return "it has an empty part; take the extra `/` out";
    case character:
      return fmt::format("`{}` has a character that no path has", part);
    case open_parameter:
      return fmt::format("write `{}}}`", part);
    case greedy_not_last:
      return fmt::format("`{}` takes all that follows, so it comes last", part);
    case parameter:
      return fmt::format("`{}` is no parameter; write `{{name}}` or `{{name+}}`", part);
    case parameter_twice:
      return fmt::format("`{}` is there twice; give each a name of its own", part);
  }
  return {};
}

void check_cors(const Construct& api, const Cors& cors) {
  const bool any = std::ranges::find(cors.allowOrigins, "*") != cors.allowOrigins.end();
  if (any && cors.allowOrigins.size() > 1) {
    add_error(
        api, "InvalidApiError", "the origin `*` stands for all, so it stands alone",
        "write .allowOrigins = {\"*\"}, or take it out"
    );
  }
  if (any && cors.allowCredentials) {
    add_error(
        api, "InvalidApiError", "browsers send no credentials where every origin may call",
        "list the origins in .allowOrigins, or take .allowCredentials out"
    );
  }
  for (const auto& origin : cors.allowOrigins) {
    const bool web = origin.starts_with("https://") || origin.starts_with("http://");
    const auto slashes = std::ranges::count(origin, '/');
    if (origin == "*" || (web && slashes == 2)) continue;
    add_error(
        api, "InvalidApiError", fmt::format("`{}` is no origin", origin),
        "write scheme and host, as in `https://example.com`"
    );
  }
}

void check_domain(const Construct& api, const Domain& domain, bool only_way_in) {
  if (domain.domainName.empty()) {
    if (!only_way_in) return;
    add_error(
        api, "InvalidApiError", "nobody can call an API without its own URL and without a domain",
        "set .domain, or take .disableExecuteApiEndpoint out"
    );
    return;
  }
  if (!domain.certificateArn.isSet()) {
    add_error(
        api, "InvalidApiError",
        fmt::format("the domain `{}` has no certificate", domain.domainName),
        "set .certificateArn to that of a certificate in AWS Certificate Manager"
    );
  }
}

Any invocation_uri(const lambda::Function& function) {
  return fn::concat(
      {"arn:", aws::partition(), ":apigateway:", aws::region(),
       ":lambda:path/2015-03-31/functions/", function.functionArn(), "/invocations"}
  );
}

void allow_invocation(const Construct& api, const Any& api_id, const lambda::Function& function) {
  const auto id = id_for("Allow", function);
  for (const auto& child : api.children()) {
    if (child.id() == id) return;
  }
  function.addPermission(
      api, id,
      {.principal = "apigateway.amazonaws.com",
       // Routes and authorizers.
       .sourceArn = fn::concat(
           {"arn:", aws::partition(), ":execute-api:", aws::region(), ":", aws::accountId(), ":",
            api_id, "/*"}
       )}
  );
}

Any execute_arn(const Any& api_id, const Str& stage, HttpMethod method, std::string_view path) {
  // IAM sees the request's path, whatever the parameters are called.
  std::string pattern;
  bool inside = false;
  for (const char letter : path) {
    if (letter == '{') pattern += '*';
    if (letter == '{' || letter == '}')
      inside = letter == '{';
    else if (!inside)
      pattern += letter;
  }
  const auto verb = method == HttpMethod::any ? "*" : name(method);
  return fn::concat(
      {"arn:", aws::partition(), ":execute-api:", aws::region(), ":", aws::accountId(), ":", api_id,
       "/", stage, fmt::format("/{}{}", verb, pattern)}
  );
}

Json access_log_settings(const Construct& api, const AccessLogs& logs, std::source_location where) {
  if (!logs.enabled) return {};
  const logs::LogGroup group(api, "AccessLogs", {.retentionInDays = logs.retentionInDays}, where);
  return Json::object({{"DestinationArn", group.logGroupArn()}, {"Format", log_format()}});
}

void add_records(const Construct& api, const Domain& domain, const Resource& target) {
  if (!domain.hostedZoneId.isSet()) return;
  for (const std::string_view type : {"A", "AAAA"}) {
    Resource(
        api, fmt::format("Record{}", type), "AWS::Route53::RecordSet",
        Json::object({
            {"AliasTarget", Json::object({
                                {"DNSName", target.getAtt("RegionalDomainName")},
                                {"HostedZoneId", target.getAtt("RegionalHostedZoneId")},
                            })},
            {"HostedZoneId", domain.hostedZoneId},
            {"Name", domain.domainName},
            {"Type", type},
        })
    );
  }
}

}  // namespace amplify::cdk::apigateway
