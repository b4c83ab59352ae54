// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/values.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Requests that come by API Gateway or by a function's URL.

namespace amplify::lambda {

/// A request by a REST API (payload format 1.0).
struct APIGatewayProxyEvent {
  /// As the API has it: `/posts/{id}`.
  std::string resource{};
  /// As it was asked for: `/posts/5`.
  std::string path{};
  std::string httpMethod{};
  Headers headers{};
  Strings queryStringParameters{};
  Strings pathParameters{};
  Strings stageVariables{};
  std::string body{};
  bool isBase64Encoded = false;

  struct RequestContext {
    std::string accountId{};
    std::string apiId{};
    std::string requestId{};
    std::string stage{};
    std::string sourceIp{};
    std::string userAgent{};
    /// Claims of a user of a Cognito user pool.
    Strings claims{};
    /// What the authorizer says, whichever it is.
    JsonText authorizer{};
    /// Of callers with IAM credentials, such as those of an identity pool.
    std::string cognitoIdentityId{};
    std::string userArn{};
  };
  RequestContext requestContext{};

  /// The body as it was sent. Errors: InvalidPayloadError.
  std::string bytes() const { return isBase64Encoded ? decodeBase64(body) : body; }
};

struct APIGatewayProxyResult {
  int statusCode = 200;
  Headers headers{};
  /// Text; or base64, with `isBase64Encoded`.
  std::string body{};
  bool isBase64Encoded = false;
};

/// A request by an HTTP API (payload format 2.0), or by a function's URL.
struct APIGatewayProxyEventV2 {
  /// `GET /posts/{id}`; `$default` for a URL.
  std::string routeKey{};
  std::string rawPath{};
  std::string rawQueryString{};
  std::vector<std::string> cookies{};
  Headers headers{};
  /// Values of one name are joined by commas.
  Strings queryStringParameters{};
  Strings pathParameters{};
  Strings stageVariables{};
  std::string body{};
  bool isBase64Encoded = false;

  struct RequestContext {
    std::string accountId{};
    std::string apiId{};
    std::string domainName{};
    std::string requestId{};
    std::string stage{};
    std::int64_t timeEpoch = 0;
    std::string method{};
    std::string path{};
    std::string sourceIp{};
    std::string userAgent{};
    /// Of a JWT authorizer.
    Strings claims{};
    std::vector<std::string> scopes{};
    /// Of callers with IAM credentials.
    std::string userArn{};
    /// What the authorizer says, whichever it is.
    JsonText authorizer{};
  };
  RequestContext requestContext{};

  /// The body as it was sent. Errors: InvalidPayloadError.
  std::string bytes() const { return isBase64Encoded ? decodeBase64(body) : body; }
};

using LambdaFunctionURLEvent = APIGatewayProxyEventV2;

struct APIGatewayProxyResultV2 {
  int statusCode = 200;
  Headers headers{};
  std::vector<std::string> cookies{};
  /// Text; or base64, with `isBase64Encoded`.
  std::string body{};
  bool isBase64Encoded = false;
};

using LambdaFunctionURLResult = APIGatewayProxyResultV2;

void decodePayload(std::string_view payload, APIGatewayProxyEvent& event);
std::string encodeResult(const APIGatewayProxyResult& result, std::string_view payload);
void decodePayload(std::string_view payload, APIGatewayProxyEventV2& event);
std::string encodeResult(const APIGatewayProxyResultV2& result, std::string_view payload);

}  // namespace amplify::lambda
