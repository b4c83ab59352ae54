// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/apigateway/options.hpp>
#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/lambda.hpp>

#include <optional>
#include <string>
#include <string_view>

// What REST and HTTP APIs share.

namespace amplify::cdk::apigateway {

/// `GET`; `ANY` for all.
std::string_view name(HttpMethod method);
List<Str> names(const std::vector<HttpMethod>& methods);
List<Str> texts(const std::vector<std::string>& list);

/// What is wrong with a route's path; none if it can be.
std::optional<std::string> path_fault(std::string_view path);

/// Reports what can't be: `InvalidApiError`.
void check_cors(const Construct& api, const Cors& cors);
void check_domain(const Construct& api, const Domain& domain, bool only_way_in);

/// As API Gateway calls a function.
Any invocation_uri(const lambda::Function& function);
/// Lets an API call the function, once for each.
void allow_invocation(const Construct& api, const Any& api_id, const lambda::Function& function);
/// `arn:…:execute-api:…:<api>/<stage>/<method><path>`
Any execute_arn(const Any& api_id, const Str& stage, HttpMethod method, std::string_view path);

/// A log group, and what the stage says of it.
Json access_log_settings(const Construct& api, const AccessLogs& logs, std::source_location where);
/// Records in Route 53 that lead a domain to `target`, an API Gateway domain.
void add_records(const Construct& api, const Domain& domain, const Resource& target);

}  // namespace amplify::cdk::apigateway
