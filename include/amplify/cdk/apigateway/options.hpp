// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

#include <string>
#include <vector>

// What REST and HTTP APIs have in common.

namespace amplify::cdk::apigateway {

enum class HttpMethod { any, get, post, put, patch, delete_, head, options };

/// Which pages of other origins may call the API from a browser. Off without `allowOrigins`.
struct Cors {
  /// `https://example.com`, or `*` alone for all.
  std::vector<std::string> allowOrigins{};
  /// Default: all.
  std::vector<HttpMethod> allowMethods{};
  /// Default: those that Amplify's clients send.
  std::vector<std::string> allowHeaders = {
      "Content-Type", "Authorization", "X-Amz-Date", "X-Api-Key", "X-Amz-Security-Token"
  };
  std::vector<std::string> exposeHeaders{};
  /// Cookies, too. Not together with the origin `*`.
  bool allowCredentials = false;
  /// Seconds for which a browser remembers the answer.
  Int maxAge{};
};

/// Requests beyond that get status 429.
struct Throttle {
  /// Requests a second.
  Num rateLimit{};
  /// Requests at once.
  Int burstLimit{};
};

/// A name of your own for the API.
struct Domain {
  std::string domainName{};
  /// Of a certificate for it, in the API's region.
  Str certificateArn{};
  /// Of the Route 53 zone that gets the records. Default: records are made elsewhere.
  Str hostedZoneId{};
};

struct AccessLogs {
  bool enabled = false;
  /// Days that logs are kept.
  Int retentionInDays = 731;
};

}  // namespace amplify::cdk::apigateway
